"""Looks for names in files by undoing every encoding, wherever it may begin: it knows nothing of how Jalon writes."""

import base64
import binascii
import html
import quopri
import re
import unicodedata
import urllib.parse

RUN = re.compile(rb"[A-Za-z0-9+/]{8,}(?:\r?\n[A-Za-z0-9+/]{4,})*={0,2}")
WORD = re.compile(rb"=\?[\w-]+\?([BQbq])\?([^?]*)\?=")


def plain(text):
    """Small letters, composed, so that no way to write an accent hides a name."""
    return unicodedata.normalize("NFC", text).lower()


def undone(data):
    """The bytes, and what they are with each encoding taken off."""
    yield data
    unfolded = re.sub(rb"\r?\n[ \t]", b"", data)
    yield unfolded
    yield quopri.decodestring(data.replace(b"=\r\n", b"").replace(b"=\n", b""))
    yield urllib.parse.unquote_to_bytes(data)
    yield re.sub(rb"=([0-9A-Fa-f]{2})", lambda m: bytes([int(m[1], 16)]), data)
    yield html.unescape(data.decode("latin-1")).encode("utf-8", "replace")
    # Encoded words (RFC 2047) of which one name may need several.
    yield b"".join(
        binascii.a2b_base64(text + b"==") if way in b"Bb" else quopri.decodestring(text.replace(b"_", b" "))
        for way, text in WORD.findall(unfolded) if way not in b"Bb" or re.fullmatch(rb"[A-Za-z0-9+/=]*", text))
    for run in RUN.findall(data):
        letters = re.sub(rb"[^A-Za-z0-9+/]", b"", run)
        # It may begin with any letter, because what stands before a column's bytes may look like base64 as well.
        for start in range(4):
            part = letters[start:]
            yield base64.b64decode(part[:len(part) // 4 * 4])


def found(folder, words):
    """`file: word` for each file under a folder in whose name or bytes a word stands."""
    words = [plain(word) for word in words]
    hits = set()
    for path in sorted(folder.rglob("*")):
        where = path.relative_to(folder)
        texts = [plain(str(where))]
        if path.is_file():
            texts += [plain(part.decode("utf-8", "replace")) for part in undone(path.read_bytes())]
        hits |= {f"{where}: {word}" for word in words for text in texts if word in text}
    return sorted(hits)


def whole(word, text):
    """Whether a key stands in a text by itself; "lea" does not in "released" nor in "clea"."""
    return re.search(rf"(?<![\w-]){re.escape(word)}(?![\w-])", text) is not None


def texts(site):
    """Every text in the ledger's tables, but for the mails' bytes."""
    tables = [name for name, in site.query("SELECT name FROM sqlite_master WHERE type = 'table'")]
    return [
        value for table in tables if table != "bodies" and not table.startswith("sqlite")
        for row in site.query(f"SELECT * FROM {table}") for value in row if isinstance(value, str)]

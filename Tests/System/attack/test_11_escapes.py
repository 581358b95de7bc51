"""What strangers and files have written steers no terminal, and is no markup in any format that says it."""

import html.parser
import json
import unicodedata

import pytest

HIDDEN = set(range(0x20)) - {0x09, 0x0A} | set(range(0x7F, 0xA0)) | {
    0x00AD, 0x061C, 0x180E, 0x200B, 0x200E, 0x200F, 0x2028, 0x2029, 0x2060, 0xFEFF, 0x3164,
} | set(range(0x202A, 0x202F)) | set(range(0x2061, 0x2070)) | set(range(0xE0000, 0xE0080))

ESCAPES = {
    "colour": "\x1b[31mred", "clear": "\x1b[2J\x1b[H", "title": "\x1b]0;pwned\x07", "link": "\x1b]8;;http://evil.example\x07x",
    "C1": "\x9b31mx", "back": "a\x08\x08\x08b", "return": "safe\revil", "NUL": "a\0b", "bell": "\x07", "turned": "a\u202egnp.exe",
    "isolated": "\u2066a\u2069", "zero width": "ad\u200bmin", "soft": "ad\u00admin", "tags": "x\U000e0041", "lines": "a\u2028b",
    "next line": "a\x85b", "mark": "a\ufeffb", "DCS": "\x1bPq#0\x1b\\", "DEL": "a\x7fb",
}


def harmless(text):
    bad = sorted({hex(ord(c)) for c in text if ord(c) in HIDDEN})
    assert not bad, (bad, text[:300])


def escaped(text):
    """As a double-quoted YAML scalar."""
    return '"' + "".join(
        c if c.isalnum() or c in " .@-_" else f"\\U{ord(c):08x}" for c in text) + '"'


@pytest.mark.parametrize("name", ESCAPES)
def test_keys_ids_and_values_are_said_without_what_steers(site, name):
    word = ESCAPES[name]
    site.write_programme(
        people=site.PEOPLE + f"  {escaped('p' + word)}: {{name: X, email: x@example.org}}\n"
        f"  zoe: {{name: Zoe, {escaped(word)}: 1, email: {escaped(word + '@example.org')}, "
        f"timezone: {escaped(word)}, language: {escaped(word)}, available: {escaped(word)}, away: {escaped(word)}}}\n",
        extra=f"{escaped('x' + word)}: 1\n",
        relationships="relationships:\n  r: {mentor: " + escaped(word) + ", mentee: thomas, start: " + escaped(word) + "}\n")
    for words in (["check"], ["check", "--format", "json"], ["plan"], ["show", "x" + word.replace("\0", "")],
                  ["preview", word.replace("\0", "") or "x"]):
        for lang in ("C.UTF-8", "fr_FR.UTF-8"):
            result = site.run(*words, env={"LC_ALL": lang})
            assert result.returncode != 0
            harmless(result.stdout)
            harmless(result.stderr)
    data = json.loads(site.run("check", "--format", "json").stdout)
    assert any("unknown key" in entry["message"] for entry in data)


@pytest.mark.parametrize("name", ESCAPES)
def test_a_raw_byte_in_a_file_or_its_name_is_said_harmlessly(site, name):
    site.write_programme()
    for file in ("jalon.yaml", "templates/fr/prepare.md"):
        site.write_programme()
        text = "Subject: x\n\n{{x}}\n" if file.endswith("md") else (site.config / file).read_text()
        site.write(file, text + "# " + ESCAPES[name] + "\n")
        harmless(site.run("check").stderr)
    if "\0" not in ESCAPES[name]:
        other = site.folder / ("o" + ESCAPES[name].replace("/", "_"))
        other.mkdir()
        (other / "jalon.yaml").write_text("a: 1\n")
        result = site.run("check", "--config", other, raw=True)
        harmless(result.stderr)
        harmless(result.stdout)
        harmless(site.run("check", "--" + ESCAPES[name], raw=True).stderr)


@pytest.mark.parametrize("name", ESCAPES)
def test_cells_of_a_spreadsheet_and_its_name_are_said_harmlessly(site, name):
    word = ESCAPES[name]
    table = site.folder / ("t" + word.replace("\0", "").replace("/", "_") + ".csv")
    for columns in ("name,email", "name,email,timezone,available,away,aliases,id", "id,mentor,mentee,start,every,video", word):
        width = columns.count(",") + 1
        rows = ",".join([f'"{word}"'] * width) + "\n"
        table.write_text(columns + "\n" + rows * 2, newline="")
        result = site.run("import", table)
        assert result.returncode == 1
        harmless(result.stderr)
    table.write_text("name,email\nA B,a@example.org\n")
    result = site.run("import", table)
    assert result.returncode == 0
    harmless(result.stdout)
    lines = result.stdout.splitlines()
    assert lines[0].startswith("#") and lines[1:] == ["people:", "  a-b:", "    name: A B", "    email: a@example.org"]


@pytest.mark.parametrize("name", ["colour", "C1", "turned", "return", "link"])
def test_the_log_is_harmless(site, smtp, name):
    site.write_programme(extra=f"{escaped('x' + ESCAPES[name])}: 1\n")
    daemon = site.start()
    daemon.process.wait(30)
    harmless(daemon.log())


@pytest.mark.parametrize("name", ["colour", "C1", "turned"])
def test_what_a_server_says_is_harmless(site, smtp, name):
    word = ESCAPES[name]
    site.write_programme()
    site.invite()
    site.query("UPDATE outbox SET words = ?, subject = ?", word, word)
    for words in (["status"], ["outbox", "list", "--all"], ["log"], ["people"], ["why"]):
        result = site.run(*words)
        harmless(result.stdout)
        harmless(result.stderr)


# Markup

NAMES = {
    "an image": "![x](http://evil.example/t.png)",
    "an image behind a mark": "!\u0301[\u0301x](http://evil.example/t.png)",
    "a link": "[x](http://evil.example/)",
    "a link behind a joiner": "[\u200dx](http://evil.example/)",
    "a reference": "[x][y] [y]: http://evil.example",
    "an autolink": "<http://evil.example/>",
    "a mail link": "<evil@evil.example>",
    "a mail link that begins with a digit": "<1+evil@evil.example>",
    "a tag": "<img src=http://evil.example/t.png onerror=alert(1)>",
    "a script": "</title></style><script>alert(1)</script>",
    "a comment": "<!-- x",
    "an entity": "&lt;b&gt; &#60;b&#62;",
    "emphasis": "**x** _y_ *\u0301z*\u0301",
    "code": "`x` ``y`` `\u0301z`\u0301",
    "a heading": "# x",
    "a quotation": "> x",
    "a list": "1. x",
    "a rule": "---",
    "turned": "a\u202egnp.exe\u2066b",
    "hidden": "a\u200bb\u00adc\u2060d\ufeffe",
    "quotes": "\"x\" 'y' ;CN=\"z\" ^n ^' \\, \\; \\n",
    "a backslash": "x\\",
    "a property": "x END:VEVENT ATTENDEE:mailto:evil@evil.example",
}


class Page(html.parser.HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.seen = []
        self.text = ""
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        self.seen.append((tag, tuple(sorted((key, value if key in ("href", "src") else "") for key, value in attributes))))

    def handle_data(self, data):
        self.text += data


def programme(site, name, field):
    people = site.PEOPLE.rstrip("\n") + "\n"
    relationships = None
    if field in ("mentor", "mentee"):
        old = "Claire Durand" if field == "mentor" else "Thomas Petit"
        people = people.replace(old, escaped(name))
    first = site.today.isoformat()
    if field == "place":
        relationships = ("relationships:\n  claire-thomas:\n    mentor: claire\n    mentee: thomas\n    start: %s\n"
                         "    sessions: {first: {in_person: %s}}\n" % (first, escaped(name)))
    if field == "goal":
        relationships = ("relationships:\n  claire-thomas:\n    mentor: claire\n    mentee: thomas\n    start: %s\n"
                         "    objectives: [{goal: %s, indicator: %s}]\n" % (first, escaped(name), escaped(name)))
    site.write_programme(people=people, relationships=relationships)
    if field == "programme":
        text = (site.config / "jalon.yaml").read_text()
        site.write("jalon.yaml", text.replace("name: Mentorat Exemple", "name: " + escaped(name)))


FORMATS = [
    ("show", "claire-thomas", "--format", "html"), ("preview", "invitation", "--format", "html"),
    ("preview", "welcome", "--format", "html"), ("report", "--format", "html"),
]


@pytest.mark.parametrize("field", ["mentor", "mentee", "place", "goal", "programme"])
@pytest.mark.parametrize("name", NAMES)
def test_a_page_has_the_elements_of_a_harmless_one(site, name, field):
    programme(site, "Harmlos Wort", field)
    usual = {words: site.run(*words) for words in FORMATS}
    usual = {words: set(Page(result.stdout).seen) for words, result in usual.items() if result.returncode == 0}
    assert len(usual) >= 3
    programme(site, NAMES[name], field)
    for words, expected in usual.items():
        result = site.run(*words)
        assert result.returncode == 0, result.stderr
        page = Page(result.stdout)
        assert set(page.seen) - expected == set(), (words, set(page.seen) - expected)
        harmless(result.stdout)


@pytest.mark.parametrize("field", ["mentor", "mentee", "place", "programme"])
@pytest.mark.parametrize("name", NAMES)
def test_a_calendar_has_the_properties_of_a_harmless_one(site, name, field):
    def properties(text):
        return [line.split(":")[0].split(";")[0] for line in text.replace("\n ", "").splitlines()]

    def calendars():
        return [site.run("plan", "--format", "ics").stdout.replace("\r\n", "\n"),
                site.run("preview", "invitation", "--format", "eml").stdout.replace("\r\n", "\n")]

    programme(site, "Harmlos Wort", field)
    usual = properties(calendars()[0])
    programme(site, NAMES[name], field)
    calendar, mail = calendars()
    assert properties(calendar) == usual
    harmless(calendar)
    harmless(mail)


@pytest.mark.parametrize("name", NAMES)
def test_what_is_imported_reads_as_it_was_written(site, name):
    site.write_programme()
    word = unicodedata.normalize("NFC", NAMES[name])
    table = site.folder / "t.csv"
    cell = '"' + word.replace('"', '""') + '"'
    table.write_text(f"id,name,email\nzoe,{cell},zoe@example.org\n")
    result = site.run("import", table)
    if name == "turned" or name == "hidden":
        assert result.returncode == 1 and "has no place in a cell" in result.stderr
        return
    assert result.returncode == 0, result.stderr
    harmless(result.stdout)
    site.write("more.yaml", result.stdout)
    append = (site.config / "jalon.yaml").read_text() + "include: [more.yaml]\n"
    site.write("jalon.yaml", append)
    checked = site.run("check")
    assert checked.returncode == 0 and "people: 4" in checked.stdout, checked.stderr
    site.invite()
    shown = json.loads(site.run("people", "list", "--format", "json").stdout)
    assert [person["name"] for person in shown if person["id"] == "zoe"] == [word]


@pytest.mark.parametrize("mark", ["\x1b[31m", "\u202e", "\x07", "\x9b31m", "\u2066", "\u200b"])
def test_commands_that_read_a_file_show_what_hides(site, mark):
    calendar = site.folder / "c.ics"
    calendar.write_text(
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:x\r\nDTSTAMP:20261201T000000Z\r\n"
        f"DTSTART:20261203T180000Z\r\nSUMMARY:abc{mark}xyz\r\nRRULE:FREQ={mark}DAILY\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n")
    for words in (["ics", "lint", calendar], ["ics", "expand", calendar, "--from", "2026-01-01", "--to", "2027-01-01"]):
        harmless(site.run(*words, raw=True).stdout)
    harmless(site.run("log", "--translate", stdin=f"notice: {mark}red m-0A1B2C3D4E\n").stdout)

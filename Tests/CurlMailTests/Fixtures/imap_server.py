"""An IMAP server on 127.0.0.1 that knows what Jalon says, and misbehaves where it is told to.

Prints "ready PORT" when it listens, then "did COMMAND" for each command without its tag; ends when its standard input
does. Its mails are those of --mails, a list of [UID, seen, size, text] in JSON; a size of 0 is that of the text.
"""

import argparse
import json
import socketserver
import sys
import threading
import time

parser = argparse.ArgumentParser()
parser.add_argument("--mails", default="[]")
parser.add_argument("--validity", default="7")
parser.add_argument("--capabilities", default="IMAP4rev1 MOVE UIDPLUS")
parser.add_argument("--refuse", default="", help="says NO to commands that begin so")
parser.add_argument("--hang", default="", help="does not answer commands that begin so")
parser.add_argument("--drop", default="", help="ends the connection at commands that begin so")
options = parser.parse_args()
mails = {uid: [seen, size, text.replace("\n", "\r\n").encode()] for uid, seen, size, text in json.loads(options.mails)}
lock = threading.Lock()


def numbers(text):
    for part in text.split(","):
        first, _, last = part.partition(":")
        yield from range(int(first), int(last or first) + 1)


class Session(socketserver.StreamRequestHandler):
    def say(self, text):
        self.wfile.write(text.encode() + b"\r\n")

    def handle(self):
        try:
            self.say(f"* OK [CAPABILITY {options.capabilities}] ready")
            while line := self.rfile.readline(8192):
                tag, _, command = line.decode().strip().partition(" ")
                words = command.split(" ")
                shown = " ".join(words[:2]) if words[0] == "AUTHENTICATE" else words[0] if words[0] == "LOGIN" else command
                with lock:
                    print("did", shown, flush=True)
                if options.hang and command.startswith(options.hang):
                    time.sleep(3600)
                if options.drop and command.startswith(options.drop):
                    return
                if options.refuse and command.startswith(options.refuse):
                    self.say(f"{tag} NO [CANNOT] not here")
                    continue
                if not self.answer(command):
                    return
                self.say(f"{tag} OK done")
        except (ConnectionError, BrokenPipeError):
            pass

    def answer(self, command):
        words = command.split(" ")
        if words[0] == "CAPABILITY":
            self.say(f"* CAPABILITY {options.capabilities}")
        elif words[0] in ("SELECT", "EXAMINE"):
            self.say(f"* {len(mails)} EXISTS")
            self.say(f"* OK [UIDVALIDITY {options.validity}] valid")
            self.say(f"* OK [UIDNEXT {max(mails, default=0) + 1}] next")
        elif words[:2] == ["UID", "SEARCH"]:
            found = sorted(set(numbers(words[3])) & set(mails))
            self.say("* SEARCH" + "".join(f" {uid}" for uid in found))
        elif words[:2] == ["UID", "FETCH"]:
            self.fetch(words[2], " ".join(words[3:]))
        elif words[:2] == ["UID", "STORE"]:
            for uid in numbers(words[2]):
                if uid in mails and "Seen" in words[-1]:
                    mails[uid][0] = words[3].startswith("+")
        elif words[:2] == ["UID", "MOVE"]:
            for uid in numbers(words[2]):
                mails.pop(uid, None)
        elif words[0] == "LOGOUT":
            self.say("* BYE")
        return True

    def fetch(self, which, items):
        for number, uid in enumerate(sorted(mails), 1):
            if uid not in numbers(which):
                continue
            seen, size, text = mails[uid]
            if "BODY[]" in items:
                self.wfile.write(f"* {number} FETCH (UID {uid} BODY[] {{{len(text)}}}\r\n".encode() + text + b")\r\n")
            else:
                flags = "\\Seen" if seen else ""
                self.say(f"* {number} FETCH (UID {uid} FLAGS ({flags}) RFC822.SIZE {size or len(text)})")
                # As when somebody else changes a flag meanwhile.
                self.say(f"* {number} FETCH (FLAGS (\\Recent))")


class Server(socketserver.ThreadingTCPServer):
    daemon_threads = True
    allow_reuse_address = True


with Server(("127.0.0.1", 0), Session) as server:
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print("ready", server.server_address[1], flush=True)
    sys.stdin.read()

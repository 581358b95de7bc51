"""A scripted IMAP server (RFC 3501) on the loopback, with what Jalon needs of it."""

import socketserver
import threading


class IMAPServer(socketserver.ThreadingTCPServer):
    """One folder, whose mails are added by `add`.

    `validity` may be raised at any time; `next_uid` overrides what EXAMINE says; `replies` maps the first words of a
    command to what is said instead: a function of (session, tag, command) that writes by itself and returns True, or
    None for the usual; `DROP` ends the connection, `HANG` says nothing until the server is stopped.
    """

    allow_reuse_address = True
    daemon_threads = True
    DROP, HANG = "drop", "hang"

    def __init__(self):
        super().__init__(("127.0.0.1", 0), _Session)
        self.port = self.server_address[1]
        self.mails = {}
        self.validity = 7
        self.next_uid = None
        self.capabilities = "IMAP4rev1 MOVE UIDPLUS"
        self.replies = {}
        self.commands = []
        self.changed = threading.Condition()
        self.stopped = threading.Event()

    def __enter__(self):
        threading.Thread(target=self.serve_forever, args=(0.05,), daemon=True).start()
        return self

    def __exit__(self, *_):
        self.stopped.set()
        self.shutdown()
        self.server_close()

    def handle_error(self, request, client_address):
        pass

    def add(self, mail, uid=None):
        """Puts a mail into the folder; returns its UID."""
        data = mail.encode() if isinstance(mail, str) else mail
        uid = uid or max(self.mails, default=0) + 1
        self.mails[uid] = [False, data.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")]
        return uid

    def note(self, command):
        with self.changed:
            self.commands.append(command)
            self.changed.notify_all()

    def wait_for_command(self, start, timeout=30):
        """Waits until a command that begins so has come."""
        with self.changed:
            return self.changed.wait_for(lambda: any(c.startswith(start) for c in self.commands), timeout)


def numbers(text):
    for part in text.split(","):
        first, _, last = part.partition(":")
        yield range(int(first), int(last or first) + 1)


class _Session(socketserver.StreamRequestHandler):
    disable_nagle_algorithm = True

    def say(self, text):
        self.wfile.write(text.encode() + b"\r\n")

    def handle(self):
        try:
            self.say(f"* OK [CAPABILITY {self.server.capabilities}] ready")
            while line := self.rfile.readline(65536):
                tag, _, command = line.decode("utf-8", "replace").strip().partition(" ")
                self.server.note(command)
                if not self.answer(tag, command):
                    return
        except (ConnectionError, TimeoutError):
            pass

    def answer(self, tag, command):
        for start, reply in list(self.server.replies.items()):
            if not command.startswith(start):
                continue
            if reply == IMAPServer.HANG:
                self.server.stopped.wait()
                return False
            if reply == IMAPServer.DROP:
                return False
            told = reply(self, tag, command)
            if told is not None:
                return told
        self.usual(command)
        self.say(f"{tag} OK done")
        return not command.startswith("LOGOUT")

    def usual(self, command):
        mails, words = self.server.mails, command.split(" ")
        if words[0] == "CAPABILITY":
            self.say(f"* CAPABILITY {self.server.capabilities}")
        elif words[0] in ("SELECT", "EXAMINE"):
            self.say(f"* {len(mails)} EXISTS")
            self.say(f"* OK [UIDVALIDITY {self.server.validity}] valid")
            self.say(f"* OK [UIDNEXT {self.server.next_uid or max(mails, default=0) + 1}] next")
        elif words[:2] == ["UID", "SEARCH"]:
            spans = list(numbers(words[3]))
            self.say("* SEARCH" + "".join(f" {uid}" for uid in sorted(mails) if any(uid in s for s in spans)))
        elif words[:2] == ["UID", "FETCH"]:
            self.fetch(list(numbers(words[2])), " ".join(words[3:]))
        elif words[:2] == ["UID", "STORE"]:
            for uid in [uid for span in numbers(words[2]) for uid in span if uid in mails]:
                if "Seen" in words[-1]:
                    mails[uid][0] = words[3].startswith("+")
        elif words[:2] == ["UID", "MOVE"]:
            for uid in [uid for span in numbers(words[2]) for uid in span]:
                mails.pop(uid, None)
        elif words[0] == "LOGOUT":
            self.say("* BYE")

    def fetch(self, spans, items):
        for number, uid in enumerate(sorted(self.server.mails), 1):
            if not any(uid in span for span in spans):
                continue
            seen, data = self.server.mails[uid]
            if "BODY[]" in items:
                self.wfile.write(f"* {number} FETCH (UID {uid} BODY[] {{{len(data)}}}\r\n".encode() + data + b")\r\n")
            else:
                flags = "\\Seen" if seen else ""
                self.say(f"* {number} FETCH (UID {uid} FLAGS ({flags}) RFC822.SIZE {len(data)})")

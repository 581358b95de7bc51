"""A scripted SMTP server (RFC 5321) on the loopback."""

import dataclasses
import email
import email.policy
import socketserver
import threading
import time


@dataclasses.dataclass
class Received:
    """A mail as it arrived."""

    sender: str
    recipient: str
    data: bytes

    @property
    def message(self):
        return email.message_from_bytes(self.data, policy=email.policy.default)

    @property
    def id(self):
        return str(self.message["Message-ID"])

    def calendar(self):
        """The text of the calendar part, unfolded; "" where there is none."""
        for part in self.message.walk():
            if part.get_content_type() == "text/calendar":
                return part.get_payload(decode=True).decode().replace("\r\n ", "").replace("\r\n\t", "")
        return ""


class SMTPServer(socketserver.ThreadingTCPServer):
    """Takes mails, and misbehaves where it is told to.

    `replies` maps a step to what is said instead of the usual: GREETING, EHLO, MAIL, RCPT, DATA, END (the answer to the
    dot), QUIT. A value is a reply line, a function of (command, recipient) that returns one or None for the usual,
    `DROP` to end the connection, or `HANG` to say nothing until the server is stopped.

        smtp.replies["MAIL"] = "451 4.3.0 try later"
        smtp.replies["RCPT"] = lambda command, recipient: "550 5.1.1 who?" if "lea" in recipient else None
    """

    allow_reuse_address = True
    daemon_threads = True
    request_queue_size = 128
    DROP, HANG = "drop", "hang"

    def __init__(self):
        super().__init__(("127.0.0.1", 0), _Session)
        self.port = self.server_address[1]
        self.replies = {}
        self.extensions = ["8BITMIME", "SIZE 33554432", "SMTPUTF8"]
        self.mails = []
        self.commands = []
        self.connections = 0
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

    def note(self, change):
        with self.changed:
            change()
            self.changed.notify_all()

    def wait_for(self, condition, timeout=30):
        """Waits until the condition of this server holds; returns whether it does."""
        with self.changed:
            return self.changed.wait_for(lambda: condition(self), timeout)

    def wait_for_mails(self, count, timeout=30):
        assert self.wait_for(lambda server: len(server.mails) >= count, timeout), \
            f"{len(self.mails)} mails arrived, not {count}"
        return self.mails

    def to(self, address):
        """The mails that arrived for an address."""
        return [mail for mail in self.mails if mail.recipient == address]


class _Session(socketserver.StreamRequestHandler):
    disable_nagle_algorithm = True

    def handle(self):
        try:
            self.server.note(lambda: setattr(self.server, "connections", self.server.connections + 1))
            self.converse()
        except (ConnectionError, TimeoutError, StopIteration):
            pass

    def say(self, step, usual, command="", recipient=""):
        reply = self.server.replies.get(step)
        if callable(reply):
            reply = reply(command, recipient)
        reply = usual if reply is None else reply
        if reply == SMTPServer.HANG:
            self.server.stopped.wait()
            raise StopIteration
        if reply == SMTPServer.DROP:
            raise StopIteration
        self.wfile.write((reply.encode() if isinstance(reply, str) else reply) + b"\r\n")
        text = reply if isinstance(reply, str) else reply.decode("latin-1")
        return text[:1] in "23"

    def converse(self):
        self.say("GREETING", "220 sink.example.org ESMTP")
        sender = recipient = None
        while line := self.rfile.readline(65536):
            command = line.decode("utf-8", "replace").rstrip("\r\n")
            self.server.note(lambda: self.server.commands.append(command))
            verb = command[:4].upper()
            if verb == "EHLO":
                lines = ["sink.example.org", *self.server.extensions]
                usual = "\r\n".join(f"250{'-' if n < len(lines) - 1 else ' '}{text}" for n, text in enumerate(lines))
                self.say("EHLO", usual, command)
            elif verb == "MAIL":
                sender = command.partition("<")[2].partition(">")[0]
                recipient = None
                self.say("MAIL", "250 2.1.0 ok", command)
            elif verb == "RCPT":
                address = command.partition("<")[2].partition(">")[0]
                if self.say("RCPT", "250 2.1.5 ok", command, address):
                    recipient = address
            elif verb == "DATA":
                if not recipient:
                    self.say("-", "503 5.5.1 no recipient")
                elif self.say("DATA", "354 go on", command, recipient):
                    self.take(sender, recipient)
                sender = recipient = None
            elif verb == "QUIT":
                self.say("QUIT", "221 2.0.0 goodbye", command)
                return
            else:
                self.say("-", "250 2.0.0 ok")

    def take(self, sender, recipient):
        lines = []
        while (line := self.rfile.readline(1 << 20)) != b".\r\n":
            if not line:
                raise StopIteration
            lines.append(line[1:] if line.startswith(b".") else line)
        mail = Received(sender, recipient, b"".join(lines))
        reply = self.server.replies.get("END")
        if reply is None or callable(reply):
            told = reply("END", recipient) if reply else None
            if told is None or told[:1] == "2":
                self.server.note(lambda: self.server.mails.append(mail))
        self.say("END", "250 2.0.0 taken in", "END", recipient)

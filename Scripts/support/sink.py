#!/usr/bin/env python3
"""An SMTP server on the loopback that writes down what it takes, before it says so.

sink.py FILE [--port N] [--lose PER_MILLE] [--delay SECONDS] [--seed N] [--login USER:PASSWORD]
        [--tls FILE]

Prints its port on a line of its own. FILE gets a line of JSON a mail: recipient, Message-ID, SHA-256 of the bytes.
--lose: so often in a thousand mails the connection is dropped after the dot, with the mail kept or not.
--delay: seconds before each answer, as a network far away.
--login: mail is taken only after AUTH PLAIN (RFC 4954) with these.
--tls: TLS from the first byte, with the certificate and the key in a PEM file.
"""

import argparse
import base64
import hashlib
import json
import os
import random
import socketserver
import ssl
import threading
import time


class Session(socketserver.StreamRequestHandler):
    disable_nagle_algorithm = True

    def say(self, text):
        if self.server.delay:
            time.sleep(self.server.delay)
        self.wfile.write(text.encode() + b"\r\n")

    def handle(self):
        try:
            self.converse()
        except (ConnectionError, TimeoutError, ssl.SSLError):
            pass

    def converse(self):
        self.say("220 sink.example.org ESMTP")
        sender = recipient = None
        is_known = not self.server.login
        while line := self.rfile.readline(4096):
            verb = line[:4].upper()
            if verb == b"EHLO":
                offers = "" if is_known else "250-AUTH PLAIN\r\n"
                self.say(f"250-sink.example.org\r\n{offers}250-8BITMIME\r\n250 SIZE 33554432")
            elif verb == b"AUTH":
                is_known = self.check(line.split())
                self.say("235 2.7.0 welcome" if is_known else "535 5.7.8 who are you")
            elif not is_known and verb in (b"MAIL", b"RCPT", b"DATA"):
                self.say("530 5.7.0 log in first")
            elif verb == b"MAIL":
                sender, recipient = line, None
                self.say("250 2.1.0 ok")
            elif verb == b"RCPT" and sender:
                recipient = line.decode().split("<", 1)[1].split(">", 1)[0]
                self.say("250 2.1.5 ok")
            elif verb == b"DATA" and recipient:
                self.say("354 go on")
                if not self.take(recipient):
                    return
                sender = recipient = None
            elif verb == b"QUIT":
                self.say("221 2.0.0 goodbye")
                return
            else:
                self.say("250 2.0.0 ok")

    def check(self, words):
        """Whether AUTH PLAIN has the name and the password, at once or after an empty challenge."""
        if len(words) == 2:
            self.say("334 ")
            words.append(self.rfile.readline(4096).strip())
        try:
            return base64.b64decode(words[2]).decode().split("\0")[1:] == self.server.login.split(":", 1)
        except ValueError:
            return False

    def take(self, recipient):
        lines = []
        while True:
            line = self.rfile.readline(1 << 20)
            if not line:
                return False
            if line == b".\r\n":
                break
            lines.append(line[1:] if line.startswith(b".") else line)
        is_lost, is_kept = self.server.draw()
        if is_kept:
            self.server.keep(recipient, b"".join(lines))
        if is_lost:
            return False
        self.say("250 2.0.0 taken in")
        return True


class Sink(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True
    request_queue_size = 128

    def __init__(self, arguments):
        super().__init__(("127.0.0.1", arguments.port), Session)
        self.file = open(arguments.file, "ab", buffering=0)
        self.lose = arguments.lose
        self.delay = arguments.delay
        self.login = arguments.login
        if arguments.tls:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(arguments.tls)
            self.socket = context.wrap_socket(self.socket, server_side=True)
        self.chance = random.Random(arguments.seed)
        self.lock = threading.Lock()

    def draw(self):
        with self.lock:
            is_lost = self.chance.randrange(1000) < self.lose
            return is_lost, not is_lost or self.chance.random() < 0.5

    def keep(self, recipient, mail):
        head = mail.split(b"\r\n\r\n", 1)[0].decode("utf-8", "replace")
        ids = [line[11:].strip() for line in head.splitlines() if line.lower().startswith("message-id:")]
        record = {"to": recipient, "id": ids[0] if ids else "", "sha256": hashlib.sha256(mail).hexdigest()}
        with self.lock:
            self.file.write(json.dumps(record).encode() + b"\n")
            os.fdatasync(self.file.fileno())


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("file")
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--lose", type=int, default=0)
    parser.add_argument("--delay", type=float, default=0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--login", default="")
    parser.add_argument("--tls", default="")
    with Sink(parser.parse_args()) as sink:
        print(sink.server_address[1], flush=True)
        sink.serve_forever()


if __name__ == "__main__":
    main()

"""An SMTP server on loopback that keeps what it gets as files, for tests of the daemon.

usage: receiver.py DIRECTORY [--tls CERTIFICATE KEY] [--user USER PASSWORD]

Prints "port N" once it listens, and a line a mail; ends when its standard input does.
"""

import argparse
import asyncio
import pathlib
import ssl
import sys

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult

parser = argparse.ArgumentParser()
parser.add_argument("directory", type=pathlib.Path)
parser.add_argument("--tls", nargs=2)
parser.add_argument("--user", nargs=2)
options = parser.parse_args()


class Keeper:
    count = 0

    async def handle_DATA(self, server, session, envelope):
        Keeper.count += 1
        (options.directory / f"{Keeper.count:06}.eml").write_bytes(envelope.content)
        print(f"mail {Keeper.count} {envelope.rcpt_tos[0]} tls={session.ssl is not None}", flush=True)
        return "250 2.0.0 kept"


def authenticate(server, session, envelope, mechanism, data):
    user, password = options.user
    # Not handled: aiosmtpd itself answers 235 or 535.
    return AuthResult(success=data.login == user.encode() and data.password == password.encode(), handled=False)


class Loopback(Controller):
    def factory(self):
        context = None
        if options.tls:
            context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
            context.load_cert_chain(*options.tls)
        extra = {"authenticator": authenticate, "auth_required": True} if options.user else {}
        return SMTP(
            self.handler, hostname="loopback.example.org", tls_context=context, require_starttls=bool(options.tls), **extra
        )


controller = Loopback(Keeper(), hostname="127.0.0.1", port=0)
# Port 0 lets the system choose, which the controller's own check of the connection cannot follow.
loop = asyncio.new_event_loop()
server = loop.run_until_complete(loop.create_server(controller.factory, "127.0.0.1", 0))
print("port", server.sockets[0].getsockname()[1], flush=True)
loop.add_reader(sys.stdin, loop.stop)
loop.run_forever()

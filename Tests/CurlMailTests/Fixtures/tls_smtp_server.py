"""An SMTP server with TLS and AUTH on 127.0.0.1, for the tests of TLS.

Prints "ready PORT" when it listens, then "mail BASE64" for each mail taken in; ends when its standard input does.
"""

import argparse
import asyncio
import base64
import ssl
import sys

from aiosmtpd.smtp import SMTP, AuthResult, LoginPassword

parser = argparse.ArgumentParser()
parser.add_argument("--tls", choices=["starttls", "implicit", "none"], required=True)
parser.add_argument("--certificate")
parser.add_argument("--key")
parser.add_argument("--user")
parser.add_argument("--password")
options = parser.parse_args()


class Handler:
    async def handle_DATA(self, server, session, envelope):
        print("mail", base64.b64encode(envelope.original_content).decode(), flush=True)
        return "250 2.0.0 taken in"


def authenticate(server, session, envelope, mechanism, data):
    expected = LoginPassword(options.user.encode(), options.password.encode())
    return AuthResult(success=data == expected, handled=False)


def context():
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(options.certificate, options.key)
    return context


def protocol():
    return SMTP(
        Handler(),
        hostname="loopback.example.org",
        tls_context=context() if options.tls == "starttls" else None,
        require_starttls=options.tls == "starttls",
        authenticator=authenticate if options.user else None,
        auth_required=bool(options.user),
        auth_require_tls=options.tls == "starttls",
    )


async def main():
    loop = asyncio.get_running_loop()
    server = await loop.create_server(
        protocol, host="127.0.0.1", port=0, ssl=context() if options.tls == "implicit" else None
    )
    print("ready", server.sockets[0].getsockname()[1], flush=True)
    await loop.run_in_executor(None, sys.stdin.buffer.read)
    server.close()


asyncio.run(main())

#!/usr/bin/env python3
"""Lets a programme live through a quarter with Postfix and Dovecot.

answers.py QUARTER FOLDER
"""

import os
import signal
import subprocess
import sys

from mailservers import Dovecot, Programme, free_port


def main():
    quarter, folder = sys.argv[1:3]
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    servers = []
    try:
        post = Programme(os.path.join(folder, "postfix"), free_port())
        servers.append(post)
        boxes = Dovecot(os.path.join(folder, "dovecot"), free_port(), os.path.join(folder, "postfix/mail"))
        servers.append(boxes)
        command = [quarter, "--smtp", str(post.port), "--imap", str(boxes.port), "--password", Dovecot.password]
        sys.exit(subprocess.run(command, timeout=900, check=False).returncode)
    finally:
        for server in reversed(servers):
            server.stop()


if __name__ == "__main__":
    main()

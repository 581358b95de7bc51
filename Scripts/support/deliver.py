#!/usr/bin/env python3
"""Sends a thousand mails through the real program to a real server, and counts what has come.

deliver.py JALON FOLDER ROOTS SERVER...
"""

import argparse
import collections
import os
import signal
import sys
import time

from mailservers import Exim, OpenSMTPD, Postfix, free_port
from running import Running

PAIRS = 500
SERVERS = {"postfix": Postfix, "exim": Exim, "opensmtpd": OpenSMTPD}


class Delivery(Running):
    def is_done(self):
        """What is left waits for a later time."""
        states = self.states()
        due = self.query(
            "SELECT 1 FROM outbox WHERE state IN ('deferred', 'unknown') AND not_before <= ?", int(time.time())
        )
        return bool(states) and not due and not set(states) & {"scheduled", "claimed", "committing"}

    def send_all(self):
        for _ in range(10):
            self.run(self.start())
            if set(self.states()) <= {"sent", "failed", "needs attention"}:
                return
            # Nobody waits for minutes: what was asked to come again comes now.
            self.query("UPDATE outbox SET not_before = 0 WHERE state IN ('deferred', 'unknown')")
        raise SystemExit(f"it does not come to an end: {self.states()}")


def start(name, folder, roots):
    return SERVERS[name](os.path.join(folder if name == "postfix" else roots, name), free_port())


def deliver(name, arguments):
    server = start(name, arguments.folder, arguments.roots)
    try:
        delivery = Delivery(
            arguments.jalon, os.path.join(arguments.folder, f"jalon-{name}"), server.port, PAIRS, 4, patience=300
        )
        begin = time.monotonic()
        delivery.send_all()
        seconds = time.monotonic() - begin
        rows = delivery.query("SELECT message_id, state, attempts, words FROM outbox")
        sent = {row[0] for row in rows if row[1] == "sent"}
        for _ in range(600):
            if len(server.delivered()) >= len(sent):
                break
            time.sleep(0.1)
        arrived = collections.Counter(server.delivered())
    finally:
        server.stop()
    lost = sent - set(arrived)
    doubled = [identifier for identifier, count in arrived.items() if count > 1]
    strangers = set(arrived) - sent
    failed = [row for row in rows if row[1] == "failed"]
    again = sum(1 for row in rows if row[2] > 0)
    print(
        f"{name:10} {len(rows):6} owed {len(sent):6} sent {len(failed):5} refused {again:5} asked to come again "
        f"{len(lost):3} lost {len(doubled):3} doubled {len(strangers):3} against the ledger's word  {seconds:6.1f} s",
        flush=True,
    )
    for words in sorted({row[3] for row in failed})[:3]:
        print(f"{'':10} refused: {words}")
    return not lost and not doubled and not strangers and len(sent) + len(failed) == 2 * PAIRS


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("jalon")
    parser.add_argument("folder")
    parser.add_argument("roots")
    parser.add_argument("servers", nargs="+", choices=sorted(SERVERS))
    arguments = parser.parse_args()
    # Whoever stops the test does not leave servers behind.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    results = [deliver(name, arguments) for name in arguments.servers]
    sys.exit(0 if all(results) else 1)


if __name__ == "__main__":
    main()

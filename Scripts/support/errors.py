#!/usr/bin/env python3
"""Sends mails to an smtp-sink that errs at one command, and looks whether each is in the state that this means.

errors.py JALON FOLDER OPTION COMMAND, where OPTION is -f (never), -r (not now), -q (disconnect) or -Q (421).
"""

import os
import subprocess
import sys

from mailservers import free_port, wait_for
from running import Running, Violation

PAIRS = 10


class Erring(Running):
    def is_done(self):
        """All are decided, or the route rests."""
        states = set(self.states())
        rests = self.query("SELECT 1 FROM facts WHERE name = 'route' AND value LIKE 'down%'")
        return bool(states) and not states & {"claimed", "committing"} and bool(rests or "scheduled" not in states)


def expected(option, command):
    """The states that may be left. After the dot a lost connection leaves a doubt; elsewhere it is the route's fault."""
    if command in ("CONNECT", "EHLO,HELO"):
        return {"scheduled"}
    if option in ("-q", "-Q") and command != ".":
        return {"scheduled"}
    return {"-f": {"failed"}, "-r": {"deferred"}, "-q": {"unknown", "scheduled"}, "-Q": {"deferred"}}[option]


def main():
    jalon, folder, option, command = sys.argv[1:]
    port = free_port()
    sink = subprocess.Popen(["smtp-sink", "-u", "nobody", option, command, f"127.0.0.1:{port}", "100"])
    try:
        wait_for(port, sink)
        erring = Erring(jalon, os.path.join(folder, "errors"), port, PAIRS)
        erring.run(erring.start())
        states = erring.states()
        words = erring.query("SELECT words FROM outbox WHERE words IS NOT NULL LIMIT 1")
        is_right = set(states) <= expected(option, command) and sum(states.values()) == 2 * PAIRS
        said = words[0][0][:70] if words else ""
        print(f"{option} {command:9} {'right' if is_right else 'WRONG'}  {states}  {said}", flush=True)
    except Violation as violation:
        print(f"{option} {command:9} WRONG  {violation}", flush=True)
        is_right = False
    finally:
        sink.terminate()
        sink.wait()
    sys.exit(0 if is_right else 1)


if __name__ == "__main__":
    main()

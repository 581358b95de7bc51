"""One case of a crash test: what is killed, and what must be true at the end."""

import collections
import json
import os
import subprocess
import sys
import time

from running import Running, Violation

PAIRS = 10
# So many calls fail before the disk has space again.
FAILING_CALLS = 3


class Sink:
    """The server that takes the mails, in a process of its own."""

    def __init__(self, path, lose=0, delay=0.0):
        os.makedirs(os.path.dirname(path), exist_ok=True)
        self.path = path
        script = os.path.join(os.path.dirname(os.path.abspath(__file__)), "sink.py")
        self.process = subprocess.Popen(
            [sys.executable, script, path, "--lose", str(lose), "--delay", str(delay)], stdout=subprocess.PIPE
        )
        self.port = int(self.process.stdout.readline())

    def size(self):
        return os.path.getsize(self.path) if os.path.exists(self.path) else 0

    def mails(self, since):
        with open(self.path, "rb") as file:
            file.seek(since)
            return [json.loads(line) for line in file]

    def stop(self):
        self.process.terminate()
        self.process.wait()


class Case(Running):
    def __init__(self, jalon, folder, sink, connections):
        super().__init__(jalon, folder, sink.port, PAIRS, connections)
        self.sink = sink
        self.begin = sink.size()

    def run_until_call(self, syscall, number):
        """Kills the program at its number-th call. Returns False where it does not come to that."""
        inject = f"inject={syscall}:signal=KILL:when={number}"
        return self.run(self.start(["strace", "-f", "-qq", "-o", "/dev/null", "-e", f"trace={syscall}", "-e", inject]))

    def run_with_failing_disk(self, syscall, error, number):
        """From the number-th call on, some calls fail. Returns whether the program ended of it; it may go on instead."""
        inject = f"inject={syscall}:error={error}:when={number}..{number + FAILING_CALLS - 1}"
        return self.run(self.start(["strace", "-f", "-qq", "-o", "/dev/null", "-e", f"trace={syscall}", "-e", inject]))

    def run_for(self, seconds):
        """Kills the program after so long. Returns False where all was sent before."""
        process = self.start()
        time.sleep(seconds)
        was_done = self.is_done()
        process.kill()
        process.wait()
        return not was_done

    def is_done(self):
        """Nothing is owed at this moment; what is in doubt waits."""
        states = self.states()
        if self.query("SELECT 1 FROM facts WHERE name = 'route' AND value LIKE 'down%'"):
            # The route rests after a lost answer; a new start tries it at once.
            return not set(states) & {"claimed", "committing"}
        due = self.query("SELECT 1 FROM outbox WHERE state = 'unknown' AND not_before <= ?", int(time.time()))
        return bool(states) and not due and set(states) <= {"sent", "unknown", "needs attention"}

    def finish_and_judge(self):
        """Lets the program finish what it was doing. Returns how many mails were repeated, and how many in doubt."""
        for _ in range(20):
            if not self.run(self.start()):
                if set(self.states()) <= {"sent", "needs attention"}:
                    return self.judge()
                # A doubt waits for a quarter of an hour; nobody else has that much time.
                self.query("UPDATE outbox SET not_before = 0 WHERE state = 'unknown'")
                continue
            raise Violation("it ended by itself: " + open(os.path.join(self.folder, "log"), encoding="utf-8").read())
        raise Violation(f"it does not come to an end: {self.states()}")

    def judge(self):
        if self.query("PRAGMA integrity_check") != [("ok",)]:
            raise Violation("the ledger is damaged")
        rows = self.query("SELECT message_id, state, doubts, recipient_address FROM outbox")
        if len(rows) != 2 * PAIRS:
            raise Violation(f"{len(rows)} mails are written, not {2 * PAIRS}")
        arrived = collections.defaultdict(list)
        for mail in self.sink.mails(self.begin):
            arrived[mail["id"]].append((mail["to"], mail["sha256"]))
        if unknown := set(arrived) - {row[0] for row in rows}:
            raise Violation(f"mails arrived that the ledger does not know: {unknown}")
        for identifier, state, doubts, recipient in rows:
            mails = arrived[identifier]
            if not mails and state != "needs attention":
                raise Violation(f"the mail to {recipient} is {state} and never arrived")
            if len(mails) > 1 + doubts:
                raise Violation(f"the mail to {recipient} arrived {len(mails)} times, with {doubts} doubts")
            if mails and set(mails) != {(recipient, mails[0][1])}:
                raise Violation(f"the mail to {recipient} was repeated with other bytes, or to somebody else")
        repeats = sum(len(mails) - 1 for mails in arrived.values())
        return repeats, sum(row[2] for row in rows)

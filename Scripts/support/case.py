"""One case of a crash test: a programme of its own, a state of its own, and what must be true of both at the end."""

import collections
import contextlib
import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time

import programme

PAIRS = 10
PATIENCE = 60


class Violation(Exception):
    """A promise that was broken."""


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


class Case:
    def __init__(self, jalon, folder, sink, arguments):
        self.folder = folder
        self.sink = sink
        self.begin = sink.size()
        shutil.rmtree(folder, ignore_errors=True)
        programme.write(os.path.join(folder, "config"), PAIRS, sink.port, connections=arguments.connections)
        self.state = os.path.join(folder, "state")
        self.command = [jalon, "run", "--config", os.path.join(folder, "config"), "--state", self.state]

    def remove(self):
        shutil.rmtree(self.folder)

    # Running

    def start(self, prefix=()):
        log = open(os.path.join(self.folder, "log"), "ab")
        return subprocess.Popen([*prefix, *self.command], stdout=log, stderr=log, start_new_session=True)

    def run_until_call(self, syscall, number):
        """Kills the program at its number-th call. Returns False where it does not come to that."""
        inject = f"inject={syscall}:signal=KILL:when={number}"
        return self.run(self.start(["strace", "-f", "-qq", "-o", "/dev/null", "-e", f"trace={syscall}", "-e", inject]))

    def run_for(self, seconds):
        """Kills the program after so long. Returns False where all was sent before."""
        process = self.start()
        time.sleep(seconds)
        was_done = self.is_done()
        process.kill()
        process.wait()
        return not was_done

    def run(self, process, is_done=None):
        """Waits until the program dies (True), or has nothing to do any more and is asked to end (False)."""
        is_done = is_done or self.is_done
        limit = time.monotonic() + PATIENCE
        while process.poll() is None:
            pid = self.daemon()
            if pid and is_done():
                os.kill(pid, signal.SIGTERM)
                try:
                    process.wait(20)
                except subprocess.TimeoutExpired:
                    os.killpg(process.pid, signal.SIGKILL)
                    process.wait()
                    raise Violation("it did not end on SIGTERM")
                return False
            if time.monotonic() > limit:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()
                raise Violation(f"nothing moves any more: {self.states()}")
            time.sleep(0.03)
        return True

    def daemon(self):
        try:
            with open(os.path.join(self.state, "lock"), encoding="ascii") as file:
                pid = int(file.read())
            # A process that was killed leaves its number behind.
            with open(f"/proc/{pid}/cmdline", "rb") as file:
                return pid if self.state.encode() in file.read() else None
        except (OSError, ValueError):
            return None

    # The ledger

    def query(self, sql, *arguments):
        path = os.path.join(self.state, "ledger.sqlite")
        if not os.path.exists(path):
            return []
        try:
            with contextlib.closing(sqlite3.connect(path, timeout=10, isolation_level=None)) as connection:
                return connection.execute(sql, arguments).fetchall()
        except sqlite3.OperationalError as error:
            if "no such table" in str(error) or "locked" in str(error):
                return []
            raise

    def states(self):
        return dict(self.query("SELECT state, count(*) FROM outbox GROUP BY state"))

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

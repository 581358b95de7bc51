"""The real program with a configuration and a state of its own, run until it has nothing to do."""

import contextlib
import os
import shutil
import signal
import sqlite3
import subprocess
import time

import programme


class Violation(Exception):
    """A promise that was broken."""


class Running:
    def __init__(self, jalon, folder, port, pairs, connections=1, patience=60):
        self.folder = folder
        self.patience = patience
        shutil.rmtree(folder, ignore_errors=True)
        programme.write(os.path.join(folder, "config"), pairs, port, connections=connections)
        self.state = os.path.join(folder, "state")
        self.command = [jalon, "run", "--config", os.path.join(folder, "config"), "--state", self.state]

    def remove(self):
        shutil.rmtree(self.folder)

    def start(self, prefix=()):
        log = open(os.path.join(self.folder, "log"), "ab")
        return subprocess.Popen([*prefix, *self.command], stdout=log, stderr=log, start_new_session=True)

    def run(self, process):
        """Waits until the program dies (True), or has nothing to do any more and is asked to end (False)."""
        limit = time.monotonic() + self.patience
        try:
            return self.watch(process, limit)
        finally:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()

    def watch(self, process, limit):
        while process.poll() is None:
            pid = self.daemon()
            if pid and self.is_done():
                os.kill(pid, signal.SIGTERM)
                try:
                    process.wait(20)
                except subprocess.TimeoutExpired:
                    raise Violation("it did not end on SIGTERM")
                return False
            if time.monotonic() > limit:
                raise Violation(f"nothing moves any more: {self.states()}")
            time.sleep(0.03)
        return True

    def daemon(self):
        try:
            with open(os.path.join(self.state, "lock"), encoding="ascii") as file:
                pid = int(file.read().split()[0])
            # A process that was killed leaves its number behind.
            with open(f"/proc/{pid}/cmdline", "rb") as file:
                return pid if self.state.encode() in file.read() else None
        except (OSError, ValueError, IndexError):
            return None

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
        """Nothing can be done at this moment."""
        raise NotImplementedError

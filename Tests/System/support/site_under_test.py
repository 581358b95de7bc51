"""A programme in files, its state, and the real program run on both."""

import contextlib
import datetime
import os
import pathlib
import queue
import signal
import sqlite3
import subprocess
import threading
import time

FOREIGN = ("NOTIFY_SOCKET", "STATE_DIRECTORY", "JOURNAL_STREAM", "CREDENTIALS_DIRECTORY", "LANG", "LC_ALL")


class Daemon:
    """A running `jalon run` and the lines of its log."""

    def __init__(self, command, environment):
        self.process = subprocess.Popen(
            command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=environment, text=True, errors="replace")
        self.lines = []
        self._queue = queue.Queue()
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self):
        for line in self.process.stderr:
            self._queue.put(line.rstrip("\n"))
        self._queue.put(None)

    @property
    def pid(self):
        return self.process.pid

    def wait_for(self, text, timeout=30):
        """Waits for a line of the log that contains the text; lines that were read before count."""
        for line in self.lines:
            if text in line:
                return line
        limit = time.monotonic() + timeout
        while (rest := limit - time.monotonic()) > 0:
            with contextlib.suppress(queue.Empty):
                line = self._queue.get(timeout=rest)
                if line is None:
                    break
                self.lines.append(line)
                if text in line:
                    return line
        raise AssertionError(f"no line with {text!r} within {timeout} s:\n" + "\n".join(self.lines))

    def log(self):
        """All that it has logged so far."""
        with contextlib.suppress(queue.Empty):
            while (line := self._queue.get_nowait()) is not None:
                self.lines.append(line)
        return "\n".join(self.lines)

    def is_running(self):
        return self.process.poll() is None

    def signal(self, number):
        self.process.send_signal(number)

    def stop(self, timeout=60):
        """Asks it to end, and returns its exit code."""
        if self.is_running():
            self.process.send_signal(signal.SIGTERM)
        return self.process.wait(timeout)

    def kill(self):
        self.process.kill()
        return self.process.wait(10)


class Site:
    """One pair by default, invited today: Claire Durand mentors Thomas Petit, and Nadia Benali coordinates.

    Its rules count hours, which are elapsed time, so that invitations are due at any time of the day. Addresses are
    claire@example.org, thomas@example.org, nadia@example.org; the mailbox is mentorat@example.org.
    """

    PEOPLE = """\
people:
  claire: {name: Claire Durand, email: claire@example.org}
  thomas: {name: Thomas Petit, email: thomas@example.org}
  nadia: {name: Nadia Benali, email: nadia@example.org}
"""
    RULES = """\
rules:
  invitation: {trigger: 1344 hours before session, send: {invitation: everyone}}
"""

    def __init__(self, jalon, folder, smtp):
        self.jalon = pathlib.Path(jalon)
        self.folder = pathlib.Path(folder)
        self.config = self.folder / "config"
        self.state = self.folder / "state"
        self.smtp = smtp
        self.today = datetime.date.today()
        self._daemons = []
        self.config.mkdir(exist_ok=True)

    def write(self, name, text):
        """Writes a file of the configuration."""
        path = self.config / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    def write_programme(self, *, people=None, relationships=None, rules=None, mail="", answers="", programme="", extra=""):
        """Writes jalon.yaml; each part may be replaced, `mail`, `programme` and `extra` are added to."""
        first, last = self.today + datetime.timedelta(days=7), self.today + datetime.timedelta(days=34)
        relationships = relationships or (
            "relationships:\n"
            f"  claire-thomas: {{mentor: claire, mentee: thomas, start: {first}, end: {last}}}\n")
        text = f"""\
programme:
  name: Mentorat Exemple
  mailbox: Mentorat Exemple <mentorat@example.org>
  timezone: Europe/Paris
  language: fr
  coordinator: nadia
{programme}
mail:
  server: smtp://127.0.0.1:{self.smtp.port if self.smtp else 1}
{mail}
{answers}
defaults:
  sessions: {{every: 3-4 weeks, lasts: 1h}}
  hours: mon-sun 08:00-21:00
  notice: 1 day
{extra}
{people or self.PEOPLE}
{relationships}
{rules or self.RULES}
"""
        return self.write("jalon.yaml", text)

    def imap_answers(self, server, more=""):
        """The `answers:` section for a scripted IMAP server; writes its password beside the configuration."""
        secret = self.write("imap-secret", "secret\n")
        secret.chmod(0o600)
        return (f"answers: {{server: 'imap://127.0.0.1:{server.port}', user: mentorat@example.org, "
                f"password: {{file: imap-secret}}, poll: 30 seconds{', ' + more if more else ''}}}")

    # Running it

    def environment(self, more=None):
        own = {name: value for name, value in os.environ.items() if name not in FOREIGN}
        return {**own, "LC_ALL": "C.UTF-8", **(more or {})}

    def arguments(self, words):
        """The command line; --config and --state are added where the command takes them."""
        words = [str(word) for word in words]
        takes_no_state = {"check", "init", "explain", "import", "preview", "show", "rehearse"}
        more = [] if words[0] == "init" else ["--config", str(self.config)]
        if words[0] not in takes_no_state:
            more += ["--state", str(self.state)]
        # `status`, `outbox`, `log` and `backup` read the state alone.
        if words[0] in ("status", "outbox", "backup"):
            more = ["--state", str(self.state)]
        return [str(self.jalon), *words, *more]

    def run(self, *words, stdin=None, env=None, timeout=120, raw=False):
        """Runs a command to its end: returncode, stdout, stderr. `raw` leaves the command line as it is."""
        command = [str(self.jalon), *map(str, words)] if raw else self.arguments(words)
        data = stdin.encode() if isinstance(stdin, str) else stdin
        result = subprocess.run(
            command, input=data if data is not None else b"", capture_output=True, env=self.environment(env),
            timeout=timeout)
        result.stdout = result.stdout.decode("utf-8", "replace")
        result.stderr = result.stderr.decode("utf-8", "replace")
        return result

    def receive(self, mail, *options):
        """Pipes a mail to `jalon receive`."""
        return self.run("receive", *options, stdin=mail)

    def start(self, env=None):
        """Starts the daemon; it is ended with the test."""
        command = [str(self.jalon), "run", "--config", str(self.config), "--state", str(self.state)]
        daemon = Daemon(command, self.environment(env))
        self._daemons.append(daemon)
        return daemon

    def end(self):
        for daemon in self._daemons:
            if daemon.is_running():
                daemon.kill()

    # Looking at what it did

    def query(self, sql, *arguments):
        with contextlib.closing(sqlite3.connect(self.state / "ledger.sqlite", timeout=10, isolation_level=None)) as db:
            return db.execute(sql, arguments).fetchall()

    def outbox(self):
        """(template, recipient address, state) of every mail, in the order in which they were written."""
        return self.query("SELECT template, recipient_address, state FROM outbox ORDER BY id")

    def invite(self):
        """Runs `jalon once`, and returns the invitations that arrived, by address."""
        result = self.run("once")
        assert result.returncode == 0, result.stdout + result.stderr
        return {mail.recipient: mail for mail in self.smtp.mails if "METHOD:REQUEST" in mail.calendar()}

    @staticmethod
    def uid(invitation):
        return next(line[4:] for line in invitation.calendar().splitlines() if line.startswith("UID:"))

"""The service in a booted Debian: machine.py FOLDER PACKAGE, with a fresh system in FOLDER/root."""

import datetime
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))
PORT = 2525
PASSWORD = "correct horse battery"
NAMES = ["Durand", "Petit", "claire", "thomas", "example.org"]


class Failure(Exception):
    """Something is not as it was promised."""


def expect(condition, words):
    if not condition:
        raise Failure(words)


def until(condition, words, seconds):
    """Waits until something holds."""
    limit = time.monotonic() + seconds
    while time.monotonic() < limit:
        if value := condition():
            return value
        time.sleep(0.3)
    raise Failure(f"not within {seconds} s: {words}")


class Machine:
    """A booted system, and a mail server on the loopback inside of it."""

    def __init__(self, folder):
        self.folder = folder
        self.root = os.path.join(folder, "root")
        self.mails = os.path.join(folder, "mails.jsonl")
        self.console = open(os.path.join(folder, "console.log"), "ab")
        self.sink = None
        open(self.mails, "a").close()
        self.certificate = os.path.join(folder, "certificate.pem")
        subprocess.run(
            [
                "openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
                "-days", "2", "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost",
                "-keyout", self.certificate + ".key", "-out", self.certificate,
            ],
            check=True, capture_output=True,
        )
        with open(self.certificate, encoding="ascii") as file:
            self.authority = file.read()
        with open(self.certificate, "a", encoding="ascii") as file, open(self.certificate + ".key", encoding="ascii") as key:
            file.write(key.read())
        self.boot()

    def boot(self):
        self.nspawn = subprocess.Popen(
            [
                "systemd-nspawn", "-q", "-D", self.root, "--boot", "--register=no", "--keep-unit",
                "--private-network", "--console=pipe",
            ],
            stdin=subprocess.DEVNULL, stdout=self.console, stderr=self.console, start_new_session=True,
        )
        self.await_boot()

    def await_boot(self):
        """Waits until the system is up, and starts the mail server."""

        def is_up():
            if self.nspawn.poll() is not None:
                with open(self.console.name, encoding="utf-8", errors="replace") as log:
                    raise Failure("systemd-nspawn ended: " + " ".join(log.read().split()[-40:]))
            children = f"/proc/{self.nspawn.pid}/task/{self.nspawn.pid}/children"
            with open(children, encoding="ascii") as file:
                found = [int(word) for word in file.read().split()]
            if not found:
                return None
            self.leader = found[0]
            state = self.run("systemctl", "is-system-running", check=False)
            return state.stdout.strip() in ("running", "degraded")

        until(is_up, "the system boots", 120)
        self.sink = subprocess.Popen(
            [
                "nsenter", "-t", str(self.leader), "-n", sys.executable, os.path.join(HERE, "sink.py"), self.mails,
                "--port", str(PORT), "--login", f"mentorat@example.org:{PASSWORD}", "--tls", self.certificate,
            ],
            stdout=subprocess.PIPE, stderr=self.console, start_new_session=True,
        )
        expect(self.sink.stdout.readline(), "the mail server inside does not start")

    def run(self, *command, check=True, text=None):
        """A command inside of the system."""
        result = subprocess.run(
            ["nsenter", "-t", str(self.leader), "-a", "--", *command],
            input=text, capture_output=True, text=True, timeout=180,
            env={"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LANG": "C.UTF-8", "DEBIAN_FRONTEND": "noninteractive"},
        )
        if check and result.returncode != 0:
            raise Failure(f"{' '.join(command)}: {result.returncode}: {result.stdout}{result.stderr}")
        return result

    def show(self, name, unit="jalon"):
        return self.run("systemctl", "show", "--value", "-p", name, unit).stdout.strip()

    def write(self, path, text, mode=0o644):
        whole = self.root + path
        os.makedirs(os.path.dirname(whole), exist_ok=True)
        with open(whole, "w", encoding="utf-8") as file:
            file.write(text)
        os.chmod(whole, mode)

    def received(self):
        with open(self.mails, encoding="ascii") as file:
            return [json.loads(line) for line in file]

    def reboot(self):
        self.sink.kill()
        self.sink.wait()
        self.run("systemctl", "reboot", check=False)
        # With --keep-unit a reboot is left to whoever has started it: systemd-nspawn(1), exit status 133.
        code = self.nspawn.wait(120)
        expect(code == 133, f"the reboot ended with {code}")
        self.boot()

    def stop(self):
        if self.sink:
            self.sink.kill()
        if self.nspawn.poll() is None:
            # nspawn hands this to the system inside as a request to power off.
            self.nspawn.send_signal(signal.SIGTERM)
            try:
                self.nspawn.wait(60)
            except subprocess.TimeoutExpired:
                os.killpg(self.nspawn.pid, signal.SIGKILL)
                self.nspawn.wait()


def programme(second_pair=False):
    """Two who have met just now and will again, with their invitations due at once."""
    today = datetime.date.today()
    start, end = today + datetime.timedelta(days=7), today + datetime.timedelta(days=60)
    pair = f"start: {start}, end: {end}"
    return f"""programme:
  name: Mentorat Exemple
  mailbox: Mentorat Exemple <mentorat@example.org>
  timezone: Europe/Paris
  language: fr
mail:
  server: smtps://localhost:{PORT}
  ca: authority.pem
  user: mentorat@example.org
  password: {{credential: smtp-password}}
calendars:
  publish: /var/lib/jalon/calendars
defaults:
  sessions: {{every: 3-4 weeks, lasts: 1h}}
  hours: mon-sun 08:00-21:00
people:
  claire: {{name: Claire Durand, email: claire@example.org}}
  thomas: {{name: Thomas Petit, email: thomas@example.org}}
  lea: {{name: Léa Martin, email: lea@example.org, language: en}}
relationships:
  claire-thomas: {{mentor: claire, mentee: thomas, {pair}}}
{f"  claire-lea: {{mentor: claire, mentee: lea, {pair}}}" if second_pair else ""}
rules:
  invitation: {{trigger: 3360 hours before session, send: {{invitation: everyone}}}}
"""


class Proof:
    def __init__(self, machine, package):
        self.machine = machine
        self.package = package

    def step(self, number, words):
        print(f"  {number}. {words}", flush=True)

    def all(self):
        steps = [
            self.installs, self.starts, self.reloads, self.is_watched, self.reboots, self.logs, self.upgrades,
            self.passes, self.leaves,
        ]
        for number, step in enumerate(steps, 1):
            self.step(number, step())

    def installs(self):
        machine = self.machine
        shutil.copy(self.package, machine.root + "/jalon.deb")
        machine.run("dpkg", "--install", "/jalon.deb")
        expect(machine.show("ActiveState") == "inactive", "the package has started the service")
        mode = machine.run("stat", "-c", "%U:%G %a", "/etc/jalon", "/etc/jalon/credentials").stdout.split("\n")
        expect(mode[:2] == ["root:jalon 750", "root:root 700"], f"modes are {mode}")
        expect(machine.run("jalon", "check").returncode == 0, "the commented start is not sound")
        return "installed: nothing runs, /etc/jalon is root:jalon 0750, and the start that it holds is sound"

    def starts(self):
        machine = self.machine
        for name in ("people/people", "relationships/relationships", "rules/rules"):
            os.unlink(f"{machine.root}/etc/jalon/{name}.yaml")
        machine.write("/etc/hosts", "127.0.0.1 localhost\n")
        machine.write("/etc/jalon/authority.pem", machine.authority)
        machine.write("/etc/jalon/jalon.yaml", programme())
        machine.write("/etc/jalon/credentials/smtp-password", PASSWORD, 0o600)
        # A watchdog that need not be waited for; the wheel turns at least every 30 s.
        machine.write("/etc/systemd/system/jalon.service.d/test.conf", "[Service]\nWatchdogSec=40s\nRestartSec=1s\n")
        machine.run("systemctl", "daemon-reload")
        doctor = machine.run("jalon", "doctor", check=False)
        expect(doctor.returncode == 0, f"jalon doctor, by hand: {doctor.stdout}{doctor.stderr}")
        machine.run("systemctl", "enable", "--now", "jalon")
        expect(machine.show("ActiveState") == "active", "the service does not run")
        self.owed = int(machine.run("sh", "-c", "jalon outbox list --all --format json | grep -c '\"id\"'").stdout)
        expect(self.owed >= 2, "nothing is owed")
        until(lambda: len(machine.received()) == self.owed, "the invitations arrive", 60)
        status = machine.show("StatusText")
        expect("next: " in status, f"the status line says '{status}'")
        user = machine.run("stat", "-c", "%U", "/proc/" + machine.show("MainPID")).stdout.strip()
        expect(user == "jalon", f"it runs as {user}")
        secrets = machine.run("runuser", "-u", "jalon", "--", "cat", "/etc/jalon/credentials/smtp-password", check=False)
        expect(secrets.returncode != 0, "the daemon's user can read the password")
        until(lambda: os.path.exists(machine.root + "/var/lib/jalon/calendars/people/claire.ics"), "calendars", 10)
        return f"started: {self.owed} invitations have arrived, after a login by credential; '{status}'"

    def reloads(self):
        machine = self.machine
        machine.write("/etc/jalon/jalon.yaml", programme(second_pair=True))
        machine.run("systemctl", "reload", "jalon")
        until(lambda: {"lea@example.org"} <= {mail["to"] for mail in machine.received()}, "the second pair", 60)
        machine.write("/etc/jalon/jalon.yaml", programme().replace("relationships:", "relationshipz:"))
        refused = machine.run("systemctl", "reload", "jalon", check=False)
        expect(refused.returncode != 0, "a bad edit was taken")
        status = machine.run("systemctl", "status", "--no-pager", "jalon", check=False).stdout
        expect(re.search(r"jalon\.yaml:\d+:1: error", status), f"systemctl status does not say where the mistake is:\n{status}")
        line = until(lambda: re.search(r"Status: .*reload refused.*", machine.run(
            "systemctl", "status", "--no-pager", "jalon", check=False).stdout), "the status line says why", 10)
        expect(machine.show("ActiveState") == "active", "a bad edit has ended the service")
        machine.write("/etc/jalon/jalon.yaml", programme(second_pair=True))
        machine.run("systemctl", "reload", "jalon")
        until(lambda: "next: " in machine.show("StatusText"), "the status line is itself again", 40)
        return f"reloaded: a good edit is taken, a bad one refused: {line.group(0).strip()}"

    def is_watched(self):
        machine = self.machine
        until(lambda: machine.run("jalon", "status", "--format", "json").stdout.count('"owed" : 0'), "all is sent", 60)
        self.sent = len(machine.received())
        before = machine.show("MainPID")
        machine.run("sh", "-c", f"kill -STOP {before}")
        began = time.monotonic()
        until(lambda: machine.show("NRestarts") == "1" and machine.show("ActiveState") == "active", "the watchdog", 150)
        seconds = time.monotonic() - began
        expect(machine.show("MainPID") != before, "the same process goes on")
        time_out = machine.run("journalctl", "-u", "jalon", "--no-pager").stdout
        expect("Watchdog timeout" in time_out, "it was not the watchdog")
        expect(len(machine.received()) == self.sent, "the restart has repeated mails")
        return f"watched: a process that stood still was started anew after {seconds:.0f} s, and nothing was repeated"

    def reboots(self):
        machine = self.machine
        machine.reboot()
        until(lambda: machine.show("ActiveState") == "active", "the service comes back", 60)
        until(lambda: "next: " in machine.show("StatusText"), "its first turn", 60)
        # One more turn, which would send what was owed twice.
        machine.run("jalon", "relationship", "replan", "claire-thomas", check=False)
        ids = [mail["id"] for mail in machine.received()]
        expect(len(ids) == len(set(ids)) == self.sent, f"{len(ids)} mails, {len(set(ids))} different, {self.sent} before")
        return "rebooted: it is back by itself, and nothing is repeated"

    def logs(self):
        machine = self.machine
        lines = [json.loads(line) for line in machine.run(
            "journalctl", "_SYSTEMD_UNIT=jalon.service", "--no-pager", "-o", "json").stdout.splitlines()]
        own = [line for line in lines if line.get("_TRANSPORT") == "stdout"]
        priorities = {line["PRIORITY"] for line in own}
        expect({"3", "5", "6"} <= priorities, f"priorities are {priorities}")
        for line in own:
            if "jalon.yaml:" in line["MESSAGE"] or "    " in line["MESSAGE"]:
                continue  # What `jalon reload` said of the files to the admin.
            for name in NAMES:
                expect(name not in line["MESSAGE"], f"the journal names somebody: {line['MESSAGE']}")
        spoken = machine.run("sh", "-c", "journalctl -u jalon -o cat | jalon log --translate").stdout
        expect("claire" in spoken, "the log's ids are not put back")
        return f"logged: {len(own)} lines with priorities {', '.join(sorted(priorities))}, and no name in them"

    def upgrades(self):
        machine = self.machine
        before = machine.show("MainPID")
        backup = machine.run("jalon", "backup", "/root/backup.sqlite").stdout.strip()
        machine.run("dpkg", "--install", "--force-confold", "/jalon.deb")
        until(lambda: machine.show("ActiveState") == "active" and machine.show("MainPID") != before, "a restart", 60)
        expect("claire-lea" in open(machine.root + "/etc/jalon/jalon.yaml", encoding="utf-8").read(), "edits are gone")
        expect(len(machine.received()) == self.sent, "an upgrade has repeated mails")
        return f"upgraded: the new program runs, the admin's edits stand; {backup}"

    def passes(self):
        machine = self.machine
        machine.run("systemctl", "disable", "--now", "jalon")
        # What root orders by hand leaves files that the daemon's user can go on with.
        machine.run("jalon", "relationship", "replan", "claire-thomas", check=False)
        machine.run("systemctl", "start", "jalon-once")
        expect(machine.show("Result", "jalon-once") == "success", "a pass by timer has failed")
        expect(len(machine.received()) == self.sent, "a pass has repeated mails")
        machine.run("systemctl", "enable", "--now", "jalon.timer")
        expect(machine.show("ActiveState", "jalon.timer") == "active", "the timer does not run")
        return "by a timer: a single pass works in the same sandbox"

    def leaves(self):
        machine = self.machine
        machine.run("dpkg", "--remove", "jalon")
        for path in ("/etc/jalon/jalon.yaml", "/var/lib/jalon/ledger.sqlite"):
            expect(os.path.exists(machine.root + path), f"a removal has taken {path}")
        machine.run("dpkg", "--purge", "jalon")
        for path in ("/var/lib/jalon", "/etc/jalon/jalon.yaml", "/etc/jalon/credentials", "/usr/bin/jalon"):
            expect(not os.path.exists(machine.root + path), f"a purge has left {path}")
        return "removed: configuration and ledger stay until a purge"


def main():
    folder, package = sys.argv[1:]
    machine = Machine(folder)
    try:
        Proof(machine, package).all()
        print("the service keeps its promises under systemd")
    except Failure as failure:
        log = machine.run("journalctl", "-u", "jalon", "--no-pager", "-n", "40", check=False).stdout
        print(f"{log}\nFAILED: {failure}", file=sys.stderr)
        sys.exit(1)
    finally:
        machine.stop()


if __name__ == "__main__":
    main()

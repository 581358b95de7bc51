#!/usr/bin/env python3
"""Lets the real program read a mailbox of ten thousand mails, two hundred of them answers, and one of 200 MB.

mailbox.py JALON FOLDER [COUNT]
"""

import datetime
import os
import signal
import subprocess
import sys
import time

import programme
from mailservers import Dovecot, free_port
from running import Running

PAIRS = 100
MOST_SECONDS = 60
MOST_MEMORY = 96 << 20
HUGE = 200_000_000


class Reading(Running):
    def is_done(self):
        return set(self.states()) == {"sent"}

    def position(self):
        rows = self.query("SELECT last FROM mailboxes")
        return rows[0][0] if rows else 0

    def answered(self):
        return self.query("SELECT count(*) FROM orders WHERE kind = 'incoming' AND done IS NOT NULL")[0][0]


def reply(uid, address, number):
    stamp = datetime.datetime.now(datetime.timezone.utc).strftime("%Y%m%dT%H%M%SZ")
    return f"""From: Personne <{address}>\r
To: mentorat@exemple.fr\r
Message-ID: <answer-{number}@example.org>\r
Content-Type: text/calendar; method=REPLY; charset=utf-8\r
\r
BEGIN:VCALENDAR\r
VERSION:2.0\r
METHOD:REPLY\r
BEGIN:VEVENT\r
UID:{uid}\r
DTSTAMP:{stamp}\r
SEQUENCE:0\r
ATTENDEE;PARTSTAT=ACCEPTED:mailto:{address}\r
END:VEVENT\r
END:VCALENDAR\r
"""


def letter(number):
    text = "Bonjour, voici quelques nouvelles de la semaine.\r\n" * (number % 60 + 1)
    return (
        f"From: somebody-{number}@example.org\r\nTo: mentorat@exemple.fr\r\nSubject: Nouvelles {number}\r\n"
        f"Message-ID: <letter-{number}@example.org>\r\n\r\n{text}"
    )


def fill(box, count, answers):
    """Maildir names in the order in which the server is to number them."""
    for folder in ("tmp", "new", "cur"):
        os.makedirs(os.path.join(box, folder), exist_ok=True)
    every = count // len(answers)
    for number in range(count):
        is_answer = number % every == 0 and number // every < len(answers)
        text = reply(*answers[number // every], number) if is_answer else letter(number)
        # Some were read by the humans who share the mailbox.
        seen = number % 3 == 0
        name = f"{1_700_000_000 + number}.M{number}.host"
        path = os.path.join(box, "cur" if seen else "new", name + (":2,S" if seen else ""))
        with open(path, "w", encoding="utf-8", newline="") as file:
            file.write(text)
    with open(os.path.join(box, "new", f"{1_700_000_000 + count}.M{count}.host"), "wb") as file:
        file.write(b"From: somebody@example.org\r\nSubject: Photos\r\n\r\n")
        line = b"A" * 76 + b"\r\n"
        for _ in range(HUGE // (1000 * len(line))):
            file.write(line * 1000)
    subprocess.run(["chown", "-R", "nobody:nogroup", box], check=True)


def seen(folder):
    """How many mails of a Maildir are marked as seen, and how many are not."""
    names = os.listdir(os.path.join(folder, "cur")) + os.listdir(os.path.join(folder, "new"))
    marked = sum(1 for name in names if "S" in name.partition(":2,")[2])
    return marked, len(names) - marked


def peak(pid):
    with open(f"/proc/{pid}/status", encoding="ascii") as file:
        return next(int(line.split()[1]) << 10 for line in file if line.startswith("VmHWM"))


def main():
    jalon, folder = sys.argv[1:3]
    count = int(sys.argv[3]) if len(sys.argv) > 3 else 10_000
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    sink = subprocess.Popen(
        [sys.executable, os.path.join(os.path.dirname(__file__), "sink.py"), os.path.join(folder, "arrived")],
        stdout=subprocess.PIPE, text=True,
    )
    server = None
    try:
        port = int(sink.stdout.readline())
        mail = os.path.join(folder, "mail")
        server = Dovecot(os.path.join(folder, "dovecot"), free_port(), mail)
        reading = Reading(jalon, os.path.join(folder, "jalon"), port, PAIRS, 4, patience=120)
        config = os.path.join(folder, "jalon", "config")
        secret = os.path.join(config, "secret")
        with open(secret, "w", encoding="ascii") as file:
            file.write(Dovecot.password)
        os.chmod(secret, 0o600)
        answers = (
            f"answers: {{server: 'imap://127.0.0.1:{server.port}', user: mentorat@exemple.fr, "
            "password: {file: secret}, move_to: Traites, poll: 30 seconds}"
        )
        programme.write(config, PAIRS, port, connections=4, answers=answers)
        reading.run(reading.start())
        rows = reading.query(
            "SELECT uid, recipient_address FROM outbox JOIN meetings ON meetings.id = outbox.meeting"
        )
        assert len(rows) == 2 * PAIRS, f"{len(rows)} invitations"
        box = os.path.join(mail, "mentorat")
        fill(box, count, rows)
        before = seen(box)
        begin = time.monotonic()
        process = reading.start()
        try:
            while reading.position() < count + 1 or reading.answered() < len(rows) + 1:
                if time.monotonic() - begin > 300 or process.poll() is not None:
                    raise SystemExit(f"read up to {reading.position()}, {reading.answered()} answers taken in")
                if reading.position() >= count + 1 and "whole" not in locals():
                    whole = time.monotonic() - begin
                time.sleep(0.02)
            seconds = time.monotonic() - begin
            memory = peak(reading.daemon())
            os.kill(reading.daemon(), signal.SIGTERM)
            process.wait(20)
        finally:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)
        accepted = reading.query("SELECT count(*) FROM journal WHERE event = 'answered' AND detail = 'accepted'")[0][0]
        aside = reading.query("SELECT count(*) FROM journal WHERE event = 'set aside'")[0][0]
        moved = sum(len(os.listdir(os.path.join(box, ".Traites", name))) for name in ("cur", "new"))
        after = seen(box)
        answers_seen = sum(1 for number in range(count) if number % (count // len(rows)) == 0 and number % 3 == 0
                           and number // (count // len(rows)) < len(rows))
        # All that was left is as it was: the answers are gone from among both kinds.
        as_it_was = after == (before[0] - answers_seen, before[1] - (len(rows) - answers_seen))
        print(
            f"{count + 1} mails read in {seconds:.1f} s, {memory / (1 << 20):.0f} MB at most: {accepted} answers "
            f"taken in, {moved} moved, {aside} set aside, the others {'as they were' if as_it_was else 'CHANGED'}"
        )
        ok = accepted == len(rows) == moved and aside == 1 and as_it_was
        ok = ok and seconds < MOST_SECONDS and memory < MOST_MEMORY
        sys.exit(0 if ok else 1)
    finally:
        if server:
            server.stop()
        sink.terminate()
        sink.wait()


if __name__ == "__main__":
    main()

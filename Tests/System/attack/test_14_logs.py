"""Whatever happens, the system's journal names nobody: no id, no name, no address, no title, no place."""

import datetime
import os
import re
import shutil
import socket
import subprocess
import threading
import time

import mails
import pytest

PEOPLE = """\
people:
  zyxclara: {name: Zyxclara Quillfeder, email: zyxclara.quillfeder@vlorg.example}
  zyxtom: {name: "Zyxtom 'Wumm' Brombart", email: brombart@vlorg.example, aliases: [zyxalias@vlorg.example]}
  zyxmed: {name: Zyxmed Krampf, email: krampf@vlorg.example}
  nadia: {name: Zyxkoord Vantier, email: vantier@vlorg.example}
"""
# Parts of everything that names somebody in these files.
NAMES = ["zyx", "quillfeder", "brombart", "wumm", "krampf", "vantier", "vlorg", "quonset", "bolderhall", "splonk"]


def pair(today, place="Bolderhall, rue Quonset"):
    first, last = today + datetime.timedelta(days=7), today + datetime.timedelta(days=60)
    return (f"relationships:\n  zyxclara-zyxtom: {{mentor: zyxclara, mentee: zyxtom, mediator: zyxmed, start: {first}, "
            f"end: {last}, objectives: [{{goal: Splonk lernen}}], sessions: {{then: {{in_person: '{place}'}}}}}}\n")


def journal_of(path):
    """What JOURNAL_STREAM is where standard error is this file (systemd.exec(5))."""
    status = os.stat(path)
    return f"{status.st_dev}:{status.st_ino}"


class Journal:
    """Standard error and STATUS lines of what runs as a service."""

    def __init__(self, site):
        self.site = site
        self.path = site.folder / "journal"
        self.path.touch()
        self.statuses = []
        self.socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self.socket.bind(str(site.folder / "notify"))
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self):
        while True:
            try:
                self.statuses.append(self.socket.recv(65536).decode("utf-8", "replace"))
            except OSError:
                return

    def environment(self, more=None):
        return self.site.environment({
            "JOURNAL_STREAM": journal_of(self.path), "NOTIFY_SOCKET": str(self.site.folder / "notify"), **(more or {})})

    def start(self):
        with self.path.open("ab") as file:
            return subprocess.Popen(
                [self.site.jalon, "run", "-v", "--config", self.site.config, "--state", self.site.state], stdout=file,
                stderr=file, env=self.environment())

    def run(self, *words, stdin=b"", more=None):
        """As ExecReload= and a timer do: both streams go to the journal."""
        with self.path.open("ab") as file:
            return subprocess.run(
                self.site.arguments(words), input=stdin, stdout=file, stderr=file, env=self.environment(more),
                timeout=60).returncode

    @property
    def text(self):
        return self.path.read_text(errors="replace")

    def wait_for(self, text, timeout=30, after=0):
        limit = time.monotonic() + timeout
        while text not in self.text[after:]:
            assert time.monotonic() < limit, f"no {text!r} in:\n{self.text[after:]}"
            time.sleep(0.05)

    def expect_nobody(self):
        for line in self.text.splitlines() + [line for status in self.statuses for line in status.splitlines()]:
            assert [name for name in NAMES if name in line.lower()] == [], line


@pytest.fixture
def journal(site):
    return Journal(site)


def write(site, **rest):
    site.write_programme(
        **{"people": PEOPLE, "relationships": pair(site.today), "answers": "answers: {piped: true}", **rest})


# What an edit replaces in jalon.yaml, and by what; each is a mistake of another kind.
EDITS = {
    "unknown key": ("name: Zyxclara Quillfeder", "nmae: Zyxclara Quillfeder"),
    "key twice": ("  zyxmed:", "  zyxtom: {name: Zyxtom, email: x@vlorg.example}\n  zyxmed:"),
    "no address": ("krampf@vlorg.example", "krampf at vlorg"),
    "address twice": ("krampf@vlorg.example", "brombart@vlorg.example"),
    "unknown person": ("mentee: zyxtom", "mentee: zyxtomas"),
    "own mentor": ("mentee: zyxtom", "mentee: zyxclara"),
    "list not closed": ("[{goal: Splonk lernen}]", "[{goal: Splonk lernen}"),
    "tab": ("  zyxmed:", "\tzyxmed:"),
    "date": ("start: 2", "start: zyx2"),
    "end before start": ("end: 2", "end: 1"),
    "place is a list": ("'Bolderhall, rue Quonset'", "[Bolderhall, [rue Quonset]]"),
    "link": ("{in_person: 'Bolderhall, rue Quonset'}", "{video: 'ftp://bolderhall.vlorg.example'}"),
    "role": ("mediator: zyxmed", "mediateur: zyxmed"),
    "language": ("name: Zyxmed Krampf,", "name: Zyxmed Krampf, language: zyxisch,"),
    "zone": ("name: Zyxmed Krampf,", "name: Zyxmed Krampf, timezone: Europe/Bolderhall,"),
    "hours": ("name: Zyxmed Krampf,", "name: Zyxmed Krampf, available: [bolderhall 18:00],"),
    "away": ("name: Zyxmed Krampf,", "name: Zyxmed Krampf, away: [zyx..splonk],"),
    "busy file": ("name: Zyxmed Krampf,", "name: Zyxmed Krampf, busy: zyxmed-krampf.ics,"),
    "busy path": ("name: Zyxmed Krampf,", "name: Zyxmed Krampf, busy: /nowhere/zyxmed.ics,"),
    "formerly": ("name: Zyxmed Krampf,", "name: Zyxmed Krampf, formerly: zyxtom,"),
    "without": ("name: Zyxmed Krampf,", "name: Zyxmed Krampf, without: [zyxrule],"),
    "alias": ("zyxalias@vlorg.example", "zyx alias"),
    "coordinator": ("coordinator: nadia", "coordinator: zyxnadia"),
    "mailbox": ("<mentorat@example.org>", "<zyxmailbox at vlorg>"),
    "include": ("people:", "include: [zyxpeople.yaml]\npeople:"),
    "rule": ("rules:", "rules:\n  zyxrule: {trigger: when zyxtom sings, send: {template: splonk, to: zyxtom}}"),
    "condition": ("rules:", "rules:\n  odd: {trigger: 1 day before session, condition: \"person.id == 'zyxtom' + 1\", "
                            "send: {template: day-before, to: mentee}}"),
    "bytes": ("Zyxmed Krampf", "Zyxmed \udcff Krampf"),
    "alias in YAML": ("name: Zyxmed Krampf", "name: *zyxmed"),
    "tag": ("name: Zyxmed Krampf", "name: !!zyx Krampf"),
    "name of a number": ("zyxmed: {", "zyxmed: ["),
    "nobody meets": ("mentor: zyxclara, ", ""),
}


@pytest.mark.parametrize("language", ["C.UTF-8", "fr_FR.UTF-8"])
def test_thirty_bad_edits_leave_places_and_kinds(site, journal, language):
    write(site)
    daemon = journal.start()
    journal.wait_for("started")
    good = (site.config / "jalon.yaml").read_text()
    for kind, (old, new) in EDITS.items():
        assert old in good, kind
        site.write("jalon.yaml", good.replace(old, new, 1).encode("utf-8", "surrogateescape"))
        before = len(journal.text)
        code = journal.run("reload", more={"LC_ALL": language})
        if code == 0:
            continue  # Some are warnings only.
        assert re.search(r"(jalon\.yaml|….[a-z]+|…):\d+:\d+ ?: (error|erreur)|cannot be read", journal.text[before:]), \
            f"{kind}: {journal.text[before:]}"
        journal.expect_nobody()
    daemon.terminate()
    assert daemon.wait(60) == 0
    # A terminal gets the whole.
    site.write("jalon.yaml", good.replace("krampf@vlorg.example", "krampf at vlorg"))
    assert "krampf at vlorg" in site.run("check").stderr
    assert "krampf at vlorg" in site.run("reload").stderr


@pytest.mark.parametrize("kind", list(EDITS))
def test_a_start_without_a_fallback_names_nobody(site, journal, kind):
    write(site)
    text = (site.config / "jalon.yaml").read_text()
    site.write("jalon.yaml", text.replace(*EDITS[kind], 1).encode("utf-8", "surrogateescape"))
    daemon = journal.start()
    try:
        daemon.wait(3)
    except subprocess.TimeoutExpired:
        daemon.terminate()
        daemon.wait(60)
    assert journal.text
    journal.expect_nobody()


# What a server says to RCPT, with what it was told in it.
REFUSALS = [
    "550 5.1.1 <{address}>: no such user", "550 5.1.1 {local}: unknown", "550 {local} is not known here",
    "554 5.7.1 mail for \"Zyxclara Quillfeder\" is refused", "450 4.2.0 <{local}> busy", "550-5.1.1 {local}\r\n550 5.1.1 {local}",
    "421 4.3.2 {local}, come later", "530 5.7.0 {local} must log in", "552 {address} too large", "999 {local}",
    "550 5.1.1 {local}%40vlorg.example", "451 {name}", "535 5.7.8 {local}", "550 5.1.1 {quoted}",
]


@pytest.mark.parametrize("reply", REFUSALS)
@pytest.mark.parametrize("step", ["RCPT", pytest.param("END", marks=pytest.mark.long),
                                  pytest.param("MAIL", marks=pytest.mark.long)])
def test_what_servers_repeat_is_not_logged(site, smtp, journal, step, reply):
    def answer(command, recipient):
        address = recipient or "zyxclara.quillfeder@vlorg.example"
        local = address.partition("@")[0]
        return reply.format(address=address, local=local, name="Zyxclara Quillfeder", quoted=address.replace("@", "=40"))

    smtp.replies[step] = answer
    write(site)
    journal.run("once")
    assert "mail" in journal.text
    journal.expect_nobody()


@pytest.mark.parametrize("answer", ["NO [AUTHENTICATIONFAILED] zyxclara is refused", "NO zyxclara.quillfeder@vlorg.example",
                                    "BAD Zyxclara Quillfeder?", "NO no folder Bolderhall of zyxclara"])
@pytest.mark.parametrize("command", ["LOGIN", "AUTHENTICATE", "EXAMINE", "SELECT", "UID"])
def test_what_a_mailbox_says_is_not_logged(site, imap, journal, command, answer):
    def reply(session, tag, _):
        session.wfile.write(f"{tag} {answer}\r\n".encode())
        return True

    imap.replies[command] = reply
    write(site, answers=site.imap_answers(imap))
    journal.run("once")
    journal.expect_nobody()


@pytest.mark.long
def test_a_whole_life_names_nobody(site, smtp, imap, journal):
    write(site, answers=site.imap_answers(imap), extra=f"calendars: {{publish: {site.folder}/calendars}}", rules="""\
rules:
  invitation: {trigger: 1344 hours before session, send: {invitation: everyone}}
  zyxpause: {trigger: when relationship pauses, send: {template: pause, to: [mentor, mentee]}}
""".replace("zyx", "own-"))
    daemon = journal.start()
    journal.wait_for("started")
    smtp.wait_for_mails(2)
    invitation = next(mail for mail in smtp.mails if "METHOD:REQUEST" in mail.calendar())
    uid = site.uid(invitation)
    for sender, status in [("zyxclara.quillfeder@vlorg.example", "ACCEPTED"), ("brombart@vlorg.example", "DECLINED"),
                           ("zyxstranger@vlorg.example", "ACCEPTED"), ("zyxalias@vlorg.example", "TENTATIVE")]:
        imap.add(mails.reply(uid, sender, partstat=status))
    imap.add(
        f"From: MAILER-DAEMON@vlorg.example\r\nTo: mentorat@example.org\r\nReturn-Path: <>\r\n"
        "Content-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n--b\r\n"
        "Content-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.vlorg.example\r\n\r\n"
        f"Final-Recipient: rfc822; {invitation.recipient}\r\nAction: failed\r\nStatus: 5.1.1\r\n"
        f"Diagnostic-Code: smtp; 550 5.1.1 {invitation.recipient} is unknown\r\n\r\n--b\r\n"
        f"Content-Type: text/rfc822-headers\r\n\r\nMessage-ID: {invitation.id}\r\n\r\n--b--\r\n")
    journal.run("reload")
    journal.wait_for("answers: ", timeout=60)
    for words in [("relationship", "pause", "zyxclara-zyxtom"), ("relationship", "resume", "zyxclara-zyxtom"),
                  ("relationship", "pause", "zyxnobody"), ("meeting", "cancel", "m-zyx"), ("people", "resume", "zyxtom"),
                  ("people", "forget", "zyxtom"), ("relationship", "replan", "zyxclara-zyxtom")]:
        journal.run(*words)
    journal.run("receive", stdin=mails.reply(uid, "zyxclara.quillfeder@vlorg.example", partstat="DECLINED").encode())
    write(site, relationships="relationships: {}\n", answers=site.imap_answers(imap))
    journal.run("reload")
    journal.wait_for("reload held")
    # Where the calendars go, nothing can be written any more; their files are named after people.
    shutil.rmtree(site.folder / "calendars")
    (site.folder / "calendars").write_text("no folder")
    journal.run("relationship", "pause", "zyxclara-zyxtom")
    journal.wait_for("calendar in")
    journal.expect_nobody()
    daemon.terminate()
    assert daemon.wait(60) == 0
    journal.expect_nobody()


@pytest.mark.parametrize("more", ["folder: 'Zyx*ordner'", "done: 'Zyx \"Bolderhall\" {ordner'", "user: 'zyx\\0clara'"])
def test_a_mailbox_that_cannot_be_said_is_not_named(site, imap, journal, more):
    answers = site.imap_answers(imap, more) if "user" not in more else re.sub("user: [^,]*", more, site.imap_answers(imap))
    write(site, answers=answers)
    assert journal.run("run") == 1
    journal.expect_nobody()


def test_ids_lead_back_only_with_the_ledger(site, smtp, journal):
    write(site)
    journal.run("once")
    logged = set(re.findall(r"\bp-[0-9A-Z]+", journal.text))
    assert logged
    alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"

    def hashed(text):
        value = 0xCBF29CE484222325
        for byte in text.encode():
            value = ((value ^ byte) * 0x100000001B3) % (1 << 64)
        return "".join(alphabet[value >> (5 * n) & 31] for n in range(7))

    people = ["zyxclara", "zyxtom", "zyxmed", "nadia"]
    assert logged.isdisjoint({"p-" + hashed(who) for who in people})
    translated = site.run("log", "--translate", stdin=journal.text).stdout
    assert "zyxclara" in translated and "zyxtom" in translated
    # A line of an earlier version is understood still.
    assert "zyxmed" in site.run("log", "--translate", stdin=f"mail 1 (welcome to p-{hashed('zyxmed')}) is sent\n").stdout


@pytest.mark.parametrize("stream", ["", "1:2", "0:0", "no stream"])
def test_whoever_redirects_the_journal_gets_the_whole(site, stream):
    """JOURNAL_STREAM is inherited; it is the journal only where device and inode are those of standard error."""
    write(site)
    site.write("jalon.yaml", (site.config / "jalon.yaml").read_text().replace("krampf@vlorg.example", "krampf at vlorg"))
    result = site.run("run", env={"JOURNAL_STREAM": stream} if stream else None)
    assert result.returncode == 1 and "krampf at vlorg" in result.stderr

"""No edit, and nothing that the machine lacks, takes the service down at its next start."""

import os
import re
import shutil
import subprocess

import mails
import pytest

CALENDAR = """BEGIN:VCALENDAR\r
VERSION:2.0\r
PRODID:-//Test//Test//EN\r
BEGIN:VEVENT\r
UID:busy@example.org\r
DTSTAMP:20260101T000000Z\r
DTSTART:20260101T080000Z\r
DTEND:20260101T090000Z\r
END:VEVENT\r
END:VCALENDAR\r
"""
LEA = "people:\n  lea: {name: Léa Martin, email: lea@example.org}\n"


class World:
    """A programme that uses all that a start needs, and was accepted."""

    def __init__(self, site, imap):
        self.site, self.imap = site, imap
        self.abroad = site.folder / "abroad"
        self.abroad.mkdir()
        self.people = self.abroad / "people.yaml"
        self.people.write_text(LEA)
        self.busy = self.abroad / "claire.ics"
        self.busy.write_text(CALENDAR)
        site.write("more/own.yaml", "people:\n  anne: {name: Anne Roux, email: anne@example.org}\n")
        site.write("templates/fr/invitation.md", "Subject: Rencontre\n\nBonjour !\n")
        self.write()

    def write(self, mail="", answers=None, server=None, calendars=None, include=None, busy=None, programme=""):
        if calendars is None:
            calendars = f"calendars: {{publish: {self.site.folder / 'calendars'}}}"
        include = include or f"include: [{self.abroad}/*.yaml, more/*.yaml]"
        people = f"""\
people:
  claire: {{name: Claire Durand, email: claire@example.org, busy: [{busy or self.busy}]}}
  thomas: {{name: Thomas Petit, email: thomas@example.org}}
  nadia: {{name: Nadia Benali, email: nadia@example.org}}
"""
        if answers is None:
            answers = self.site.imap_answers(self.imap)
        path = self.site.write_programme(
            mail=mail, answers=answers, extra=f"{calendars}\n{include}", people=people, programme=programme)
        text = path.read_text()
        if server:
            path.write_text(re.sub(r"server: smtp://\S+", f"server: {server}", text, count=1))
        return path

    def secret(self, text, name="secret", mode=0o600):
        path = self.site.write(name, text)
        path.chmod(mode)
        return path

    def change(self, pattern, text):
        path = self.site.config / "jalon.yaml"
        path.write_text(re.sub(pattern, text, path.read_text(), count=1, flags=re.S))


def login(world, how):
    world.write(mail=f"  user: me\n  {how}")


def answers(world, more, host="127.0.0.1"):
    return f"answers: {{server: 'imap://{host}:{world.imap.port}', user: me, {more}}}"


BAD = {
    # mail:
    "no mail": lambda w: w.change(r"mail:\n  server: \S+\n", ""),
    "a host with an accent": lambda w: w.write(server="smtps://smtp.exämple.org"),
    "a host of another script": lambda w: w.write(server="smtp://почта.example"),
    "a port beyond all": lambda w: w.write(server="smtp://127.0.0.1:99999"),
    "a helo with an accent": lambda w: w.write(mail="  helo: jälon.example.org"),
    "a helo with a blank": lambda w: w.write(mail="  helo: a b"),
    "too many connections": lambda w: w.write(mail="  connections: 99"),
    "no pace": lambda w: w.write(mail="  pace: fast"),
    "a password that is not there": lambda w: login(w, "password: {file: none}"),
    "an empty password": lambda w: (w.secret(""), login(w, "password: {file: secret}")),
    "two lines of password": lambda w: (w.secret("a\nb\n"), login(w, "password: {file: secret}")),
    "a password of bytes": lambda w: (w.secret(b"\xff\xfe"), login(w, "password: {file: secret}")),
    "a password for all to read": lambda w: (w.secret("x", mode=0o644), login(w, "password: {file: secret}")),
    "a pipe for a password": lambda w: (
        os.mkfifo(w.site.config / "secret", 0o600), login(w, "password: {file: secret}")),
    "a credential that is not there": lambda w: login(w, "password: {credential: none}"),
    "a token that is not there": lambda w: login(w, "token: {file: none}"),
    "an empty token": lambda w: (w.secret("\n"), login(w, "token: {file: secret}")),
    "a pipe for a token": lambda w: (os.mkfifo(w.site.config / "secret", 0o600), login(w, "token: {file: secret}")),
    "authorities that are not there": lambda w: w.write(mail="  ca: /nowhere/ca.pem"),
    "authorities of the directory that are not there": lambda w: w.write(mail="  ca: ca.pem"),
    "empty authorities": lambda w: (w.site.write("ca.pem", ""), w.write(mail="  ca: ca.pem")),
    "authorities that are no PEM": lambda w: (w.site.write("ca.pem", "hello\n"), w.write(mail="  ca: ca.pem")),
    # answers:
    "a mailbox at a host with an accent": lambda w: w.write(answers=answers(w, "password: {file: imap-secret}", "é.org")),
    "a mailbox's password that is gone": lambda w: (w.site.config / "imap-secret").unlink(),
    "a mailbox's password that was emptied": lambda w: w.secret("", "imap-secret"),
    "a mailbox's password for all to read": lambda w: (w.site.config / "imap-secret").chmod(0o644),
    "a mailbox's credential that is not there": lambda w: w.write(answers=answers(w, "password: {credential: none}")),
    "a mailbox's token that is not there": lambda w: w.write(answers=answers(w, "token: {file: none}")),
    "a mailbox's authorities that are no PEM": lambda w: (
        w.site.write("ca.pem", "x"), w.write(answers=answers(w, "password: {file: imap-secret}, ca: ca.pem"))),
    "a folder that cannot be said": lambda w: w.write(answers=answers(w, "password: {file: imap-secret}, folder: 'a*'")),
    # calendars:
    "calendars in a file": lambda w: (w.site.write("out", ""), w.write(calendars="calendars: {publish: out}")),
    "calendars below a file": lambda w: (w.site.write("out", ""), w.write(calendars="calendars: {publish: out/a}")),
    "calendars where a file took their place": lambda w: (
        shutil.rmtree(w.site.folder / "calendars"), (w.site.folder / "calendars").write_text("")),
    # include:, busy:, templates/
    "an absolute file with a typo": lambda w: w.people.write_text(LEA.replace("email", "emial")),
    "an absolute file that is no YAML": lambda w: w.people.write_text("people: [\n"),
    "an absolute file that is not UTF-8": lambda w: w.people.write_bytes(b"people: \xff\n"),
    "an own file with a typo": lambda w: w.site.write("more/own.yaml", LEA.replace("email", "emial")),
    "an include that leads out": lambda w: w.write(include="include: [../abroad/*.yaml]"),
    "an absolute include that is not there": lambda w: w.write(include="include: [/nowhere/people.yaml]"),
    "an absolute calendar that is gone": lambda w: w.busy.unlink(),
    "an absolute calendar that is a directory": lambda w: (w.busy.unlink(), w.busy.mkdir()),
    "an absolute calendar that is a pipe": lambda w: (w.busy.unlink(), os.mkfifo(w.busy)),
    "an absolute calendar that is too big": lambda w: w.busy.write_bytes(b"\0" * (9 << 20)),
    "a template with an open section": lambda w: w.site.write("templates/fr/invitation.md", "Subject: a\n\n{{#meeting}}\n"),
    "a template with an unknown value": lambda w: w.site.write("templates/fr/invitation.md", "Subject: a\n\n{{meeting.tilte}}\n"),
    "a template that is not UTF-8": lambda w: w.site.write("templates/fr/invitation.md", b"Subject: \xff\n\na\n"),
    # The rest
    "a zone that is not there": lambda w: w.change("Europe/Paris", "Europe/Pairs"),
    "a language that is none": lambda w: w.change("language: fr", "language: ffffffffff"),
    "an unknown key": lambda w: w.write(programme="  nmae: x"),
    "no YAML": lambda w: w.site.write("jalon.yaml", "\tprogramme: [\n"),
    "an empty file": lambda w: w.site.write("jalon.yaml", ""),
    "a file of nulls": lambda w: w.site.write("jalon.yaml", b"\0" * 1000),
    "no file": lambda w: (w.site.config / "jalon.yaml").unlink(),
    "no directory": lambda w: shutil.rmtree(w.site.config),
}
SHORT = ["no mail", "a helo with an accent", "a credential that is not there", "a mailbox's password that was emptied",
         "an absolute file with a typo", "no directory"]
GOOD = {
    "another pace": lambda w: w.write(mail="  pace: 600 per minute"),
    "no answers any more": lambda w: w.write(answers="# none"),
    "another person in an absolute file": lambda w: w.people.write_text(LEA + "  luc: {name: Luc, email: luc@example.org}\n"),
    "calendars elsewhere": lambda w: w.write(calendars="calendars: {publish: new/calendars}"),
}


@pytest.fixture
def world(site, imap):
    return World(site, imap)


def started(site):
    daemon = site.start()
    daemon.wait_for("started")
    return daemon


def refuse_and_start(world, name):
    site = world.site
    first = started(site)
    BAD[name](world)
    result = site.run("reload", timeout=60)
    assert result.returncode == 1, f"{name}: {result.stdout}{result.stderr}"
    assert first.is_running()
    first.kill()
    second = started(site)
    assert second.is_running()
    status = site.run("status").stdout
    log = second.log() + "\n".join(second.lines)
    says = "last accepted configuration" in log or "files" in status
    assert says or ": the " in status or "cannot be" in log or "is not" in log or "others can read" in log, f"{name}: {status}\n{log}"
    assert second.stop() == 0


@pytest.mark.parametrize("name", SHORT)
def test_what_a_reload_refuses_does_not_keep_a_start_from_running(world, name):
    refuse_and_start(world, name)


@pytest.mark.long
@pytest.mark.parametrize("name", [name for name in BAD if name not in SHORT])
def test_what_any_reload_refuses_does_not_keep_a_start_from_running(world, name):
    refuse_and_start(world, name)


@pytest.mark.parametrize("name", GOOD)
def test_what_a_reload_accepts_runs_at_the_next_start(world, name):
    site = world.site
    first = started(site)
    GOOD[name](world)
    result = site.run("reload")
    assert result.returncode == 0, f"{name}: {result.stderr}"
    first.kill()
    second = started(site)
    log = second.log() + "\n".join(second.lines)
    assert "last accepted" not in log and "error" not in log, log
    # … and a slip after it falls back to what was accepted, absolute files as well.
    second.kill()
    site.write("jalon.yaml", "programme: {nmae: x}\n")
    world.people.write_text("people: [\n")
    third = started(site)
    assert "last accepted" in third.log() + "\n".join(third.lines)


@pytest.mark.parametrize("name", ["a mailbox's password that is gone", "an empty password", "no mail"])
def test_the_first_start_runs_without_what_it_lacks(world, name):
    BAD[name](world)
    daemon = started(world.site)
    status = world.site.run("status")
    assert daemon.is_running() and "jalon.yaml:" in status.stdout, status.stdout
    json = world.site.run("status", "--format", "json").stdout
    assert "jalon.yaml:" in json
    assert daemon.stop() == 0


def test_a_start_with_bad_files_and_no_copy_says_what_is_wrong(site):
    site.write("jalon.yaml", "programme: {nmae: x}\n")
    result = site.run("run", timeout=30)
    assert result.returncode == 1 and "jalon.yaml:1:13" in result.stderr, result.stderr


def test_mails_are_owed_until_the_way_is_mended(site, smtp):
    good = site.write_programme(mail="  helo: jalon.example.org").read_text()
    site.write_programme(mail="  helo: jälon.example.org")
    daemon = started(site)
    owed = [state for _, _, state in site.outbox()]
    assert owed and set(owed) == {"scheduled"} and not smtp.mails
    assert "jalon.yaml:" in site.run("status").stdout and "EHLO" in site.run("status").stdout
    # An order is carried out all the same.
    assert site.run("relationship", "pause", "claire-thomas", "--from", site.today.isoformat()).returncode == 0
    assert site.run("relationship", "resume", "claire-thomas").returncode == 0
    site.write("jalon.yaml", good)
    assert site.run("reload").returncode == 0
    smtp.wait_for_mails(1)
    assert "EHLO" not in site.run("status").stdout
    assert daemon.stop() == 0


def test_a_mailbox_is_read_when_its_password_comes(site, smtp, imap):
    site.write_programme(answers=site.imap_answers(imap))
    (site.config / "imap-secret").unlink()
    daemon = started(site)
    smtp.wait_for_mails(2)
    assert "imap-secret" in site.run("status").stdout
    invitation = smtp.to("thomas@example.org")[0]
    imap.add(mails.reply(site.uid(invitation), "thomas@example.org", partstat="ACCEPTED"))
    secret = site.write("imap-secret", "secret\n")
    secret.chmod(0o600)
    daemon.wait_for("answers: 1 taken in", timeout=90)
    assert "imap-secret" not in site.run("status").stdout
    assert daemon.stop() == 0


def test_a_reload_changes_the_ways_without_a_start(site, smtp, imap):
    site.write_programme(mail="  helo: one.example.org")
    daemon = started(site)
    smtp.wait_for_mails(2)
    invitation = smtp.to("thomas@example.org")[0]
    site.write_programme(mail="  helo: two.example.org", answers=site.imap_answers(imap))
    assert site.run("reload").returncode == 0
    imap.add(mails.reply(site.uid(invitation), "thomas@example.org", partstat="ACCEPTED"))
    daemon.wait_for("answers: 1 taken in", timeout=90)
    assert daemon.stop() == 0


def test_once_says_what_it_lacks_and_does_the_rest(site, smtp):
    site.write_programme(mail="  helo: jälon.example.org")
    result = site.run("once", timeout=60)
    assert result.returncode == 75 and "EHLO" in result.stderr and "jalon.yaml:" in result.stderr, result.stderr
    assert {state for _, _, state in site.outbox()} == {"scheduled"}
    site.write_programme()
    result = site.run("once")
    assert result.returncode == 0 and len(smtp.mails) == 2, result.stderr


def check_as_nobody(site, *hidden):
    """`jalon check` of a user who may read all of the configuration but what is hidden."""
    if os.geteuid() != 0:
        pytest.skip("needs another user")
    for path in [site.config, *site.config.rglob("*")]:
        if path not in hidden:
            path.chmod(0o755)
    for path in [site.folder, *site.folder.parents][:4]:
        path.chmod(path.stat().st_mode | 0o055)
    return subprocess.run(
        [str(site.jalon), "check", "--config", str(site.config)], capture_output=True, text=True,
        env=site.environment(), user=65534, group=65534)


@pytest.mark.parametrize("folder", ["templates", "templates/fr", "people"])
def test_a_folder_that_cannot_be_read_is_a_mistake_and_not_an_empty_one(site, folder):
    site.write("templates/fr/invitation.md", "Subject: a\n\nBonjour\n")
    site.write("people/lea.yaml", LEA)
    site.write_programme(extra="include: [people/*.yaml]")
    hidden = site.config / folder
    hidden.chmod(0o700)
    result = check_as_nobody(site, hidden)
    assert result.returncode == 1 and f"'{folder}" in result.stderr and "cannot be read" in result.stderr, result.stderr


def test_a_command_of_another_user_warns_of_what_it_cannot_read(site):
    secret = site.write("secret", "x\n")
    secret.chmod(0o600)
    site.write_programme(mail="  user: me\n  password: {file: secret}")
    result = check_as_nobody(site, secret)
    assert result.returncode == 0 and "cannot be read by this user" in result.stderr, result.stderr
    assert site.run("check").returncode == 0


def can_trace():
    return shutil.which("strace") and subprocess.run(
        ["strace", "-qq", "-o", "/dev/null", "true"], capture_output=True).returncode == 0


CALLS = ["openat", "read", "write", "fsync", "close", "rename", "unlink", "unlinkat", "rmdir", "newfstatat", "getdents64",
         "lchown", "fchownat"]


def kill_at_each_call(site, before, layout):
    """Kills a pass that takes another configuration at each call that touches the copy, then makes a slip."""
    assert site.run("once").returncode == 0
    layout()
    kept = site.folder / "kept"
    shutil.copytree(site.state, kept)
    names = ["accepted", "accepted.json", "accepted.json.new", "accepted/jalon.yaml", ""]
    paths = [word for name in names for word in ("-P", str(site.state / name).rstrip("/"))]
    killed = {}
    for call in CALLS:
        for number in range(1, 30):
            shutil.rmtree(site.state)
            shutil.copytree(kept, site.state)
            site.write("jalon.yaml", before + "\n# another one\n")
            command = ["strace", "-qq", "-f", "-o", "/dev/null", *paths,
                       "-e", f"inject=?{call}:signal=SIGKILL:when={number}", *site.arguments(["once"])]
            if subprocess.run(command, capture_output=True, env=site.environment(), timeout=120).returncode == 0:
                break
            killed[call] = number
            site.write("jalon.yaml", "programme: {nmae: x}\n")
            after = site.run("once")
            says = "last accepted configuration" in after.stderr
            assert after.returncode == 75 and says, f"{call} {number}: {after.stderr}"
    return killed


@pytest.mark.long
def test_a_kill_at_any_call_of_the_swap_and_a_slip_still_start(site):
    if not can_trace():
        pytest.skip("strace cannot trace here")
    before = (site.config / "jalon.yaml").read_text()
    killed = kill_at_each_call(site, before, lambda: None)
    assert {"openat", "write", "fsync", "rename"} <= set(killed), killed


@pytest.mark.long
def test_a_kill_at_any_call_while_an_older_layout_is_taken_over_still_starts(site):
    if not can_trace():
        pytest.skip("strace cannot trace here")
    before = (site.config / "jalon.yaml").read_text()

    def older():
        (site.state / "accepted.json").unlink()
        (site.state / "accepted").mkdir()
        (site.state / "accepted" / "jalon.yaml").write_text(before)

    killed = kill_at_each_call(site, before, older)
    assert {"openat", "write", "fsync", "rename", "unlink"} <= set(killed), killed


@pytest.mark.parametrize("folder", ["accepted", "accepted.old"])
def test_an_older_layout_is_started_from_and_taken_over(site, folder):
    people = site.folder / "abroad.yaml"
    people.write_text(LEA)
    before = site.write_programme(extra=f"include: [{people}]").read_text()
    assert site.run("once").returncode == 0
    (site.state / "accepted.json").unlink(missing_ok=True)
    shutil.rmtree(site.state / "accepted", ignore_errors=True)
    copy = site.state / folder
    copy.mkdir()
    (copy / "jalon.yaml").write_text(before)
    abroad = copy / str(people)[1:]
    abroad.parent.mkdir(parents=True)
    abroad.write_text(LEA)
    people.write_text("people: [\n")
    first = site.run("once")
    assert first.returncode == 75 and "last accepted configuration" in first.stderr, first.stderr
    people.write_text(LEA)
    assert site.run("once").returncode == 0
    assert (site.state / "accepted.json").exists() and not copy.exists()
    assert (site.state / "accepted.json").stat().st_mode & 0o777 == 0o600


def test_the_copy_is_not_written_through_a_link(site):
    assert site.run("once").returncode == 0
    victim = site.folder / "victim"
    victim.write_text("precious")
    for name in ("accepted.json", "accepted.json.new"):
        (site.state / name).unlink(missing_ok=True)
        (site.state / name).symlink_to(victim)
    assert site.run("once").returncode == 0
    assert victim.read_text() == "precious" and not (site.state / "accepted.json").is_symlink()

"""The ledger, or the file that says how many mails have left, is taken away, emptied or replaced."""

import contextlib
import datetime
import os
import shutil
import sqlite3
import time

import pytest

PAIRS = 12


@pytest.fixture
def slow(site, smtp):
    """Enough mails, which leave slowly enough to come between."""
    first, last = site.today + datetime.timedelta(days=7), site.today + datetime.timedelta(days=34)
    people = "people:\n  nadia: {name: Nadia Benali, email: nadia@example.org}\n" + "".join(
        f"  {role}{n}: {{name: {role} {n}, email: {role}{n}@example.org}}\n"
        for n in range(PAIRS) for role in ("mentor", "mentee"))
    relationships = "relationships:\n" + "".join(
        f"  pair{n}: {{mentor: mentor{n}, mentee: mentee{n}, start: {first}, end: {last}}}\n" for n in range(PAIRS))
    site.write_programme(people=people, relationships=relationships)

    def late(command, recipient):
        time.sleep(0.3)

    smtp.replies["MAIL"] = late
    return site


def held_after(site, smtp, expect="sending is held"):
    """A pass sends nothing, and says why, and so does `status`."""
    sent = len(smtp.mails)
    result = site.run("once")
    assert result.returncode == 75 and expect in result.stderr, result.stdout + result.stderr
    assert len(smtp.mails) == sent
    assert expect in site.run("status").stdout


def owe_more(site):
    """Another mail is due: the meeting is called off."""
    meeting = site.query("SELECT id FROM meetings WHERE state = 'announced'")[0][0]
    assert site.run("meeting", "cancel", meeting).returncode == 0


TAMPERINGS = {
    "deleted": lambda path: path.unlink(),
    "emptied": lambda path: path.write_bytes(b""),
    "a line break": lambda path: path.write_bytes(b"\n"),
    "garbled": lambda path: path.write_bytes(b"\xff\x00garbled"),
    "half": lambda path: path.write_bytes(path.read_bytes()[:10]),
    "zeros": lambda path: path.write_bytes(b"\0" * 38),
    "negative": lambda path: path.write_bytes(path.read_bytes().split()[0] + b" -1\n"),
    "too large": lambda path: path.write_bytes(path.read_bytes().split()[0] + b" " + b"9" * 40 + b"\n"),
    "a digit lost": lambda path: path.write_bytes(path.read_bytes()[:-2]),
    "a digit less": lambda path: path.write_bytes(path.read_bytes()[:-2] + b"\n"),
    "no line end": lambda path: path.write_bytes(path.read_bytes()[:-1]),
    "cut short": lambda path: path.write_bytes(path.read_bytes()[:30]),
    "a digit more": lambda path: path.write_bytes(path.read_bytes()[:-1] + b"0\n"),
    "three words": lambda path: path.write_bytes(path.read_bytes().strip() + b" more\n"),
    "another ledger's": lambda path: path.write_bytes(b"0123456789abcdef 00000000000000000001\n"),
    "directory": lambda path: (path.unlink(), path.mkdir()),
    "fifo": lambda path: (path.unlink(), os.mkfifo(path)),
    "symlink": lambda path: (path.rename(path.with_name("elsewhere")), path.symlink_to("elsewhere")),
}


@pytest.mark.parametrize("how", TAMPERINGS)
def test_between_two_starts(site, smtp, how):
    site.invite()
    owe_more(site)
    TAMPERINGS[how](site.state / "high-water")
    held_after(site, smtp)
    held_after(site, smtp)
    if how == "directory":
        (site.state / "high-water").rmdir()
    sent = len(smtp.mails)
    assert site.run("outbox", "release").returncode == 0
    assert site.run("once").returncode == 0
    assert len(smtp.mails) > sent
    assert site.run("once").returncode == 0


def test_a_deleted_file_and_a_copy_from_before_the_first_mail(site, smtp):
    smtp.replies["MAIL"] = "451 4.3.0 later"
    assert site.run("once").returncode == 0
    with contextlib.closing(sqlite3.connect(site.state / "ledger.sqlite")) as ledger:
        ledger.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    shutil.copy(site.state / "ledger.sqlite", site.folder / "copy")
    smtp.replies.clear()
    site.query("UPDATE outbox SET not_before = 0")
    site.run("once")
    assert len(smtp.mails) == 2
    for suffix in ("", "-wal", "-shm"):
        (site.state / ("ledger.sqlite" + suffix)).unlink(missing_ok=True)
    shutil.copy(site.folder / "copy", site.state / "ledger.sqlite")
    (site.state / "high-water").unlink()
    site.query("UPDATE outbox SET not_before = 0")
    held_after(site, smtp)


def test_a_first_start_needs_no_file(site, smtp):
    site.state.mkdir(mode=0o700)
    assert site.run("once").returncode == 0
    assert len(smtp.mails) == 2


def test_a_release_without_a_daemon_is_remembered(site, smtp):
    site.invite()
    with contextlib.closing(sqlite3.connect(site.state / "ledger.sqlite")) as ledger:
        ledger.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    shutil.copy(site.state / "ledger.sqlite", site.folder / "copy")
    owe_more(site)
    assert site.run("once").returncode == 0
    for suffix in ("", "-wal", "-shm"):
        (site.state / ("ledger.sqlite" + suffix)).unlink(missing_ok=True)
    shutil.copy(site.folder / "copy", site.state / "ledger.sqlite")
    held_after(site, smtp, "older copy")
    assert site.run("outbox", "release").returncode == 0
    assert site.run("once").returncode == 0


RUNNING = ["deleted", "emptied", "garbled", "half", "another ledger's", "fifo", "symlink"]


@pytest.mark.parametrize("how", RUNNING)
def test_the_file_under_a_running_daemon(slow, smtp, how):
    daemon = slow.start()
    smtp.wait_for_mails(4)
    TAMPERINGS[how](slow.state / "high-water")
    daemon.wait_for("sending is held")
    time.sleep(1)
    sent = len(smtp.mails)
    assert sent < 12
    time.sleep(2)
    assert len(smtp.mails) == sent and daemon.is_running()
    assert "sending is held" in slow.run("status").stdout
    assert slow.run("outbox", "release").returncode == 0
    smtp.wait_for_mails(2 * PAIRS)
    assert daemon.stop() == 0
    assert len({mail.id for mail in smtp.mails}) == len(smtp.mails) == 2 * PAIRS
    assert slow.run("once").returncode == 0


def moved_in(site, smtp):
    shutil.copy(site.state / "ledger.sqlite", site.state / "other")
    (site.state / "other").rename(site.state / "ledger.sqlite")


def swapped(suffix):
    def swap(site, smtp):
        path = site.state / ("ledger.sqlite" + suffix)
        data = path.read_bytes()
        path.unlink()
        path.write_bytes(data)
    return swap


LOSSES = {
    "deleted": lambda site, smtp: (site.state / "ledger.sqlite").unlink(),
    "all deleted": lambda site, smtp: [path.unlink() for path in site.state.glob("ledger*")],
    "everything deleted": lambda site, smtp: [path.unlink() for path in site.state.glob("*") if path.is_file()],
    "wal deleted": lambda site, smtp: (site.state / "ledger.sqlite-wal").unlink(),
    "wal replaced": swapped("-wal"),
    "shm deleted": lambda site, smtp: (site.state / "ledger.sqlite-shm").unlink(),
    "replaced by mv": moved_in,
    "replaced by rm and cp": swapped(""),
    "a link": lambda site, smtp: ((site.state / "ledger.sqlite").rename(site.state / "l"),
                                  (site.state / "ledger.sqlite").symlink_to("l")),
}


@pytest.mark.parametrize("how", LOSSES)
def test_the_ledger_under_a_running_daemon(slow, smtp, how):
    daemon = slow.start()
    smtp.wait_for_mails(4)
    LOSSES[how](slow, smtp)
    assert daemon.process.wait(60) == 1, daemon.log()
    assert "sending is held" in daemon.wait_for("ledger-rescued-")
    sent = [mail.id for mail in smtp.mails]
    assert len(sent) < 12
    # What the service manager starts anew is held.
    smtp.replies.clear()
    rescued = next(slow.state.glob("ledger-rescued-*"))
    again = slow.run("once")
    assert again.returncode in (0, 1, 75), again.stdout + again.stderr
    if again.returncode != 1 and "sending is held" not in again.stderr:
        # The files that are left hold all that was written down: it goes on, and repeats nothing.
        ids = [mail.id for mail in smtp.mails]
        assert how in ("wal deleted", "wal replaced", "shm deleted", "replaced by mv", "replaced by rm and cp"), again.stderr
        assert len(ids) - len(set(ids)) <= 1 and len(set(ids)) >= 2 * PAIRS - 1
        return
    assert len(smtp.mails) == len(sent)
    # What was rescued goes on where the other ended.
    for suffix in ("", "-wal", "-shm"):
        (slow.state / ("ledger.sqlite" + suffix)).unlink(missing_ok=True)
    rescued.rename(slow.state / "ledger.sqlite")
    held_after(slow, smtp)
    assert slow.run("outbox", "release").returncode == 0
    slow.query("UPDATE outbox SET not_before = 0")
    assert slow.run("once").returncode == 0
    ids = [mail.id for mail in smtp.mails]
    assert len(set(ids)) == 2 * PAIRS
    # At most the one that was under way goes twice, as the same mail.
    assert len(ids) <= 2 * PAIRS + 1


def test_an_older_ledger_written_over_the_running_one(slow, smtp):
    smtp.replies["MAIL"] = "451 4.3.0 later"
    assert slow.run("once").returncode == 0
    shutil.copy(slow.state / "ledger.sqlite", slow.folder / "copy")
    slow.query("UPDATE outbox SET not_before = 0")
    smtp.replies["MAIL"] = lambda command, recipient: time.sleep(0.3)
    daemon = slow.start()
    smtp.wait_for_mails(4)
    (slow.state / "ledger.sqlite").write_bytes((slow.folder / "copy").read_bytes())
    time.sleep(3)
    daemon.kill()
    ids = [mail.id for mail in smtp.mails]
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize("then", ["nothing", "empty", "back"])
def test_the_directory_is_moved_away_under_the_daemon(slow, smtp, then):
    daemon = slow.start()
    smtp.wait_for_mails(4)
    away = slow.folder / "away"
    slow.state.rename(away)
    if then == "empty":
        slow.state.mkdir(mode=0o700)
        assert daemon.process.wait(60) == 1
        # A start there knows that mails have left.
        sent = len(smtp.mails)
        assert slow.run("once").returncode == 75
        assert len(smtp.mails) == sent
        return
    daemon.wait_for("is gone, or another is in its place")
    time.sleep(1)
    sent = len(smtp.mails)
    time.sleep(2)
    assert len(smtp.mails) == sent < 12
    assert daemon.is_running(), "its end would let the next start send everything again"
    away.rename(slow.state)
    if then == "back":
        smtp.wait_for_mails(2 * PAIRS)
    assert daemon.stop() == 0

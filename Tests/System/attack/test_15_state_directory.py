"""The state directory belongs to a user who means ill: root's commands touch nothing but that user's own files."""

import contextlib
import fcntl
import os
import pathlib
import pwd
import shutil
import stat
import subprocess
import sys
import tempfile

import pytest

import mails
from site_under_test import Site

needs_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root can be led astray")
OWNER = pwd.getpwnam("nobody")
OTHER = 54_321

FILES = ["lock", "high-water", "ledger.sqlite", "ledger.sqlite-wal", "ledger.sqlite-shm", "accepted",
         "accepted.json", "accepted.json.new"]
TRICKS = ["symlink", "dangling", "hard link", "fifo", "directory", "another's", "world-writable"]


@pytest.fixture
def open_folder():
    """A directory that another user can reach, which pytest's own are not."""
    folder = pathlib.Path(tempfile.mkdtemp(prefix="jalon-attack-", dir="/tmp"))
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def foreign(jalon, open_folder, smtp):
    """A programme that has sent its invitations, in a state directory that is another user's."""
    site = Site(jalon, open_folder, smtp)
    site.write_programme()
    site.state.mkdir(mode=0o750)
    os.chown(site.state, OWNER.pw_uid, OWNER.pw_gid)
    result = site.run("once")
    assert result.returncode == 0, result.stderr
    site.meeting = site.query("SELECT id FROM meetings WHERE state = 'announced'")[0][0]
    yield site
    site.end()


@pytest.fixture
def victim(open_folder):
    """A file of root's."""
    path = open_folder / "victim"
    path.write_bytes(b"root's own\n")
    path.chmod(0o600)
    return path


def facts(path):
    found = path.lstat()
    return (path.read_bytes(), found.st_uid, found.st_gid, stat.S_IMODE(found.st_mode), found.st_nlink)


def owners(site):
    return {path.name: path.lstat().st_uid for path in site.state.rglob("*")}


def lay(trick, path, victim):
    """Puts something else in the place of a file, as the directory's owner could (and a little more)."""
    before = path.read_bytes() if path.is_file() else b""
    if path.is_dir():
        shutil.rmtree(path)
    path.unlink(missing_ok=True)
    if trick == "symlink":
        path.symlink_to(victim)
    elif trick == "dangling":
        path.symlink_to(victim.parent / "made-by-root")
    elif trick == "hard link":
        os.link(victim, path)
    elif trick == "fifo":
        os.mkfifo(path, 0o666)
        os.chown(path, OWNER.pw_uid, OWNER.pw_gid)
    elif trick == "directory":
        path.mkdir()
        os.chown(path, OWNER.pw_uid, OWNER.pw_gid)
    elif trick == "another's":
        path.write_bytes(before)
        os.chown(path, OTHER, OTHER)
        path.chmod(0o644)
    elif trick == "world-writable":
        path.write_bytes(before)
        os.chown(path, OWNER.pw_uid, OWNER.pw_gid)
        path.chmod(0o666)


def commands(site, folder):
    some_mail = mails.reply("nobody@example.org", "claire@example.org", partstat="ACCEPTED")
    return {
        "meeting": lambda: site.run("meeting", "held", site.meeting, timeout=30),
        "relationship": lambda: site.run("relationship", "skip", "claire-thomas", "2030-01-01", timeout=30),
        "reload": lambda: site.run("reload", timeout=30),
        "once": lambda: site.run("once", timeout=30),
        "backup": lambda: site.run("backup", folder / "copy.sqlite", timeout=30),
        "receive": lambda: site.run("receive", stdin=some_mail, timeout=30),
        "resume": lambda: site.run("people", "resume", "claire", timeout=30),
        "forget": lambda: site.run("people", "forget", "somebody", timeout=30),
        "export": lambda: site.run("people", "export", "claire", "--out", folder / "out", timeout=30),
        "status": lambda: site.run("status", timeout=30),
        "outbox": lambda: site.run("outbox", timeout=30),
        "release": lambda: site.run("outbox", "release", timeout=30),
        "why": lambda: site.run("why", "claire", "2030-01-01", timeout=30),
        "plan": lambda: site.run("plan", timeout=30),
        "doctor": lambda: site.run("doctor", timeout=30),
    }


NAMES = list(commands(None, pathlib.Path("/")))


def attempt(foreign, victim, open_folder, file, trick, command):
    lay(trick, foreign.state / file, victim)
    before = facts(victim)
    result = commands(foreign, open_folder)[command]()
    words = result.stdout + result.stderr
    assert facts(victim) == before, (file, trick, command, words)
    assert not (open_folder / "made-by-root").exists(), (file, trick, command)
    assert result.returncode in (0, 1, 75), (file, trick, command, result.returncode, words)
    assert result.returncode == 0 or words.strip(), (file, trick, command)
    assert "Fatal error" not in words, words
    made = [name for name, owner in owners(foreign).items() if owner == 0 and trick not in ("symlink", "dangling")]
    assert not made or trick == "hard link", (file, trick, command, made)
    return result


@needs_root
@pytest.mark.parametrize("trick", TRICKS)
@pytest.mark.parametrize("file", ["lock", "high-water", "ledger.sqlite"])
def test_a_trap_for_roots_order(foreign, victim, open_folder, file, trick):
    result = attempt(foreign, victim, open_folder, file, trick, "meeting")
    if trick in ("symlink", "hard link", "fifo", "another's") and file != "high-water":
        assert result.returncode == 1 and file in result.stderr, result.stderr


@needs_root
@pytest.mark.long
@pytest.mark.parametrize("command", NAMES)
@pytest.mark.parametrize("trick", TRICKS)
def test_every_trap_for_every_command(foreign, victim, open_folder, trick, command):
    saved = open_folder / "saved"
    shutil.copytree(foreign.state, saved, copy_function=copy_with_owner)
    for file in FILES:
        attempt(foreign, victim, open_folder, file, trick, command)
        for path in ("copy.sqlite", "out"):
            with contextlib.suppress(FileNotFoundError):
                shutil.rmtree(open_folder / path) if path == "out" else (open_folder / path).unlink()
        shutil.rmtree(foreign.state)
        shutil.copytree(saved, foreign.state, copy_function=copy_with_owner)
        for path in [foreign.state, *foreign.state.rglob("*")]:
            os.chown(path, OWNER.pw_uid, OWNER.pw_gid)


def copy_with_owner(source, target):
    shutil.copy2(source, target)
    found = os.lstat(source)
    os.chown(target, found.st_uid, found.st_gid)


@needs_root
def test_roots_commands_leave_nothing_of_roots(foreign):
    for command in ("meeting", "once", "release", "status", "resume"):
        commands(foreign, foreign.folder)[command]()
    assert set(owners(foreign).values()) == {OWNER.pw_uid}, owners(foreign)


# The lock names a process

LOCKER = """
import fcntl, os, signal, struct, sys, time
os.setgid({gid}); os.setuid({uid})
signal.signal(signal.SIGUSR1, signal.SIG_IGN); signal.signal(signal.SIGHUP, signal.SIG_IGN)
file = os.open({path!r}, os.O_RDWR | os.O_CREAT, 0o600)
os.ftruncate(file, 0)
os.pwrite(file, {text!r}, 0)
if {bsd}: fcntl.flock(file, fcntl.LOCK_EX)
if {posix}: fcntl.lockf(file, fcntl.LOCK_EX)
print("locked", flush=True)
time.sleep(60)
"""


@needs_root
@pytest.mark.parametrize("posix", [True, False], ids=["proven", "unproven"])
@pytest.mark.parametrize("bsd", [True, False], ids=["flock", "no flock"])
@pytest.mark.parametrize("text", ["{pid}\n", "{pid}", "{pid} service\n", "{pid} order\n", " {pid}\n\n", "{pid}\x00"])
def test_the_number_in_the_lock_is_not_believed(foreign, text, posix, bsd):
    watched = subprocess.Popen(["sleep", "120"])
    (foreign.state / "lock").unlink()
    program = LOCKER.format(
        uid=OWNER.pw_uid, gid=OWNER.pw_gid, path=str(foreign.state / "lock"),
        text=text.format(pid=watched.pid).encode(), posix=posix, bsd=bsd)
    locker = subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE)
    try:
        locker.stdout.readline()
        order = subprocess.Popen(foreign.arguments(["reload"]), stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        with contextlib.suppress(subprocess.TimeoutExpired):
            order.communicate(timeout=3)
        order.kill()
        order.wait()
        assert watched.poll() is None, "root's process was signalled"
    finally:
        for process in (locker, watched):
            process.kill()
            process.wait()


# Rights

@pytest.mark.parametrize("mask", [0o000, 0o022, 0o077])
def test_everything_beside_the_ledger_is_its_owners_alone(site, smtp, mask):
    before = os.umask(mask)
    try:
        assert site.run("once").returncode == 0
        daemon = site.start()
        daemon.wait_for("started")
        modes = {path: stat.S_IMODE(path.lstat().st_mode) for path in site.state.rglob("*")}
        assert {path.name for path in modes} >= {"ledger.sqlite", "ledger.sqlite-wal", "lock", "high-water", "accepted.json"}
        wrong = {path.name: oct(mode) for path, mode in modes.items() if mode != (0o700 if path.is_dir() else 0o600)}
        assert not wrong, wrong
        assert stat.S_IMODE(site.state.stat().st_mode) == 0o700
        assert daemon.stop() == 0
    finally:
        os.umask(before)


@pytest.mark.parametrize("mode", [0o640, 0o644, 0o666, 0o660, 0o604])
def test_what_an_earlier_version_left_open_is_closed(site, smtp, mode):
    assert site.run("once").returncode == 0
    for name in ("ledger.sqlite", "lock", "high-water"):
        (site.state / name).chmod(mode)
    assert site.run("once").returncode == 0
    for name in ("ledger.sqlite", "lock", "high-water"):
        assert stat.S_IMODE((site.state / name).stat().st_mode) == 0o600, name


@needs_root
@pytest.mark.parametrize("mode", [0o777, 0o775, 0o1777, 0o757])
def test_root_keeps_out_of_a_directory_of_its_own_that_others_write_to(site, mode):
    site.state.mkdir()
    site.state.chmod(mode)
    result = site.run("once")
    assert result.returncode == 1 and "others may write to it" in result.stderr, result.stderr
    assert not list(site.state.iterdir())


@needs_root
def test_root_writes_a_backup_and_an_export_where_only_root_may(foreign, open_folder):
    closed = open_folder / "closed"
    closed.mkdir(mode=0o700)
    result = foreign.run("backup", closed / "copy.sqlite")
    assert result.returncode == 0, result.stderr
    assert (closed / "copy.sqlite").stat().st_uid == 0
    result = foreign.run("people", "export", "claire", "--out", closed / "claire")
    assert result.returncode == 0, result.stderr
    assert {path.name for path in (closed / "claire").iterdir()} == {"claire.json", "claire.ics"}
    assert set(owners(foreign).values()) == {OWNER.pw_uid}


@needs_root
def test_a_backup_into_the_owners_own_directory_is_made_by_the_owner(foreign, victim):
    place = foreign.state / "copies"
    place.mkdir()
    os.chown(place, OWNER.pw_uid, OWNER.pw_gid)
    (place / "copy.sqlite.new").symlink_to(victim)
    before = facts(victim)
    result = foreign.run("backup", place / "copy.sqlite")
    assert facts(victim) == before
    assert result.returncode == 0 and (place / "copy.sqlite").stat().st_uid == OWNER.pw_uid, result.stderr


@needs_root
def test_the_daemon_is_the_owners_on_all_its_threads(foreign, smtp):
    daemon = foreign.start()
    daemon.wait_for("started")
    for task in pathlib.Path(f"/proc/{daemon.pid}/task").iterdir():
        lines = (task / "status").read_text().splitlines()
        uids = next(line.split()[1:] for line in lines if line.startswith("Uid:"))
        gids = next(line.split()[1:] for line in lines if line.startswith("Gid:"))
        assert set(uids) == {str(OWNER.pw_uid)} and set(gids) == {str(OWNER.pw_gid)}, (task, uids, gids)
    # So the owner's commands reach it.
    result = subprocess.run(
        foreign.arguments(["relationship", "replan", "claire-thomas"]), user=OWNER.pw_uid, group=OWNER.pw_gid,
        extra_groups=[], env=foreign.environment(), capture_output=True, timeout=60, check=False)
    assert result.returncode == 0, result.stderr
    assert daemon.stop() == 0


@needs_root
@pytest.mark.parametrize("name", ["lock", "high-water", "ledger.sqlite"])
@pytest.mark.parametrize("trick", ["symlink", "fifo"])
def test_doctor_says_what_no_start_touches(foreign, victim, name, trick):
    path = foreign.state / name
    path.unlink(missing_ok=True)
    path.symlink_to(victim) if trick == "symlink" else os.mkfifo(path)
    result = foreign.run("doctor")
    assert result.returncode == 1 and f"{name} is not a file of Jalon's own" in result.stdout, result.stdout

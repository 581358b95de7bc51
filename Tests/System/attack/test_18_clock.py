"""A clock that is not trusted is told to whoever asks, and small jumps add up."""

import json
import pathlib
import shutil
import signal
import socket
import subprocess
import time

import pytest

SHIM = r"""
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

/* The wall clock goes wrong by the seconds in the file that JALON_CLOCK names. */
int clock_gettime(clockid_t clock, struct timespec *time) {
    int result = syscall(SYS_clock_gettime, clock, time);
    const char *path = getenv("JALON_CLOCK");
    long offset;
    FILE *file;
    if (result == 0 && clock == CLOCK_REALTIME && path != NULL && (file = fopen(path, "r")) != NULL) {
        if (fscanf(file, "%ld", &offset) == 1) time->tv_sec += offset;
        fclose(file);
    }
    return result;
}
"""
HOUR = 3600
JUST = 3 * HOUR - 60


@pytest.fixture(scope="session")
def shim(tmp_path_factory):
    compiler = shutil.which("cc") or shutil.which("gcc") or shutil.which("clang")
    if not compiler:
        pytest.skip("there is no C compiler")
    folder = tmp_path_factory.mktemp("clock")
    (folder / "clock.c").write_text(SHIM)
    subprocess.run([compiler, "-shared", "-fPIC", "-o", folder / "clock.so", folder / "clock.c"], check=True)
    return folder / "clock.so"


class Clock:
    """A daemon whose clock is set at will, and what it tells systemd."""

    def __init__(self, site, shim):
        self.site = site
        self.file = site.folder / "clock"
        self.set(0)
        self.socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        name = str(site.folder / "notify")
        self.socket.bind(name)
        self.socket.settimeout(30)
        self.daemon = site.start(
            {"LD_PRELOAD": str(shim), "JALON_CLOCK": str(self.file), "NOTIFY_SOCKET": name})
        self.daemon.wait_for("started")

    def set(self, offset):
        self.offset = offset
        fresh = self.file.with_suffix(".new")
        fresh.write_text(str(offset))
        fresh.rename(self.file)

    def jump(self, seconds):
        """Sets the clock, and has it looked at; returns the status line that follows."""
        while True:
            self.socket.setblocking(False)
            try:
                self.socket.recv(4096)
            except BlockingIOError:
                break
        self.socket.settimeout(30)
        self.set(self.offset + seconds)
        # A line that was on its way is not of this look yet.
        for _ in range(3):
            self.daemon.signal(signal.SIGUSR1)
            words = ""
            while "STATUS=" not in words:
                words = self.socket.recv(4096).decode()
            status = words.split("STATUS=")[1]
            if status.startswith("the clock "):
                break
        return status

    def told(self):
        """What other processes say: status as text, as JSON, and doctor."""
        text = self.site.run("status").stdout
        document = json.loads(self.site.run("status", "--format", "json").stdout)
        return text, document.get("clock"), self.site.run("doctor").stdout


@pytest.fixture
def clock(site, shim):
    return Clock(site, shim)


@pytest.mark.parametrize("jumps", [
    [4 * HOUR], [JUST, JUST], [2 * HOUR, 2 * HOUR], [HOUR] * 4, [JUST, -600, JUST], [30 * 86_400], [-4 * HOUR],
    [-JUST, -JUST]])
def test_a_clock_that_was_set_holds_and_everybody_says_so(clock, jumps):
    words = [clock.jump(seconds) for seconds in jumps]
    assert words[-1].startswith("the clock "), words
    assert all(not word.startswith("the clock ") for word in words[:1]) or len(jumps) == 1
    text, document, doctor = clock.told()
    assert "the clock " in text and document and document.startswith("the clock "), text
    assert "the clock " in doctor, doctor
    assert clock.daemon.is_running()


@pytest.mark.parametrize("jumps", [[JUST, -JUST, JUST], [-HOUR, HOUR] * 3, [HOUR, -HOUR, HOUR, -HOUR], [JUST], [-JUST]])
def test_jumps_that_cancel_out_hold_nothing(clock, jumps):
    for seconds in jumps:
        assert not clock.jump(seconds).startswith("the clock ")
    text, document, doctor = clock.told()
    assert "the clock " not in text and not document and "the clock " not in doctor


@pytest.mark.parametrize("jumps", [[4 * HOUR], [JUST, JUST], [-4 * HOUR]])
def test_a_release_clears_it_for_everybody(clock, jumps):
    for seconds in jumps:
        clock.jump(seconds)
    assert clock.told()[1]
    released = clock.site.run("outbox", "release")
    assert released.returncode == 0, released.stderr
    text, document, _ = clock.told()
    assert not document and "the clock " not in text


def test_a_clock_that_is_set_right_again_clears_it(clock):
    clock.jump(5 * HOUR)
    assert clock.told()[1]
    assert not clock.jump(-5 * HOUR).startswith("the clock ")
    assert not clock.told()[1]


def test_a_start_behind_the_ledger_is_told_too_and_a_pass_does_not_wait(site, shim, smtp):
    assert site.run("once").returncode == 0
    sent = len(smtp.mails)
    (site.folder / "clock").write_text(str(-40 * 86_400))
    wrong = {"LD_PRELOAD": str(shim), "JALON_CLOCK": str(site.folder / "clock")}
    begin = time.monotonic()
    result = site.run("once", env=wrong, timeout=60)
    assert time.monotonic() - begin < 30
    assert result.returncode == 75 and "behind what the ledger has written down" in result.stderr, result.stderr
    assert "behind what the ledger" in site.run("status").stdout and len(smtp.mails) == sent
    assert site.run("once").returncode == 0
    assert "behind what the ledger" not in site.run("status").stdout


def test_a_hold_of_a_process_that_was_killed_ends_with_the_next(clock):
    clock.jump(5 * HOUR)
    clock.daemon.kill()
    daemon = clock.site.start()
    daemon.wait_for("started")
    assert "the clock " not in clock.site.run("status").stdout


AHEAD = [4 * HOUR, 3 * 86_400, 365 * 86_400]


def stand_ahead(site, seconds):
    """What a clock that stood ahead has written down."""
    site.invite()
    site.query("UPDATE journal SET at = at + ?", seconds)
    site.query("UPDATE outbox SET composed = composed + ?1, settled = settled + ?1", seconds)


@pytest.mark.parametrize("seconds", AHEAD)
def test_a_hold_is_released_where_no_daemon_runs(site, seconds):
    stand_ahead(site, seconds)
    assert site.run("once").returncode == 75
    released = site.run("outbox", "release")
    assert released.returncode == 0 and "the clock is taken as right" in released.stdout, released.stderr
    for _ in range(2):
        once = site.run("once")
        assert once.returncode == 0, once.stderr
    assert "clock" not in json.loads(site.run("status", "--format", "json").stdout)


@pytest.mark.parametrize("order", [("relationship", "pause", "claire-thomas"), ("relationship", "replan", "claire-thomas")])
def test_an_order_is_no_release(site, order):
    stand_ahead(site, 4 * HOUR)
    assert site.run("once").returncode == 75
    refused = site.run(*order)
    assert refused.returncode == 1 and "the clock " in refused.stderr, refused.stderr
    assert site.run("once").returncode == 75


@pytest.mark.parametrize("value", [9223372036854775807, -9223372036854775808, 253402300800])
def test_an_impossible_moment_in_the_journal_holds_nothing(site, value):
    site.invite()
    site.query("UPDATE journal SET at = ?", value)
    assert site.run("once").returncode == 0

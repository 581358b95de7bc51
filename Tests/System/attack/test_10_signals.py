"""Signals at every moment of a process: none is lost, and none ends what it should not end."""

import concurrent.futures
import contextlib
import datetime
import os
import signal
import sqlite3
import subprocess
import time

import pytest

import locks
import mails

PAIRS = 30


@pytest.fixture
def large(site):
    """A programme whose first turn takes a while."""
    first, last = site.today + datetime.timedelta(days=7), site.today + datetime.timedelta(days=200)
    people = "people:\n  nadia: {name: Nadia Benali, email: nadia@example.org}\n" + "".join(
        f"  {role}{n}: {{name: {role} {n}, email: {role}{n}@example.org}}\n"
        for n in range(PAIRS) for role in ("mentor", "mentee"))
    relationships = "relationships:\n" + "".join(
        f"  pair{n}: {{mentor: mentor{n}, mentee: mentee{n}, start: {first}, end: {last}}}\n" for n in range(PAIRS))
    site.write_programme(people=people, relationships=relationships)
    return site


def started(daemon, timeout=120):
    return daemon.wait_for("started", timeout)


@pytest.mark.parametrize("number", [signal.SIGHUP, signal.SIGUSR1], ids=lambda number: number.name)
def test_a_call_from_the_lock_to_ready_and_on_does_not_end_the_daemon(large, number):
    daemon = large.start()
    locks.wait_for_holder(large.state / "lock", daemon.pid)
    for _ in range(400):
        assert daemon.is_running(), daemon.log()
        daemon.signal(number)
        time.sleep(0.005)
    started(daemon)
    assert daemon.stop() == 0, daemon.log()


@pytest.mark.parametrize("number", [signal.SIGHUP, signal.SIGUSR1], ids=lambda number: number.name)
@pytest.mark.parametrize("delay", [0, 0.01, 0.05, 0.2, 0.5])
def test_a_single_call_at_a_moment_of_the_start(large, number, delay):
    daemon = large.start()
    locks.wait_for_holder(large.state / "lock", daemon.pid)
    time.sleep(delay)
    daemon.signal(number)
    started(daemon)
    if number == signal.SIGHUP:
        daemon.wait_for("accepted")
    assert daemon.stop() == 0, daemon.log()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT], ids=lambda number: number.name)
@pytest.mark.parametrize("delay", [0, 0.01, 0.05, 0.2, 0.5, 1])
def test_the_end_before_the_first_turn_is_in_good_order(large, number, delay):
    daemon = large.start()
    locks.wait_for_holder(large.state / "lock", daemon.pid)
    time.sleep(delay)
    daemon.signal(number)
    assert daemon.process.wait(20) == 0, daemon.log()
    daemon.wait_for("ended")
    again = large.start()
    started(again)
    assert again.stop() == 0


def test_calls_while_it_ends(site, smtp):
    for call in (signal.SIGHUP, signal.SIGUSR1, signal.SIGTERM):
        daemon = site.start()
        started(daemon)
        daemon.signal(signal.SIGTERM)
        for _ in range(400):
            if not daemon.is_running():
                break
            daemon.signal(call)
            time.sleep(0.001)
        assert daemon.process.wait(60) == 0, (call, daemon.log())


def test_five_answers_that_are_piped_at_boot_all_count(large, smtp):
    invited = large.run("once")
    assert invited.returncode == 0, invited.stderr
    people = [f"mentor{n}@example.org" for n in range(5)]
    answers = [mails.reply(large.uid(smtp.to(person)[0]), person, partstat="ACCEPTED") for person in people]
    daemon = large.start()
    locks.wait_for_holder(large.state / "lock", daemon.pid)
    with concurrent.futures.ThreadPoolExecutor(5) as pool:
        results = list(pool.map(large.receive, answers))
    assert [result.returncode for result in results] == [0] * 5, [result.stderr for result in results]
    started(daemon)
    limit = time.monotonic() + 30
    while large.query("SELECT count(*) FROM journal WHERE event = 'answered'") != [(5,)]:
        assert time.monotonic() < limit
        time.sleep(0.1)
    assert daemon.stop() == 0


def test_commands_without_a_daemon_do_not_end_each_other(site, smtp):
    invitations = site.invite()
    answers = [
        mails.reply(site.uid(invitations[person]), person, partstat=answer)
        for person in invitations for answer in ("ACCEPTED", "TENTATIVE", "ACCEPTED")]
    with concurrent.futures.ThreadPoolExecutor(6) as pool:
        results = list(pool.map(site.receive, answers))
    assert [result.returncode for result in results] == [0] * 6, [result.stderr for result in results]
    with concurrent.futures.ThreadPoolExecutor(4) as pool:
        results = list(pool.map(lambda _: site.run("relationship", "pause", "claire-thomas"), range(4)))
    assert {result.returncode for result in results} <= {0, 1}, [result.stderr for result in results]
    assert not any("taken by another" in result.stderr or "did not answer" in result.stderr for result in results)


def test_a_start_waits_for_an_order_that_a_command_carries_out(large, smtp):
    assert large.run("once").returncode == 0
    with concurrent.futures.ThreadPoolExecutor(3) as pool:
        orders = [pool.submit(large.run, "relationship", "pause", f"pair{n}") for n in range(3)]
        limit = time.monotonic() + 30
        while not locks.holder(large.state / "lock") and time.monotonic() < limit:
            time.sleep(0.001)
        daemon = large.start()
        started(daemon)
        results = [order.result() for order in orders]
    assert [result.returncode for result in results] == [0] * 3, [result.stderr for result in results]
    assert daemon.stop() == 0


def stop_between_writes(site, daemon):
    """Stops the daemon at a moment at which it keeps the ledger from nobody."""
    for _ in range(100):
        daemon.signal(signal.SIGSTOP)
        with contextlib.closing(sqlite3.connect(site.state / "ledger.sqlite", timeout=0.1, isolation_level=None)) as ledger:
            try:
                ledger.execute("BEGIN IMMEDIATE")
                ledger.execute("ROLLBACK")
                return
            except sqlite3.OperationalError:
                daemon.signal(signal.SIGCONT)
    raise AssertionError("the daemon always writes")


def test_an_order_to_a_daemon_that_ends_is_carried_out_all_the_same(large, smtp):
    assert large.run("once").returncode == 0
    daemon = large.start()
    started(daemon)
    with concurrent.futures.ThreadPoolExecutor(1) as pool:
        stop_between_writes(large, daemon)
        order = pool.submit(large.run, "relationship", "pause", "pair1")
        limit = time.monotonic() + 20
        while not large.query("SELECT 1 FROM orders WHERE done IS NULL") and time.monotonic() < limit:
            time.sleep(0.01)
        daemon.kill()
        result = order.result()
    assert result.returncode == 0, result.stderr
    assert "no daemon runs" in result.stdout


def test_whoever_reads_the_log_may_go_away(site, smtp):
    site.invite()
    reader, writer = os.pipe()
    daemon = subprocess.Popen(
        [str(site.jalon), "run", "--verbose", "--config", str(site.config), "--state", str(site.state)],
        stdout=writer, stderr=writer, env=site.environment())
    os.close(writer)
    try:
        log = b""
        while b"started" not in log:
            more = os.read(reader, 65536)
            assert more, log
            log += more
        os.close(reader)
        meeting = site.query("SELECT id FROM meetings WHERE state = 'announced'")[0][0]
        assert site.run("meeting", "cancel", meeting).returncode == 0
        daemon.send_signal(signal.SIGPIPE)
        assert site.run("relationship", "replan", "claire-thomas").returncode == 0
        daemon.send_signal(signal.SIGTERM)
        assert daemon.wait(60) == 0
    finally:
        if daemon.poll() is None:
            daemon.kill()

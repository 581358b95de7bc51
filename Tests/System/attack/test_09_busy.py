"""Calendars of participants that are too much, or say nothing any more.

Reading is bounded, what was known stays in force, and the daemon goes on deciding meanwhile.
"""

import datetime
import gzip
import os
import resource
import signal
import subprocess
import threading
import time

import pytest


def calendar(*parts):
    return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" + "".join(parts) + "END:VCALENDAR\r\n"


def event(number, *lines, start="DTSTART:20261201T100000Z\r\nDTEND:20261201T110000Z"):
    return "\r\n".join(["BEGIN:VEVENT", f"UID:{number}", start, *lines, "END:VEVENT", ""])


def many(size, *lines, start="DTSTART:20261201T100000Z\r\nDTEND:20261201T110000Z"):
    one = len(event(10_000, *lines, start=start))
    return "".join(event(number, *lines, start=start) for number in range(size // one + 1))


def stamp(number):
    moment = datetime.datetime(2026, 12, 1) + datetime.timedelta(seconds=number)
    return moment.strftime("%Y%m%dT%H%M%SZ")


def numbers(count):
    return ",".join(str(number) for number in range(count))


EVERY_SECOND = f"RRULE:FREQ=DAILY;BYHOUR={numbers(24)};BYMINUTE={numbers(60)};BYSECOND={numbers(60)}"
OBSERVANCE = "BEGIN:STANDARD\r\nDTSTART:19700101T000000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\n{}\r\nEND:STANDARD\r\n"
ZONED = "DTSTART;TZID=Z:20261201T100000\r\nDTEND;TZID=Z:20261201T110000"


def zone(count, rule):
    return "BEGIN:VTIMEZONE\r\nTZID:Z\r\n" + OBSERVANCE.format(rule) * count + "END:VTIMEZONE\r\n"


# Whether such a file is refused; the others are read, as they cost little.
BOMBS = {
    "every second": (True, lambda: calendar(many(2_000_000, "RRULE:FREQ=SECONDLY"))),
    "every second among properties": (None, lambda: calendar(event(1, "RRULE:FREQ=SECONDLY", "X:\r\n" * 1_000_000))),
    "every day among properties": (None, lambda: calendar(event(1, "RRULE:FREQ=DAILY", "X:\r\n" * 1_000_000))),
    "every minute for ever": (True, lambda: calendar(many(1_000_000, "RRULE:FREQ=MINUTELY;COUNT=2147483647"))),
    "every hour, far": (True, lambda: calendar(many(1_000_000, "RRULE:FREQ=HOURLY;UNTIL=99991231T235959Z"))),
    "every second of a day": (True, lambda: calendar(many(1_000_000, EVERY_SECOND))),
    "a position that never is": (None, lambda: calendar(many(1_000_000, "RRULE:FREQ=MONTHLY;BYDAY=MO;BYSETPOS=6"))),
    "30 February": (None, lambda: calendar(many(1_000_000, "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"))),
    "dates without end": (True, lambda: calendar(event(1, "RDATE:" + ",".join(map(stamp, range(700_000)))))),
    "exceptions without end": (
        None, lambda: calendar(event(1, "RRULE:FREQ=DAILY", "EXDATE:" + ",".join(map(stamp, range(300_000)))))),
    "properties": (True, lambda: calendar(event(1, "X:\r\n" * 2_000_000))),
    "parameters": (False, lambda: calendar(event(1, start=f"DTSTART{';X=1' * 1_000_000}:20261201T100000Z"))),
    "one line": (False, lambda: calendar(event(1, "SUMMARY:" + "x" * 20_000_000))),
    "folds of one octet": (False, lambda: calendar(event(1, "SUMMARY:" + "\r\n x" * 2_000_000))),
    "components": (True, lambda: calendar("BEGIN:VEVENT\r\nEND:VEVENT\r\n" * 1_100_000)),
    "nesting": (None, lambda: calendar("BEGIN:X\r\n" * 500_000)),
    "events in events": (None, lambda: calendar("BEGIN:VEVENT\r\n" * 500_000)),
    "observances": (False, lambda: calendar(zone(30_000, "RRULE:FREQ=YEARLY"), event(1, start=ZONED))),
    "observances that never are": (
        False, lambda: calendar(zone(900, "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"), event(1, start=ZONED))),
    "overrides": (None, lambda: calendar(event(1, "RRULE:FREQ=DAILY"), "".join(
        event(1, f"RECURRENCE-ID;RANGE=THISANDFUTURE:{stamp(86_400 * number)}") for number in range(20_000)))),
    "overlaps": (False, lambda: calendar(many(9_000_000, start="DTSTART:20261201T100000Z\r\nDURATION:P300D"))),
    "an open quote": (False, lambda: calendar('ATTENDEE;CN="' + "x" * 5_000_000 + "\r\n", event(1))),
    "an attachment": (False, lambda: calendar(event(1, "ATTACH;ENCODING=BASE64;VALUE=BINARY:" + "QUJD" * 10_000_000))),
    "periods": (True, lambda: calendar(
        "BEGIN:VFREEBUSY\r\nFREEBUSY:" + ",".join(stamp(61 * n) + "/PT1M" for n in range(600_000)) + "\r\nEND:VFREEBUSY\r\n")),
    "too large": (True, lambda: calendar(event(1, "SUMMARY:" + "x" * (65 << 20)))),
    "gzip": (True, lambda: gzip.compress(calendar(event(1)).encode())),
    "HTML": (True, lambda: "<!DOCTYPE html><title>Sign in</title>"),
}


def with_calendar(site, text=None, path="claire.ics"):
    """Claire has a calendar, in which she is busy all the week of the first meeting but for its Sunday."""
    site.write_programme(people=site.PEOPLE.replace("claire@example.org", f"claire@example.org, busy: {path}"))
    site.write("claire.ics", text if text is not None else week(site))


def week(site, first=7, last=33):
    day = lambda offset: (site.today + datetime.timedelta(days=offset)).strftime("%Y%m%d")
    return calendar(event("week", start=f"DTSTART;VALUE=DATE:{day(first)}\r\nDTEND;VALUE=DATE:{day(last)}"))


def check(site, timeout=60):
    """`jalon check` and the memory, in MiB, of the largest child so far."""
    result = site.run("check", "--config", site.config, "--state", site.state, raw=True, timeout=timeout)
    return result, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss >> 10


@pytest.mark.long
@pytest.mark.parametrize("kind", BOMBS)
def test_a_calendar_that_is_too_much_is_read_within_bounds(site, kind):
    is_refused, make = BOMBS[kind]
    with_calendar(site, make())
    began = time.monotonic()
    result, memory = check(site)
    # A debug build takes some ten times as long as a release.
    assert time.monotonic() - began < 40
    assert memory < 700
    if is_refused is not None:
        assert (result.returncode == 1) == is_refused, result.stderr[:2000]
    assert len(result.stderr) < 300_000
    if result.returncode == 1:
        assert "claire.ics" in result.stderr and "jalon.yaml" in result.stderr


def replace(site, kind):
    path = site.config / "claire.ics"
    path.unlink()
    match kind:
        case "removed": pass
        case "emptied": path.write_text("")
        case "nothing left": path.write_text(calendar())
        case "cut off": path.write_text(week(site)[:-20])
        case "HTML": path.write_text("<html></html>")
        case "directory": path.mkdir()
        case "fifo": os.mkfifo(path)
        case "circle": path.symlink_to("claire.ics")
        case "zeros": path.symlink_to("/dev/zero")
        case "bomb": path.write_text(calendar(many(100_000, "RRULE:FREQ=SECONDLY")))


LOSSES = ["removed", "emptied", "nothing left", "cut off", "HTML", "directory", "fifo", "circle", "zeros", "bomb"]


def dates(site):
    return site.query("SELECT start FROM meetings ORDER BY start")


@pytest.mark.parametrize("kind", LOSSES)
def test_what_was_known_stays_in_force(site, kind):
    with_calendar(site)
    assert site.run("once").returncode == 0
    before = dates(site)
    assert before
    replace(site, kind)
    # In the accepted copy it is known.
    result, _ = check(site)
    assert result.returncode == 0, result.stderr
    assert "what it said before stays in force" in result.stderr
    for _ in range(2):
        assert site.run("once").returncode == 0
        assert dates(site) == before
    busy = site.today + datetime.timedelta(days=9)
    assert "busy" in site.run("why", "claire-thomas", busy).stdout


@pytest.mark.parametrize("kind", ["removed", "emptied", "bomb", "fifo"])
def test_a_calendar_named_by_its_absolute_path_is_known_as_well(site, kind):
    with_calendar(site, path=site.config / "claire.ics")
    assert site.run("once").returncode == 0
    before = dates(site)
    replace(site, kind)
    assert site.run("once").returncode == 0
    assert dates(site) == before
    assert "what it said before stays in force" in check(site)[0].stderr


@pytest.mark.parametrize("kind", ["fifo", "bomb", "removed", "emptied", "circle"])
def test_the_daemon_starts_and_reloads_over_it(site, smtp, kind):
    with_calendar(site)
    assert site.run("once").returncode == 0
    before = dates(site)
    replace(site, kind)
    daemon = site.start()
    daemon.wait_for("stays in force")
    daemon.wait_for("started")
    assert "claire" not in daemon.wait_for("stays in force")
    site.write("jalon.yaml", (site.config / "jalon.yaml").read_text() + "\n# edited\n")
    result = site.run("reload")
    assert result.returncode == 0, result.stderr
    assert dates(site) == before
    assert daemon.stop() == 0


def test_a_first_start_over_a_bomb_ends_with_its_place(site):
    with_calendar(site, calendar(many(300_000, "RRULE:FREQ=SECONDLY")))
    began = time.monotonic()
    result = site.run("run", timeout=60)
    assert result.returncode != 0 and "jalon.yaml" in result.stderr
    assert time.monotonic() - began < 30


def test_a_bomb_that_is_new_leaves_what_was_accepted_in_force(site, smtp):
    with_calendar(site)
    assert site.run("once").returncode == 0
    before = dates(site)
    site.write("thomas.ics", calendar(many(300_000, "RRULE:FREQ=SECONDLY")))
    text = (site.config / "jalon.yaml").read_text()
    site.write("jalon.yaml", text.replace("thomas@example.org", "thomas@example.org, busy: thomas.ics"))
    daemon = site.start()
    daemon.wait_for("running on the last accepted configuration")
    daemon.wait_for("started")
    assert site.run("reload").returncode == 1
    assert dates(site) == before
    site.write("thomas.ics", calendar())
    assert site.run("reload").returncode == 0
    assert daemon.stop() == 0


def test_many_bombs_end_soon_and_leave_others_alone(site):
    """Thirty people with a bomb each, and then one whose calendar is as calendars are."""
    people = "people:\n" + "".join(
        f"  a{n}: {{name: A, email: a{n}@example.org, busy: a{n}.ics}}\n" for n in range(30)) + site.PEOPLE[8:]
    site.write_programme(people=people.replace("claire@example.org", "claire@example.org, busy: claire.ics"))
    site.write("claire.ics", week(site))
    for n in range(30):
        site.write(f"a{n}.ics", calendar(event(n, "RRULE:FREQ=YEARLY"), many(30_000, "RRULE:FREQ=SECONDLY")))
    result, memory = check(site, timeout=100)
    assert result.returncode == 1
    assert result.stderr.count(" error: ") == 30 and "claire.ics" not in result.stderr.replace("busy: claire.ics", "")
    assert memory < 700


def test_where_nothing_is_known_it_is_a_mistake(site):
    with_calendar(site)
    for kind in ["fifo", "directory", "circle", "zeros", "bomb", "HTML", "emptied", "removed"]:
        site.write("claire.ics", "") if not (site.config / "claire.ics").exists() else None
        path = site.config / "claire.ics"
        if path.is_dir() and not path.is_symlink():
            path.rmdir()
            path.write_text("")
        replace(site, kind)
        result, _ = check(site)
        assert result.returncode == 1 and "claire.ics" in result.stderr, kind
        if (site.config / "claire.ics").is_symlink():
            (site.config / "claire.ics").unlink()


def test_a_thousand_people_with_one_calendar_cost_about_one(site):
    text = calendar(many(600_000, "RRULE:FREQ=WEEKLY;COUNT=20"))
    with_calendar(site, text)
    began = time.monotonic()
    assert check(site)[0].returncode == 0
    once = time.monotonic() - began
    people = site.PEOPLE + "".join(
        f"  p{n}: {{name: P, email: p{n}@example.org, busy: claire.ics}}\n" for n in range(1000))
    site.write_programme(people=people)
    began = time.monotonic()
    assert check(site)[0].returncode == 0
    assert time.monotonic() - began < 3 * once + 5


def test_a_slow_writer_does_not_hold_a_reload(site):
    """What lies at the path may be a FIFO into which somebody writes an octet now and then."""
    with_calendar(site)
    assert site.run("once").returncode == 0
    replace(site, "fifo")
    stop = threading.Event()

    def write():
        descriptor = os.open(site.config / "claire.ics", os.O_RDWR)
        while not stop.wait(0.1):
            os.write(descriptor, b"X")
        os.close(descriptor)

    thread = threading.Thread(target=write, daemon=True)
    thread.start()
    began = time.monotonic()
    result, _ = check(site)
    stop.set()
    thread.join()
    assert result.returncode == 0 and time.monotonic() - began < 20


def test_a_file_that_grows_while_it_is_read_is_not_taken_by_half(site):
    with_calendar(site)
    assert site.run("once").returncode == 0
    before = dates(site)
    stop = threading.Event()

    def write():
        with open(site.config / "claire.ics", "a") as file:
            while not stop.is_set():
                file.write("X-MORE:" + "x" * 1000 + "\r\n")
                file.flush()
                if file.tell() > 30 << 20:
                    return

    thread = threading.Thread(target=write, daemon=True)
    thread.start()
    for _ in range(3):
        assert site.run("once").returncode == 0
        assert dates(site) == before
    stop.set()
    thread.join()


def test_a_file_that_is_replaced_while_it_is_read_is_one_or_the_other(site):
    with_calendar(site)
    path, stop = site.config / "claire.ics", threading.Event()
    texts = [week(site), calendar(event(1), many(100_000))]

    def swap():
        for number in range(100_000):
            if stop.is_set():
                return
            fresh = site.config / "fresh"
            fresh.write_text(texts[number % 2])
            fresh.rename(path)

    thread = threading.Thread(target=swap, daemon=True)
    thread.start()
    for _ in range(5):
        result, _ = check(site)
        assert result.returncode == 0, result.stderr
        assert "warning: BEGIN" not in result.stderr
    stop.set()
    thread.join()


@pytest.mark.long
def test_orders_are_carried_out_while_a_large_calendar_is_read(site, smtp):
    """The daemon decides on what is in force until the files have been read."""
    with_calendar(site)
    daemon = site.start()
    daemon.wait_for("started")
    smtp.wait_for_mails(2)
    site.write("claire.ics", week(site)[:-len("END:VCALENDAR\r\n")] + many(
        40_000_000, "SUMMARY:Point d'étape de la semaine", "STATUS:CONFIRMED") + "END:VCALENDAR\r\n")
    daemon.signal(signal.SIGHUP)
    time.sleep(0.3)
    relationship = site.run("relationship", "pause", "claire-thomas", "--until", site.today + datetime.timedelta(days=10))
    assert relationship.returncode == 0, relationship.stdout + relationship.stderr
    daemon.wait_for("accepted", timeout=120)
    log = daemon.log() + "\n".join(daemon.lines)
    assert log.index("an order was carried out") < log.index(" accepted; ")
    assert daemon.stop() == 0

"""A pair with a mediator of its own, and what the four of them write."""

import datetime
import email.utils

import mails

CLAIRE, THOMAS, NADIA, MARC = (f"{name}@example.org" for name in ("claire", "thomas", "nadia", "marc"))
PEOPLE = """\
people:
  claire: {name: Claire Durand, email: claire@example.org}
  thomas: {name: Thomas Petit, email: thomas@example.org}
  nadia: {name: Nadia Benali, email: nadia@example.org}
  marc: {name: Marc Roux, email: marc@example.org}
"""
INVITATION = "  invitation: {trigger: 1344 hours before session, send: {invitation: everyone}}\n"
PASS = "Authentication-Results: mx.example.org; dmarc=pass header.from=example.org"


def write(site, *, rules="", answers="answers: {piped: true}", programme="", mail=""):
    """Marc mediates between Claire and Thomas, who meet three times or so; mail leaves at any hour."""
    first, last = site.today + datetime.timedelta(days=3), site.today + datetime.timedelta(days=54)
    site.write_programme(
        people=PEOPLE, rules="rules:\n" + INVITATION + rules, answers=answers, mail=mail,
        relationships=("relationships:\n  claire-thomas: {mentor: claire, mentee: thomas, mediator: marc, "
                       f"start: {first}, end: {last}}}\n"),
        programme="  quiet: 23:59-00:00\n" + programme)


def invite(site):
    """The invitations to the first meeting, by address."""
    result = site.run("once")
    assert result.returncode == 0, result.stdout + result.stderr
    first = site.query("SELECT uid FROM meetings WHERE state = 'announced' ORDER BY starts LIMIT 1")[0][0]
    return {mail.recipient: mail for mail in site.smtp.mails if f"UID:{first}" in mail.calendar()}


def uids(site):
    return [uid for uid, in site.query("SELECT uid FROM meetings WHERE state = 'announced' ORDER BY starts")]


def date(minutes=0):
    """A Date field so many minutes from now."""
    return email.utils.format_datetime(
        datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(minutes=minutes))


def counters(uid, address, count, extra=()):
    """Proposals of as many times as there are mails, none of which suits."""
    start = datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(days=1)
    for number in range(count):
        moment = start + datetime.timedelta(minutes=number)
        yield mails.counter(
            uid, address, mails.stamp(moment), mails.stamp(moment + datetime.timedelta(hours=1)),
            message_id=f"<counter{number}@example.org>", extra=extra,
            dtstamp=mails.stamp(moment - datetime.timedelta(days=1, seconds=3600 - number)))


def count(site, template, address=None):
    return sum(1 for name, to, _ in site.outbox() if name == template and address in (None, to))


def move(site):
    """The first meeting moves by an order; returns whether both were told at once."""
    before = len(site.smtp.mails)
    identity, start = site.query("SELECT id, start FROM meetings WHERE state = 'announced' ORDER BY starts LIMIT 1")[0]
    day = datetime.date.fromisoformat(start[:10]) + datetime.timedelta(days=2)
    result = site.run("meeting", "move", identity, f"{day}T15:00")
    assert result.returncode == 0, result.stdout + result.stderr
    site.run("once")
    told = {mail.recipient for mail in site.smtp.mails[before:] if "METHOD:REQUEST" in mail.calendar()}
    return {CLAIRE, THOMAS} <= told


def over(site):
    """The first meeting ended an hour ago; returns its id."""
    identity = site.query("SELECT id FROM meetings WHERE state = 'announced' ORDER BY starts LIMIT 1")[0][0]
    now = int(datetime.datetime.now().timestamp())
    site.query("UPDATE meetings SET starts = ?, ends = ? WHERE id = ?", now - 7200, now - 3600, identity)
    return identity

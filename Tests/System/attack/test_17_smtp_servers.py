"""Whatever an SMTP server does, the program ends in time, loses nothing, and fails no mail that others share the fate of."""

import time

import pytest

from smtp_server import SMTPServer

DROP = SMTPServer.DROP


def slowly(text, seconds=3.0):
    """A reply that comes letter by letter."""
    def reply(*_):
        time.sleep(seconds)
        return text
    return reply


def lines(code, count, last, width=20):
    return "\r\n".join([f"{code}-{'x' * width}"] * count + [f"{code} {last}"])


# What the server says at a step, and the states in which the mails may be afterwards.
OWED = {"scheduled", "deferred"}
CASES = {
    # Replies that are none, or are too much.
    "greeting-is-nonsense": ({"GREETING": "hello there"}, OWED),
    "greeting-1yz": ({"GREETING": "120 wait"}, OWED),
    "greeting-6yz": ({"GREETING": "620 what"}, OWED),
    "greeting-0yz": ({"GREETING": "020 what"}, OWED),
    "greeting-450": ({"GREETING": "450 4.3.2 busy"}, OWED),
    "greeting-554": ({"GREETING": "554 5.3.2 no"}, OWED),
    "greeting-is-long": ({"GREETING": lines(220, 50_000, "ready")}, OWED | {"sent"}),
    "greeting-has-a-line-of-1-mb": ({"GREETING": "220 " + "x" * (1 << 20)}, OWED | {"sent"}),
    "greeting-drops": ({"GREETING": DROP}, OWED),
    # HELO is another way in.
    "ehlo-421": ({"EHLO": "421 4.3.2 goodbye"}, OWED | {"sent"}),
    "ehlo-550": ({"EHLO": "550 5.7.1 not you"}, OWED | {"sent"}),
    "ehlo-offers-10000-things": ({"EHLO": lines(250, 10_000, "8BITMIME")}, OWED | {"sent"}),
    "ehlo-size-is-words": ({"EHLO": "250-x\r\n250-SIZE huge\r\n250-8BITMIME\r\n250 SMTPUTF8"}, {"sent"}),
    "ehlo-size-is-negative": ({"EHLO": "250-x\r\n250-SIZE -5\r\n250-8BITMIME\r\n250 SMTPUTF8"}, {"sent"}),
    "ehlo-size-overflows": ({"EHLO": "250-x\r\n250-SIZE 99999999999999999999999\r\n250-8BITMIME\r\n250 SMTPUTF8"}, {"sent"}),
    "mail-421": ({"MAIL": "421 4.3.2 goodbye"}, OWED),
    "mail-451": ({"MAIL": "451 4.3.0 later"}, OWED),
    "mail-1yz": ({"MAIL": "150 hm"}, OWED),
    "mail-6yz": ({"MAIL": "650 hm"}, OWED),
    "mail-drops": ({"MAIL": DROP}, OWED),
    "mail-with-nul-and-escapes": ({"MAIL": b"451 4.3.0 \x00\x1b[31mred\x1b]0;title\x07\xff\xfe"}, OWED),
    "rcpt-421": ({"RCPT": "421 4.3.2 goodbye"}, OWED),
    "rcpt-451": ({"RCPT": "451 4.7.1 greylisted"}, OWED),
    "rcpt-251": ({"RCPT": "251 2.1.5 will forward"}, {"sent"}),
    "rcpt-252": ({"RCPT": "252 2.1.5 cannot verify"}, {"sent"}),
    "rcpt-injected-replies": ({"RCPT": "250 ok\r\n354 go on\r\n250 2.0.0 queued"}, OWED | {"unknown", "sent"}),
    "data-421": ({"DATA": "421 4.3.2 goodbye"}, OWED),
    "data-250": ({"DATA": "250 no need"}, OWED),
    "data-drops": ({"DATA": DROP}, OWED),
    "data-354-then-drops": ({"DATA": "354 go on", "END": DROP}, OWED | {"unknown"}),
    "end-421": ({"END": "421 4.3.2 goodbye"}, {"deferred"}),
    "end-451": ({"END": "451 4.3.0 disk"}, {"deferred"}),
    "end-354": ({"END": "354 again"}, OWED | {"unknown"}),
    "end-with-1-mb": ({"END": "250 " + "x" * (1 << 20)}, OWED | {"sent", "unknown"}),
    "end-with-10000-lines": ({"END": lines(250, 10_000, "taken in")}, {"sent"}),
    "slow": ({step: slowly({"GREETING": "220 x", "MAIL": "250 ok", "RCPT": "250 ok"}[step], 1)
              for step in ("GREETING", "MAIL", "RCPT")}, {"sent", "scheduled"}),
    "quit-drops": ({"QUIT": DROP}, {"sent"}),
}


@pytest.mark.parametrize("name", CASES)
def test_a_server_misbehaves(site, smtp, name):
    replies, states = CASES[name]
    smtp.replies.update(replies)
    begins = time.monotonic()
    result = site.run("once", timeout=110)
    assert time.monotonic() - begins < 100
    assert result.returncode in (0, 1, 75), result
    outbox = site.outbox()
    assert outbox and {state for _, _, state in outbox} <= states, outbox
    said = result.stdout + result.stderr + site.run("status").stdout + site.run("outbox", "list").stdout
    assert "\x1b" not in said and "\x00" not in said and len(said) < 50_000
    # When it is well again, each mail arrives once; one in doubt may come a second time.
    smtp.replies.clear()
    site.query("UPDATE outbox SET not_before = 0 WHERE state IN ('scheduled', 'deferred')")
    assert site.run("once", timeout=110).returncode == 0
    open_states = {state for _, _, state in site.outbox()}
    assert open_states <= {"sent", "unknown"}, site.outbox()


# The same refusal of everybody: no mail is at fault.
ALIKE = {
    "mail-550": {"MAIL": "550 5.7.1 not from you"},
    "mail-553-sender": {"MAIL": "553 5.1.8 sender refused"},
    "mail-552": {"MAIL": "552 5.3.4 too big"},
    "mail-500": {"MAIL": "500 what"},
    "mail-530": {"MAIL": "530 5.7.0 log in first"},
    "mail-535": {"MAIL": "535 5.7.8 who are you"},
    "rcpt-relay": {"RCPT": "554 5.7.1 relay access denied"},
    "rcpt-sender": {"RCPT": "550 5.1.8 sender has no MX"},
    "rcpt-too-many": {"RCPT": "550 5.5.3 too many mails today"},
    "data-554": {"DATA": "554 5.3.0 not now"},
    "end-554": {"END": "554 5.7.1 this looks like spam"},
    "end-552": {"END": "552 5.3.4 no room"},
    "end-plain": {"END": "554 transaction failed"},
    "numbers-in-words": {"MAIL": lambda *_: f"550 5.7.1 no, {time.monotonic_ns()}"},
}


@pytest.mark.parametrize("name", ALIKE)
def test_who_refuses_everybody_costs_nobody_a_mail(site, smtp, name):
    smtp.replies.update(ALIKE[name])
    assert site.run("once").returncode != 0
    assert {state for _, _, state in site.outbox()} <= {"scheduled", "deferred"}, site.outbox()
    assert "suspended" in site.run("status").stdout
    smtp.replies.clear()
    assert site.run("once").returncode == 0
    assert {state for _, _, state in site.outbox()} == {"sent"}, site.outbox()
    assert len(smtp.mails) == 2


@pytest.mark.parametrize("size", ["1", "100", "1000"])
def test_a_size_that_is_smaller_than_every_mail_costs_nobody_a_mail(site, smtp, size):
    smtp.extensions = ["8BITMIME", f"SIZE {size}", "SMTPUTF8"]
    assert site.run("once").returncode != 0
    assert {state for _, _, state in site.outbox()} == {"scheduled"}, site.outbox()
    smtp.extensions = ["8BITMIME", "SIZE 33554432", "SMTPUTF8"]
    assert site.run("once").returncode == 0
    assert {state for _, _, state in site.outbox()} == {"sent"}


def test_passes_that_try_one_mail_each_see_it_too(site, smtp):
    smtp.replies["MAIL"] = lambda *_: "550 5.7.1 not from you"
    site.run("once")
    site.run("once")
    assert {state for _, _, state in site.outbox()} == {"scheduled"}, site.outbox()


DEAD = {
    "5.1.1": "550 5.1.1 no such user", "5.1.2": "550 5.1.2 no such host", "5.2.1": "550 5.2.1 disabled",
    "5.2.2": "552 5.2.2 over quota", "plain": "550 user unknown", "mailbox": "550 Mailbox unavailable",
}


@pytest.mark.parametrize("name", DEAD)
def test_dead_addresses_fail_for_good_and_hold_nobody_up(site, smtp, name):
    smtp.replies["RCPT"] = lambda command, recipient: DEAD[name]
    site.run("once")
    assert {state for _, _, state in site.outbox()} == {"failed"}, site.outbox()
    assert "suspended" not in site.run("status").stdout


def test_one_mail_that_is_refused_while_others_pass_fails(site, smtp):
    smtp.replies["RCPT"] = lambda command, recipient: "550 5.7.1 not to her" if "claire" in recipient else None
    site.run("once")
    assert dict((address, state) for _, address, state in site.outbox()) == {
        "claire@example.org": "failed", "thomas@example.org": "sent"}


def stuck(site, days):
    """As after some days of 451: the ledger's moments lie so far back."""
    seconds = days * 86_400
    site.query("UPDATE outbox SET tried_since = tried_since - ? WHERE tried_since IS NOT NULL", seconds)
    site.query("UPDATE outbox SET not_before = not_before - ? WHERE state = 'scheduled'", seconds)


def moments_back(site, days):
    value = site.query("SELECT value FROM facts WHERE name = 'tries'")[0][0]
    first, last = value.split(" ")
    import datetime
    begin = datetime.datetime.fromisoformat(first.replace("Z", "+00:00")) - datetime.timedelta(days=days)
    site.query("UPDATE facts SET value = ? WHERE name = 'tries'", f"{begin.strftime('%Y-%m-%dT%H:%M:%SZ')} {last}")


@pytest.mark.parametrize("reply", ["451 4.3.0 later", "550 5.7.1 not from you", "421 4.3.2 closed", "530 5.7.0 log in"])
def test_after_a_day_the_coordinator_is_told_once_and_status_says_so(site, smtp, reply):
    smtp.replies["MAIL"] = reply
    site.run("once")
    stuck(site, 6)
    moments_back(site, 6)
    site.run("once")
    assert {state for _, _, state in site.outbox()} <= {"scheduled", "deferred"}, site.outbox()
    notes = [row for row in site.outbox() if row[0] == "coordinator-note"]
    assert [row[1] for row in notes] == ["nadia@example.org"]
    status = site.run("status").stdout
    assert "no mail has left since" in status, status
    assert site.query("SELECT count(*) FROM journal WHERE event = 'standstill'") == [(1,)]
    site.run("once")
    assert len([row for row in site.outbox() if row[0] == "coordinator-note"]) == 1
    smtp.replies.clear()
    site.query("UPDATE outbox SET not_before = 0 WHERE state IN ('scheduled', 'deferred')")
    assert site.run("once").returncode == 0
    assert {state for _, _, state in site.outbox()} == {"sent"}
    assert "no mail has left" not in site.run("status").stdout


def test_a_service_that_did_not_run_is_no_trouble(site, smtp):
    smtp.replies["MAIL"] = "451 4.3.0 later"
    site.run("once")
    stuck(site, 6)
    smtp.replies.clear()
    site.query("UPDATE outbox SET not_before = 0 WHERE state IN ('scheduled', 'deferred')")
    assert site.run("once").returncode == 0
    assert [row for row in site.outbox() if row[0] == "coordinator-note"] == []

"""Item: whoever writes in somebody's name must be believed by the receiving server, by the whole of its word."""

import itertools
import random

import mails
import pytest

CLAIRE = "claire@example.org"
FROM = f"From: Claire Durand <{CLAIRE}>"
DATE = "Mon, 30 Nov 2026 09:00:00 +0100"


@pytest.fixture
def invited(site):
    return site.uid(site.invite()[CLAIRE])


def decline(uid, fields):
    """A decline in Claire's name under these header fields, which are whole lines."""
    return ("\r\n".join([*fields, "To: mentorat@example.org", "Subject: Re"]) + "\r\n"
            + "MIME-Version: 1.0\r\nContent-Type: text/calendar; method=REPLY; charset=utf-8\r\n\r\n"
            + mails.calendar("REPLY", uid, CLAIRE))


def results(text):
    return f"Authentication-Results: mx.example.org; {text}"


def counts(site, uid, fields):
    answer = site.receive(decline(uid, fields), "--authserv", "mx.example.org", "--dry-run")
    assert answer.returncode == 0, answer.stdout + answer.stderr
    return answer.stdout.startswith("answer")


GENUINE = [
    [results("dmarc=pass (p=none dis=none) header.from=example.org"), FROM],
    [results("dkim=pass header.i=@example.org header.b=\"a/b\"; spf=pass (x: domain of y) smtp.mailfrom=claire@example.org; "
             "dmarc=pass (p=NONE sp=NONE dis=NONE) header.from=example.org"), FROM],
    [results("dkim=pass (2048-bit key) header.d=example.org header.s=x; dmarc=none"), FROM],
    [f"Received: from x (x [192.0.2.1]) by mx.example.org (Postfix) with ESMTP id 1 for <a@b.example>; {DATE}",
     results("spf=pass (sender SPF authorized) smtp.mailfrom=example.org (client-ip=192.0.2.1; helo=x)"), FROM],
    [results("spf=pass smtp.mailfrom=example.org; dkim=none header.d=none;dmarc=pass action=none header.from=example.org;compauth=pass reason=100"),
     FROM],
]
ENVELOPES = [
    "\"x@example.org\"@evil.example", "\"claire@example.org\"@evil.example", "\"a\\\"@example.org\"@evil.example",
    "x@example.org@evil.example", "claire%example.org@evil.example", "@evil.example:claire@example.org",
    "claire@example.org.evil.example", "claire@evilexample.org", "claire@org", "<claire@example.org>",
    "x@evil.example(claire@example.org)", "(claire@example.org)x@evil.example", "\"x\" @example.org", "claire@example.org.",
    "claire@mail.example.org",
]
SENDERS = [
    ["From: \"a b\"@evil.example, claire@example.org"], ["From: <x@", FROM], [FROM, "From: x@evil.example"],
    ["From: x: claire@example.org;"], ["From: <@evil.example:claire@example.org>"], ["From: x@evil.example\r <claire@example.org>"],
    ["From: claire@example.org <x@evil.example>"], ["From: x@evil.example <claire@example.org>"], [FROM, "X-A: b\x00c"],
    ["From: claire@example.org;"], ["From: (claire@example.org) x@evil.example"], [FROM, "no header", "From: x@evil.example"],
    ["From: calendar-notification@google.com", "Reply-To: claire@example.org"], ["Sender: claire@example.org"],
]
RELAYS = [
    f"from by (x [192.0.2.1]) by relay.other.example; {DATE}", f"by relay.other.example; {DATE}", f"from x by mx.example.org by relay.other.example; {DATE}",
    "from x by mx.example.org", f"from x (by mx.example.org by relay.other.example; {DATE}", f"from by mx.example.org; {DATE}",
    f"from x by mx.example.org.relay.example; {DATE}",
]
STRUCTURES = [
    ["ARC-Authentication-Results: i=1; mx.example.org; dmarc=pass header.from=example.org", FROM],
    ["Authentication-Results: mx.example.org.evil.example; dmarc=pass header.from=example.org", FROM],
    ["Authentication-Results: mx.example.org 2; dmarc=pass header.from=example.org", FROM],
    [results("dmarc=none"), results("dmarc=pass header.from=example.org"), FROM],
    [results("spf=("), results("dmarc=pass header.from=example.org"), FROM],
    [results("dkim=pass header.d=org"), FROM], [results("dkim=pass header.d=example.org header.d=evil.example"), FROM],
    [results("dkim=pass header.d=evil.example header.i=@example.org"), FROM], [results("dmarc=pass"), FROM],
    [results("dmarc=fail (dmarc=pass header.from=example.org)"), FROM],
]


@pytest.mark.parametrize("fields", GENUINE)
def test_what_the_receiving_server_vouches_for_counts(site, invited, fields):
    assert counts(site, invited, fields)


@pytest.mark.parametrize("method", ["spf=pass smtp.mailfrom=", "dkim=pass header.i="])
def test_an_address_is_what_the_grammar_says(site, invited, method):
    for address in ENVELOPES:
        assert not counts(site, invited, [results(method + address), FROM]), address


def test_a_verdict_is_on_the_one_from(site, invited):
    for subject in ["evil.example", "org", "mail.example.org", "example.org header.from=evil.example", "\"x@example.org\"@evil.example", ""]:
        assert not counts(site, invited, [results(f"dkim=pass header.d=example.org; dmarc=pass header.from={subject}"), FROM]), subject


def test_one_from_with_one_mailbox(site, invited):
    for sender, word in itertools.product(SENDERS, ["dmarc=pass header.from=example.org", "dmarc=pass header.from=evil.example"]):
        assert not counts(site, invited, [results(word), *sender]), sender


def test_one_from_with_one_mailbox_where_no_server_is_named(site, invited):
    for sender in SENDERS[:-2]:
        answer = site.receive(decline(invited, sender), "--dry-run")
        assert not answer.stdout.startswith("answer"), sender


def test_a_failure_of_dmarc_ends_it(site, invited):
    for fail, word in itertools.product(
            ["dmarc=fail header.from=example.org", "dmarc=fail", "dmarc=FAIL (p=reject)", "dmarc=reject"],
            ["spf=pass smtp.mailfrom=claire@example.org", "dkim=pass header.d=example.org"]):
        assert not counts(site, invited, [results(f"{word}; {fail}"), FROM]), fail
        assert not counts(site, invited, [results(word), results(fail), FROM]), fail


def test_a_relay_cannot_hide(site, invited):
    for relay in RELAYS:
        assert not counts(site, invited, [f"Received: {relay}", results("dmarc=pass header.from=example.org"), FROM]), relay


@pytest.mark.parametrize("fields", STRUCTURES)
def test_only_the_servers_own_header_counts_and_only_whole(site, invited, fields):
    assert not counts(site, invited, fields)


def test_a_forged_decline_moves_nothing(site, invited):
    before = site.query("SELECT * FROM meetings ORDER BY id")
    forged = decline(invited, [results("spf=pass smtp.mailfrom=\"x@example.org\"@evil.example; dmarc=fail"), FROM])
    site.receive(forged, "--authserv", "mx.example.org")
    assert site.run("once").returncode == 0
    assert site.query("SELECT * FROM meetings ORDER BY id") == before
    assert site.query("SELECT count(*) FROM journal WHERE event = 'answered'") == [(0,)]


@pytest.mark.long
def test_forged_mails_by_the_hundred_over_imap(site, imap):
    """Tricks of every kind together, read from the mailbox at once; not one is an answer."""
    site.write_programme(answers=site.imap_answers(imap, "authserv: mx.example.org"))
    uid = site.uid(site.invite()[CLAIRE])
    chance = random.Random(18)
    for _ in range(600):
        word = chance.choice([
            f"spf=pass smtp.mailfrom={chance.choice(ENVELOPES)}", f"dkim=pass header.i={chance.choice(ENVELOPES)}",
            "dmarc=pass header.from=evil.example", "dkim=pass header.d=example.org; dmarc=fail", "dkim=pass header.d=org"])
        sender = chance.choice([[FROM], *SENDERS])
        relay = [f"Received: {chance.choice(RELAYS)}"] if chance.random() < 0.3 else []
        imap.add(decline(uid, [*relay, results(word), *sender]))
    assert site.run("once", timeout=300).returncode == 0
    assert site.query("SELECT count(*) FROM journal WHERE event = 'answered'") == [(0,)]

"""What goes to a mediator is the mediator's to know, although it comes back."""

import mails
import pair
import pytest
from pair import CLAIRE, MARC, NADIA, THOMAS

BOUNCED = ("  bounced: {trigger: when mail bounces, send: {template: silent-relationship, to: coordinator}}\n"
           "  others: {trigger: when mail bounces, send: {template: how-is-it-going, to: [mentor, mentee]}}\n")
CALL = "  call: {trigger: when mediator is asked for, send: {template: mediator-asked, to: mediator}}\n"
HELLO = "  hello: {trigger: 1 hour after start, send: {template: welcome, to: [mediator, mentor]}}\n"
WORDS = "554 5.7.1 rejected: Thomas Petit souhaite vous parler"


def age(site):
    """A day passes for what the ledger knows of addresses, and of what went out today."""
    site.query("UPDATE suspensions SET first = first - 90000, last = last - 90000")
    site.query("UPDATE outbox SET composed = composed - 90000, key = key || ' before' WHERE template = 'mediator-asked'")
    if site.query("SELECT 1 FROM sqlite_master WHERE name = 'taken_in'"):
        site.query("DELETE FROM taken_in WHERE kind = 'call'")


def call(site, invitations, number):
    site.receive(mails.word("médiation", THOMAS, invitations[THOMAS].id, message_id=f"<{number}@a>"))
    site.run("once")
    return site.smtp.to(MARC)[-1]


def told(site):
    """All that the coordinator has read, subjects and texts."""
    mails_ = [mail.message for mail in site.smtp.to(NADIA)]
    return "\n".join(str(mail["Subject"]) + "\n" + mail.get_body(("plain",)).get_content() for mail in mails_)


@pytest.mark.parametrize("rules", ["", BOUNCED, CALL, CALL + BOUNCED])
@pytest.mark.parametrize("bounces", [1, 2])
def test_two_calls_come_back(site, rules, bounces):
    pair.write(site, rules=rules)
    invitations = pair.invite(site)
    for number in range(bounces):
        mail = call(site, invitations, number)
        assert site.receive(mails.report(mail.id, MARC, words=WORDS)).stdout.startswith("bounce")
        site.run("once")
        age(site)
    text = told(site)
    assert ("marc@example.org" in text) == (bounces == 2), text
    for secret in ("Thomas", "Claire", "médiation", "souhaite vous parler"):
        assert secret not in text, text
    assert pair.count(site, "silent-relationship", NADIA) == pair.count(site, "how-is-it-going") == 0


def test_a_mentors_address_is_told_with_its_pair(site):
    pair.write(site, rules=BOUNCED)
    invitations = pair.invite(site)
    others = [mail for mail in site.smtp.to(CLAIRE) if mail.id != invitations[CLAIRE].id]
    for mail in (invitations[CLAIRE], others[0]):
        site.receive(mails.report(mail.id, CLAIRE, words=WORDS))
        site.run("once")
        age(site)
    text = told(site)
    assert "claire@example.org" in text and "Thomas" in text, text


def test_why_says_that_a_rule_kept_still(site):
    pair.write(site, rules=BOUNCED)
    mail = call(site, pair.invite(site), 0)
    site.receive(mails.report(mail.id, MARC))
    site.run("once")
    assert "nobody but its recipient is to know of" in site.run("why", "nadia", site.today).stdout


def test_the_digest_quotes_no_server(site):
    pair.write(site)
    mail = call(site, pair.invite(site), 0)
    site.receive(mails.report(mail.id, MARC, words=WORDS))
    result = site.run("report")
    assert "554" in result.stdout, result.stdout + result.stderr
    assert "souhaite vous parler" not in result.stdout, result.stdout


def test_a_refusal_at_once_is_as_quiet(site, smtp):
    pair.write(site)
    invitations = pair.invite(site)
    smtp.replies["END"] = lambda command, recipient: WORDS if recipient == MARC else None
    site.receive(mails.word("médiation", THOMAS, invitations[THOMAS].id, message_id="<1@a>"))
    site.run("once")
    assert ("mediator-asked", MARC, "failed") in site.outbox()
    result = site.run("report")
    assert "souhaite vous parler" not in result.stdout, result.stdout

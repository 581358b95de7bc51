"""Each thing that happens is told, by whomever and however near to another; what is folded says so."""

import datetime

import mails
import pair
import pytest
from pair import CLAIRE, MARC, NADIA, THOMAS

CALL = "  call: {trigger: when mediator is asked for, send: {template: mediator-asked, to: mediator}}\n"
WORDS = ("médiation", "Médiateur", "mediator")


def ask(site, imap, invitations, *addresses):
    for number, address in enumerate(addresses):
        imap.add(mails.word(WORDS[number % 3], address, invitations[address].id, message_id=f"<{number}{address}>",
                            date=pair.date(-1)))
    assert site.run("once").returncode == 0


@pytest.mark.parametrize("rule", ["", CALL])
@pytest.mark.parametrize("order", [(CLAIRE, THOMAS), (THOMAS, CLAIRE), (CLAIRE, THOMAS, CLAIRE, THOMAS)])
def test_both_ask_for_the_mediator_in_one_turn(site, imap, rule, order):
    pair.write(site, rules=rule, answers=site.imap_answers(imap))
    ask(site, imap, pair.invite(site), *order)
    subjects = sorted(str(mail.message["Subject"]) for mail in site.smtp.to(MARC))
    assert len(subjects) == 2 and "Claire" in subjects[0] and "Thomas" in subjects[1], subjects
    if rule:
        assert site.run("why", "marc", site.today).stdout.count("sent on") == 2


@pytest.mark.parametrize("event", ["declined", "accepted"])
def test_the_same_date_twice(site, imap, event):
    pair.write(site, answers=site.imap_answers(imap), programme="  after_decline: ask\n",
               rules=f"  rule: {{trigger: when meeting is {event}, send: {{template: silent-relationship, to: coordinator}}}}\n")
    invitations = pair.invite(site)
    uid, now = site.uid(invitations[THOMAS]), datetime.datetime.now(datetime.timezone.utc)
    other = "ACCEPTED" if event == "declined" else "DECLINED"
    for number, answer in enumerate((event.upper(), other, event.upper())):
        imap.add(mails.reply(uid, THOMAS, partstat=answer, message_id=f"<{number}@a>",
                             dtstamp=mails.stamp(now - datetime.timedelta(seconds=30 - number))))
    site.run("once")
    assert pair.count(site, "silent-relationship", NADIA) == 2
    assert site.run("why", "nadia", site.today).stdout.count("sent on") == 2


@pytest.mark.parametrize("event", ["declined", "accepted"])
def test_both_answer_in_one_turn(site, imap, event):
    pair.write(site, answers=site.imap_answers(imap), programme="  after_decline: ask\n",
               rules=f"  rule: {{trigger: when meeting is {event}, send: {{template: silent-relationship, to: coordinator}}}}\n")
    invitations = pair.invite(site)
    for address in (CLAIRE, THOMAS):
        imap.add(mails.reply(site.uid(invitations[address]), address, partstat=event.upper(), message_id=f"<{address}>"))
    site.run("once")
    assert pair.count(site, "silent-relationship", NADIA) == 2


def test_both_mails_come_back_in_one_turn(site, imap):
    pair.write(site, answers=site.imap_answers(imap),
               rules="  rule: {trigger: when mail bounces, send: {template: silent-relationship, to: coordinator}}\n")
    invitations = pair.invite(site)
    for address in (CLAIRE, THOMAS):
        imap.add(mails.report(invitations[address].id, address))
    site.run("once")
    assert pair.count(site, "silent-relationship", NADIA) == 2


@pytest.mark.parametrize("states", [("held", "missed", "held", "missed")])
def test_orders_that_undo_each_other(site, states):
    pair.write(site, rules="  rule: {trigger: \"when meeting is held, missed\", send: {template: silent-relationship, to: coordinator}}\n")
    pair.invite(site)
    identity = pair.over(site)
    for state in states:
        assert site.run("meeting", state, identity).returncode == 0
    site.run("once")
    assert pair.count(site, "silent-relationship", NADIA) == len(states)


def test_a_call_goes_in_a_pause(site, imap):
    pair.write(site, rules=CALL, answers=site.imap_answers(imap))
    invitations = pair.invite(site)
    assert site.run("relationship", "pause", "claire-thomas").returncode == 0
    ask(site, imap, invitations, THOMAS)
    assert len(site.smtp.to(MARC)) == 1


def test_a_rule_that_cannot_be_answered_swallows_no_call(site, imap):
    pair.write(site, answers=site.imap_answers(imap), rules=(
        "  call: {trigger: when mediator is asked for, condition: relationship.days_since_held > 0, "
        "send: {template: mediator-asked, to: mediator}}\n"))
    ask(site, imap, pair.invite(site), THOMAS, CLAIRE)
    assert len(site.smtp.to(MARC)) == 2

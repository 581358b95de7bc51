"""One person writes and writes, or somebody does in their name: what Jalon owes by itself is not held up."""

import mails
import pair
import pytest
from pair import CLAIRE, MARC, NADIA, THOMAS


def pour(site, imap, flood):
    for mail in flood:
        imap.add(mail)
    assert site.run("once").returncode == 0
    site.run("once")


@pytest.fixture(params=[False, True], ids=["unproven", "authserv"])
def box(request, site, imap):
    """A programme that reads a mailbox, and the header that vouches for a sender where one is asked for."""
    more = "authserv: mx.example.org" if request.param else ""

    def write(rules="", programme=""):
        pair.write(site, rules=rules, programme=programme, answers=site.imap_answers(imap, more))
        return pair.invite(site)

    return write, ((pair.PASS,) if request.param else ())


def test_two_hundred_proposals(site, imap, box):
    write, extra = box
    write()
    pour(site, imap, pair.counters(pair.uids(site)[0], CLAIRE, 200, extra))
    assert pair.count(site, "counter-declined") == 3
    assert pair.count(site, "coordinator-note", NADIA) == 1
    assert pair.move(site), "the update waits behind answers"
    # Nor does the ledger keep what nobody will look at.
    assert site.query("SELECT count(*) FROM orders")[0][0] <= 25
    assert site.query("SELECT count(*) FROM journal WHERE event LIKE '%counter%' OR event = 'answer left'")[0][0] <= 25


def test_proposals_about_every_meeting(site, imap, box):
    write, extra = box
    write()
    for uid in pair.uids(site):
        pour(site, imap, (mail.replace("<counter", f"<{uid[:8]}") for mail in pair.counters(uid, CLAIRE, 30, extra)))
    assert pair.count(site, "counter-declined") <= 10
    assert pair.count(site, "coordinator-note", NADIA) == 1
    assert pair.move(site)


def test_the_invitation_is_asked_for_again_and_again(site, imap, box):
    write, extra = box
    write()
    before = len(site.smtp.mails)
    pour(site, imap, (mails.reply(uid, CLAIRE, method="REFRESH", message_id=f"<r{number}-{uid[:8]}@a>", extra=extra)
                      for number in range(20) for uid in pair.uids(site)))
    assert len(site.smtp.mails) - before <= len(pair.uids(site)) <= 10
    assert pair.move(site)


def test_yes_and_no_in_turn(site, imap, box):
    write, extra = box
    write(rules="  yes: {trigger: when meeting is accepted, send: {template: silent-relationship, to: coordinator}}\n"
                "  yes2: {trigger: when meeting is accepted, send: {template: how-is-it-going, to: [mentor, mentee]}}\n"
                "  no: {trigger: when meeting is declined, send: {template: silent-relationship, to: coordinator}}\n",
          programme="  after_decline: ask\n")
    import datetime
    past = datetime.datetime.now(datetime.timezone.utc) - datetime.timedelta(seconds=50)
    pour(site, imap, (
        mails.reply(pair.uids(site)[0], CLAIRE, partstat="DECLINED" if n % 2 else "ACCEPTED", message_id=f"<f{n}@a>",
                    extra=extra, dtstamp=mails.stamp(past + datetime.timedelta(seconds=n))) for n in range(40)))
    assert pair.count(site, "silent-relationship", NADIA) <= 3
    assert pair.count(site, "how-is-it-going", THOMAS) <= 3
    assert pair.count(site, "coordinator-note", NADIA) <= 3
    assert pair.move(site)
    why = site.run("why", "thomas", site.today).stdout
    assert "so much had gone out in answer" in why, why


def test_somebody_elses_address_in_her_name(site, imap, box):
    write, extra = box
    write()
    pour(site, imap, (mails.reply(uid, CLAIRE, sender="mallory@elsewhere.example", message_id=f"<u{number}-{uid[:8]}@a>")
                      for number in range(30) for uid in pair.uids(site)))
    assert 1 <= pair.count(site, "coordinator-note", NADIA) <= 11
    # What she says herself is heard as if nothing had been.
    imap.add(mails.reply(pair.uids(site)[0], CLAIRE, partstat="ACCEPTED", message_id="<own@a>", extra=extra))
    site.run("once")
    assert site.query("SELECT count(*) FROM journal WHERE event = 'answered'") == [(1,)]
    assert pair.move(site)


@pytest.mark.parametrize("rule", ["", "  call: {trigger: when mediator is asked for, send: {template: mediator-asked, to: mediator}}\n"])
def test_sixty_calls_of_one_hold_up_no_other(site, imap, box, rule):
    write, extra = box
    invitations = write(rules=rule)
    flood = [mails.word("médiation", THOMAS, invitations[THOMAS].id, message_id=f"<m{n}@a>", date=pair.date(-1), extra=extra)
             for n in range(60)]
    pour(site, imap, flood)
    assert len(site.smtp.to(MARC)) == 1
    pour(site, imap, [mails.word("médiation", CLAIRE, invitations[CLAIRE].id, message_id="<c@a>", date=pair.date(), extra=extra)])
    assert len(site.smtp.to(MARC)) == 2
    assert not site.smtp.to(NADIA)
    if rule:
        why = site.run("why", "marc", site.today).stdout
        assert why.count("sent on") == 2 and "had asked for the mediator that day already" in why, why


def test_held_and_missed_in_turn(site, imap, box):
    write, extra = box
    invitations = write(
        rules="  over: {trigger: \"when meeting is held, missed\", send: {template: how-is-it-going, to: mentor}}\n")
    pair.over(site)
    pour(site, imap, (mails.word("fait" if n % 2 else "manqué", CLAIRE, invitations[CLAIRE].id, message_id=f"<h{n}@a>",
                                 date=pair.date(-(40 - n)), extra=extra) for n in range(40)))
    assert pair.count(site, "how-is-it-going", CLAIRE) <= 3
    assert pair.count(site, "coordinator-note", NADIA) == 1


def test_a_pipe_is_bounded_as_a_mailbox_is(site):
    pair.write(site)
    pair.invite(site)
    for mail in pair.counters(pair.uids(site)[0], CLAIRE, 8):
        assert site.receive(mail).returncode == 0
    assert pair.count(site, "counter-declined") == 3
    assert pair.move(site)


def test_what_is_owed_leaves_before_what_answers(site, smtp):
    pair.write(site, programme="", mail="  connections: 1\n")
    pair.invite(site)
    first, second = pair.uids(site)[:2]
    smtp.replies["GREETING"] = smtp.DROP
    for mail in pair.counters(second, CLAIRE, 5):
        site.receive(mail)
    for number, uid in enumerate((first, second)):
        site.receive(mails.reply(uid, THOMAS, sender="mallory@elsewhere.example", message_id=f"<u{number}@a>"))
    assert not pair.move(site)
    del smtp.replies["GREETING"]
    before = len(smtp.mails)
    site.run("once")
    sent = ["own" if "METHOD:REQUEST" in mail.calendar() else "answer" for mail in smtp.mails[before:]]
    assert sent[:2] == ["own", "own"] and sent[2:] == ["answer"] * len(sent[2:]) and len(sent) >= 6, sent

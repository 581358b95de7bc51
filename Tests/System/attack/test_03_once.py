"""The same mail comes twice, by whatever way, and old mails come late."""

import time
import base64
import concurrent.futures
import re

import mails
import pair
import pytest
from pair import CLAIRE, MARC, NADIA, THOMAS

WORD = "médiation"


def traced(mail):
    return ("Received: from a by b; Tue, 1 Dec 2026 11:00:00 +0000\r\nDelivered-To: x@example.org\r\n"
            "X-Spam-Status: No\r\nReturn-Path: <claire@example.org>\r\n" + mail.replace("Return-Path: <>", ""))


def encoded(mail):
    head, _, body = mail.partition("\r\n\r\n")
    return f"{head}\r\nContent-Transfer-Encoding: base64\r\n\r\n{base64.b64encode(body.encode()).decode()}\r\n"


COPIES = {
    "as it was": lambda mail: mail,
    "traced": traced,
    "lf": lambda mail: mail.replace("\r\n", "\n"),
    "mbox": lambda mail: "From claire@example.org Tue Dec  1 10:00:00 2026\n" + mail.replace("\r\n", "\n"),
    "encoded anew": encoded,
    "folded": lambda mail: mail.replace("In-Reply-To: ", "In-Reply-To:\r\n "),
}


@pytest.mark.parametrize("identity", ["<known@example.org>", None])
@pytest.mark.parametrize("copy", COPIES)
def test_piped_twice(site, copy, identity):
    pair.write(site)
    invitations = pair.invite(site)
    mail = mails.word(WORD, CLAIRE, invitations[CLAIRE].id, message_id=identity, date=pair.date(-1))
    first, second = site.receive(mail), site.receive(COPIES[copy](mail))
    assert first.stdout.startswith("mediator") and second.stdout.startswith("again"), first.stdout + second.stdout
    assert first.returncode == second.returncode == 0
    assert pair.count(site, "mediator-asked") == 1


def test_the_mailbox_is_numbered_anew(site, imap):
    pair.write(site, answers=site.imap_answers(imap))
    invitations = pair.invite(site)
    identity = pair.over(site)
    imap.add(mails.word("manqué", CLAIRE, invitations[CLAIRE].id, message_id="<m@a>", date=pair.date(-30)))
    imap.add(mails.word(WORD, THOMAS, invitations[THOMAS].id, message_id="<t@a>", date=pair.date(-29)))
    imap.add(mails.word("pause", THOMAS, invitations[THOMAS].id, date=pair.date(-28)))
    site.run("once")
    state = "SELECT state FROM meetings WHERE id = ?"
    assert site.query(state, identity) == [("missed",)]
    assert site.run("meeting", "held", identity).returncode == 0
    before = len(site.outbox())
    for number in range(3):
        imap.validity += 1
        site.run("once")
    assert site.query(state, identity) == [("held",)]
    assert len(site.outbox()) == before


@pytest.mark.parametrize("message_id", ["<m@a>", None])
def test_a_mail_that_is_moved_copied_and_piped(site, imap, message_id):
    pair.write(site, answers=site.imap_answers(imap))
    invitations = pair.invite(site)
    mail = mails.word(WORD, CLAIRE, invitations[CLAIRE].id, message_id=message_id, date=pair.date(-1))
    imap.add(mail)
    imap.add(traced(mail))
    site.run("once")
    imap.add(mail)
    site.run("once")
    assert site.receive(mail).stdout.startswith("again")
    assert len(site.smtp.to(MARC)) == 1


def test_an_older_word_changes_no_later_order(site):
    pair.write(site)
    invitations = pair.invite(site)
    identity = pair.over(site)
    assert site.run("meeting", "held", identity).returncode == 0
    for number, minutes in enumerate((-5, -60 * 24, -60 * 24 * 365)):
        site.receive(mails.word("manqué", CLAIRE, invitations[CLAIRE].id, message_id=f"<o{number}@a>", date=pair.date(minutes)))
        assert site.query("SELECT state FROM meetings WHERE id = ?", identity) == [("held",)]
    # What is written later counts, and what says that it comes from the future is of now: a second after the order.
    order = int(time.time())
    while int(time.time()) <= order:
        time.sleep(0.02)
    site.receive(mails.word("manqué", CLAIRE, invitations[CLAIRE].id, message_id="<future@a>", date=pair.date(60 * 24 * 900)))
    assert site.query("SELECT state FROM meetings WHERE id = ?", identity) == [("missed",)]


def test_an_older_answer_changes_no_younger_one_in_another_form(site):
    pair.write(site, programme="  after_decline: ask\n")
    invitations = pair.invite(site)
    uid = site.uid(invitations[THOMAS])
    site.receive(mails.word("oui", THOMAS, invitations[THOMAS].id, message_id="<w@a>", date=pair.date(-1)))
    import datetime
    old = mails.stamp(datetime.datetime.now(datetime.timezone.utc) - datetime.timedelta(minutes=10))
    site.receive(mails.reply(uid, THOMAS, partstat="DECLINED", message_id="<r@a>", dtstamp=old))
    start = datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(days=20)
    site.receive(mails.counter(uid, THOMAS, mails.stamp(start), mails.stamp(start + datetime.timedelta(hours=1)),
                               message_id="<c@a>", dtstamp=old))
    assert '"accepted"' in site.query("SELECT body FROM announcements ORDER BY json_extract(body, '$.starts') LIMIT 1")[0][0]
    assert pair.count(site, "coordinator-note") == pair.count(site, "counter-declined") == 0


@pytest.mark.parametrize("authserv", [False, True])
def test_anothers_message_id_hides_nothing(site, authserv):
    more, extra = (", authserv: mx.example.org", (pair.PASS,)) if authserv else ("", ())
    pair.write(site, answers=f"answers: {{piped: true{more}}}")
    invitations = pair.invite(site)
    uid = site.uid(invitations[CLAIRE])
    for mail in (
        mails.reply(uid, CLAIRE, partstat="ACCEPTED", sender="x@elsewhere.example", message_id="<hers@a>"),
        mails.reply(uid, "nobody@example.org", partstat="ACCEPTED", message_id="<hers@a>", extra=extra),
        mails.word("pause", THOMAS, invitations[THOMAS].id, message_id="<hers@a>", extra=extra),
        mails.report(invitations[CLAIRE].id, CLAIRE).replace("Subject:", "Message-ID: <hers@a>\r\nSubject:"),
    ):
        site.receive(mail)
    result = site.receive(mails.reply(uid, CLAIRE, partstat="ACCEPTED", message_id="<hers@a>", extra=extra))
    assert result.stdout.startswith("answer"), result.stdout


def test_what_is_remembered_goes_with_the_person(site):
    pair.write(site)
    invitations = pair.invite(site)
    site.receive(mails.word("pause", THOMAS, invitations[THOMAS].id, message_id="<p@a>", date=pair.date(-1)))
    site.run("once")
    assert site.query("SELECT count(*) FROM taken_in WHERE person = 'thomas'") == [(1,)]
    text = (site.config / "jalon.yaml").read_text()
    lines = [line for line in text.splitlines() if "thomas" not in line]
    site.write("jalon.yaml", "\n".join(lines).replace("relationships:", "relationships: {}") + "\n")
    told = site.run("once")
    found = re.search(r"--accept ([0-9a-f]+)", told.stdout + told.stderr)
    assert found, told.stdout + told.stderr
    site.run("once", "--accept", found[1])
    result = site.run("people", "forget", "thomas")
    assert result.returncode == 0, result.stdout + result.stderr
    for _ in range(2):
        site.run("once")
    assert site.query("SELECT count(*) FROM taken_in WHERE person = 'thomas'") == [(0,)]
    assert site.query("SELECT count(*) FROM automatic_answers WHERE person = 'thomas'") == [(0,)]


def test_piped_at_the_same_time_to_a_daemon(site, smtp):
    pair.write(site)
    daemon = site.start()
    daemon.wait_for("started")
    assert smtp.wait_for(lambda server: server.to(THOMAS))
    mail = mails.word(WORD, THOMAS, smtp.to(THOMAS)[0].id, message_id="<t@a>", date=pair.date(-1))
    with concurrent.futures.ThreadPoolExecutor(5) as pool:
        results = list(pool.map(site.receive, [mail] * 5))
    assert all(result.returncode == 0 for result in results), [result.stderr for result in results]
    assert smtp.wait_for(lambda server: server.to(MARC))
    other = mails.word(WORD, CLAIRE, smtp.to(CLAIRE)[0].id, message_id="<c@a>", date=pair.date(-1))
    assert site.receive(other).returncode == 0
    assert smtp.wait_for(lambda server: len(server.to(MARC)) == 2)
    assert site.query("SELECT count(*) FROM orders WHERE kind = 'incoming'") == [(2,)]
    assert daemon.stop() == 0

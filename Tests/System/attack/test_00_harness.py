"""The programme of these tests does what the tests that attack it rely on."""

import mails


def test_both_are_invited_and_an_answer_counts(site, smtp):
    invitations = site.invite()
    assert set(invitations) == {"claire@example.org", "thomas@example.org"}
    answer = site.receive(
        mails.reply(site.uid(invitations["claire@example.org"]), "claire@example.org", partstat="ACCEPTED"))
    assert answer.returncode == 0 and answer.stdout.startswith("answer"), answer.stdout + answer.stderr
    assert "accepted" in site.run("log").stdout


def test_the_daemon_starts_sends_and_ends(site, smtp):
    daemon = site.start()
    daemon.wait_for("started")
    smtp.wait_for_mails(2)
    assert daemon.stop() == 0


def test_a_mailbox_is_read(site, smtp, imap):
    site.write_programme(answers=site.imap_answers(imap))
    invitations = site.invite()
    imap.add(mails.reply(site.uid(invitations["thomas@example.org"]), "thomas@example.org", partstat="ACCEPTED"))
    assert site.run("once").returncode == 0
    assert site.query("SELECT count(*) FROM journal WHERE event = 'answered'") == [(1,)]

"""Whoever is forgotten leaves no byte behind, whatever their part was; and nobody else loses one."""

import base64
import datetime
import json
import re

import mails
import names
import pytest

RULES = """\
rules:
  invitation: {trigger: 1344 hours before session, send: {invitation: everyone}}
  welcome: {trigger: when relationship pauses, send: {template: welcome, to: everyone}}
  offer: {trigger: when relationship pauses, send: {template: offer-mediator, to: [mentor, mentee]}}
  declined: {trigger: when meeting is declined, send: {template: silent-relationship, to: coordinator}}
"""

# id: (name, address, more, the words that are theirs alone)
PEOPLE = {
    "clara": ("Clara Vandermolen", "clara@vandermolen.example", "", ["Vandermolen", "clara"]),
    "tomasz": ("Tomasz Wójcik", "t.wojcik@example.com", "aliases: [wojcik@old.example]",
               ["Tomasz", "Wójcik", "wojcik"]),
    "lea": ("Léa Roz-Dumoulin", "lea.roz@example.org", "", ["Roz-Dumoulin", "lea.roz@example.org"]),
    "clea": ("Cléa Released", "clea@example.org", "", ["Cléa", "clea@example.org"]),
    "hong": ("Đặng Thị Hồng", "hong@dang.example", "", ["Đặng", "hong@dang.example"]),
    "jack": ('Seán "Jack" O\'\'Brien', "jack@obrien.example", "", ["O'Brien", "jack@obrien.example"]),
    "mediana": ("Médiana Quintessa", "quintessa@example.org", "", ["Quintessa", "mediana"]),
    "refi": ("Réfi Tutrix", "tutrix@lycee.example", "", ["Tutrix", "refi"]),
    "koordula": ("Koordula Vexx", "vexx@example.org", "", ["Koordula", "vexx@example.org"]),
}


def programme(site, gone=()):
    first, last = site.today + datetime.timedelta(days=7), site.today + datetime.timedelta(days=60)
    present = lambda who: "spare" if who in gone else who  # noqa: E731
    people = "people:\n  spare: {name: Spare Hand, email: spare@example.org}\n" + "".join(
        f"  {who}: {{name: '{name}', email: {address}{', ' + more if more else ''}}}\n"
        for who, (name, address, more, _) in PEOPLE.items() if who not in gone)
    relationships = "relationships:\n" if not set(PEOPLE) <= set(gone) else "relationships: {}\n"
    if not {"clara", "tomasz"} & set(gone):
        relationships += (f"  clara-tomasz: {{mentor: clara, mentee: tomasz, mediator: {present('mediana')}, "
                          f"referent: {present('refi')}, start: {first}, end: {last}}}\n")
    group = [who for who in ("lea", "hong", "jack") if who not in gone]
    relationships += (f"  equipe: {{mentor: {present('clea')}, mentee: [{', '.join(group)}], "
                      f"mediator: {present('mediana')}, start: {first}, end: {last}}}\n")
    site.write_programme(
        people=people, relationships=relationships, rules=RULES, answers="answers: {piped: true}",
        extra=f"calendars: {{publish: {site.state}/calendars}}")
    text = (site.config / "jalon.yaml").read_text().replace("coordinator: nadia", f"coordinator: {present('koordula')}")
    site.write("jalon.yaml", text)


def live(site, smtp):
    """Two rounds of what happens to a programme."""
    programme(site)
    assert site.run("once").returncode == 0
    invitation = next(mail for mail in smtp.mails if mail.recipient == "hong@dang.example")
    for address in ("hong@dang.example", "jack@obrien.example"):
        site.receive(mails.reply(site.uid(invitation), address, partstat="DECLINED"))
    for pair in ("clara-tomasz", "equipe"):
        assert site.run("relationship", "pause", pair).returncode == 0
    assert site.run("once").returncode == 0
    for pair in ("clara-tomasz", "equipe"):
        assert site.run("relationship", "resume", pair).returncode == 0
    at_once(site)


def at_once(site):
    """What waits for the morning leaves now: the tests do not look at the clock."""
    site.query("UPDATE outbox SET not_before = 0 WHERE settled IS NULL")
    result = site.run("once")
    assert result.returncode == 0, result.stderr


def reload(site):
    """Takes the files as they are, whatever they cancel."""
    result = site.run("reload")
    if result.returncode and (held := re.search(r"--accept ([0-9a-f]+)", result.stderr)):
        result = site.run("reload", "--accept", held[1])
    assert result.returncode == 0, result.stderr


def once(site):
    result = site.run("once")
    if held := re.search(r"--accept ([0-9a-f]+)", result.stderr):
        result = site.run("once", "--accept", held[1])
    assert result.returncode == 0, result.stderr
    at_once(site)


def figures(site):
    report = json.loads(site.run("report", "--format", "json").stdout)
    return [report[name] for name in ("held", "missed", "mails")] + site.query("SELECT (SELECT count(*) FROM outbox), (SELECT count(*) FROM meetings), "
                      "(SELECT count(*) FROM firings WHERE outcome = 'sent')")


def expect_nothing_of(site, who):
    assert names.found(site.state, PEOPLE[who][3]) == []
    assert [text for text in names.texts(site) if names.whole(who, text)] == []


def expect_all_of(site, others):
    known = dict(site.query("SELECT person, value FROM names WHERE kind = 'name'"))
    for who in others:
        assert known[who] == PEOPLE[who][0].replace("''", "'")
        assert site.query("SELECT count(*) FROM outbox WHERE recipient = ? AND recipient_address = ?",
                          who, PEOPLE[who][1]) != [(0,)] or who == "mediana" or who == "refi"


@pytest.mark.parametrize("who", ["mediana", "koordula", "lea", pytest.param("refi", marks=pytest.mark.long),
                                 pytest.param("jack", marks=pytest.mark.long),
                                 pytest.param("hong", marks=pytest.mark.long),
                                 pytest.param("tomasz", marks=pytest.mark.long)])
def test_nothing_is_left_of_any_role(site, smtp, who):
    live(site, smtp)
    assert names.found(site.state, PEOPLE[who][3]), "there is something to forget"
    programme(site, gone=[who])
    once(site)
    before = figures(site)
    result = site.run("people", "forget", who)
    assert result.returncode == 0 and "leave the ledger now" in result.stdout, result.stdout + result.stderr
    expect_nothing_of(site, who)
    assert figures(site) == before
    expect_all_of(site, [other for other in PEOPLE if other != who and not (who == "tomasz" and other == "clara")])


def test_the_daemon_forgets_while_it_runs(site, smtp):
    live(site, smtp)
    daemon = site.start()
    daemon.wait_for("started")
    for who in ("mediana", "jack"):
        gone = ["mediana"] if who == "mediana" else ["mediana", "jack"]
        programme(site, gone=gone)
        reload(site)
        site.query("UPDATE outbox SET not_before = 0 WHERE settled IS NULL")
        assert site.run("relationship", "replan", "equipe").returncode == 0
        smtp.wait_for(lambda _: not site.query("SELECT 1 FROM outbox WHERE settled IS NULL"))
        result = site.run("people", "forget", who)
        assert result.returncode == 0, result.stderr
        for _ in range(100):
            if not site.query("SELECT 1 FROM forgettings"):
                break
            smtp.wait_for(lambda _: False, 0.1)
        expect_nothing_of(site, who)
    assert daemon.stop() == 0
    for who in ("mediana", "jack"):
        expect_nothing_of(site, who)


@pytest.mark.long
def test_one_after_the_other_until_nobody_is_left(site, smtp):
    live(site, smtp)
    gone = []
    for who in ("mediana", "jack", "koordula", "clara", "tomasz", "refi", "hong"):
        gone.append(who)
        programme(site, gone=gone)
        once(site)
        result = site.run("people", "forget", who)
        assert result.returncode == 0, result.stderr
        for other in gone:
            expect_nothing_of(site, other)


def test_what_names_them_waits_and_what_does_not_stays(site, smtp):
    live(site, smtp)
    smtp.replies["MAIL"] = "451 4.3.0 later"
    programme(site, gone=["jack"])
    result = site.run("once")
    if held := re.search(r"--accept ([0-9a-f]+)", result.stderr):
        site.run("once", "--accept", held[1])
    site.run("relationship", "pause", "clara-tomasz")
    result = site.run("people", "forget", "jack")
    assert result.returncode == 0 and "when" in result.stdout, result.stdout + result.stderr
    owed = site.query("SELECT o.id, bytes FROM outbox o JOIN bodies ON mail = o.id WHERE settled IS NULL "
                      "AND relationship = 'clara-tomasz'")
    assert owed
    # No mail is tried longer than five days.
    site.query("UPDATE forgettings SET asked = asked - 5 * 86400 - 60")
    site.run("once")
    expect_nothing_of(site, "jack")
    for mail, data in owed:
        assert site.query("SELECT bytes FROM bodies WHERE mail = ?", mail) == [(data,)]


def test_a_ledger_of_an_earlier_version_forgets_as_well(site, smtp):
    """What was composed before it was written down whom mails name."""
    live(site, smtp)
    site.query("DELETE FROM mentions")
    last, = site.query("SELECT max(id) FROM outbox")[0]
    site.query("UPDATE facts SET value = ? WHERE name = 'unlisted through'", str(last))
    programme(site, gone=["mediana"])
    once(site)
    assert site.run("people", "forget", "mediana").returncode == 0
    expect_nothing_of(site, "mediana")


def test_forgetting_is_refused_while_an_address_stands_within_a_text(site, smtp):
    live(site, smtp)
    programme(site, gone=["koordula"])
    text = (site.config / "jalon.yaml").read_text()
    site.write("jalon.yaml", text.replace("<mentorat@example.org>", "<vexx@example.org>"))
    once(site)
    result = site.run("people", "forget", "koordula")
    assert result.returncode == 1 and "jalon.yaml:3" in result.stderr, result.stderr


@pytest.mark.parametrize("bounces", ["plain", "verp"])
def test_a_mailbox_that_became_a_persons_own_is_forgotten_with_them(site, smtp, bounces):
    def write(mailbox, alias="", gone=()):
        programme(site, gone=gone)
        text = (site.config / "jalon.yaml").read_text().replace("Mentorat Exemple <mentorat@example.org>", mailbox)
        text = text.replace("email: vexx@example.org", f"email: vexx@example.org{alias}")
        site.write("jalon.yaml", text.replace("  language: fr", f"  language: fr\n  bounces: {bounces}"))

    write("Koordula Vexx <office@vexx.example>")
    assert site.run("once").returncode == 0
    assert all(re.fullmatch(r"office(\+b-.*)?@vexx.example", mail.sender) for mail in smtp.mails)
    write("Programme <mentorat@example.org>", alias=", aliases: [office@vexx.example]")
    once(site)
    write("Programme <mentorat@example.org>", gone=["koordula"])
    once(site)
    assert site.run("people", "forget", "koordula").returncode == 0
    assert names.found(site.state, ["Koordula", "office@vexx.example", "vexx@example.org"]) == []
    # What is announced goes on from the programme's mailbox, and nobody is told anew of what has not changed.
    count = len(smtp.mails)
    once(site)
    assert len(smtp.mails) == count


@pytest.mark.parametrize("data", [
    "Wójcik".encode(), "WÓJCIK".encode(), "Wo\u0301jcik".encode(), b"W=C3=B3jc=\r\nik", b"=?utf-8?Q?W=C3=B3j?=\r\n =?utf-8?B?Y2lr?=",
    *(base64.b64encode(b"x" * n + "Monsieur Wójcik vient".encode()) for n in range(3)), "ATTENDEE;CN=Wój\r\n cik".encode(),
    b"W%C3%B3jcik", "W&oacute;jcik".encode(),
], ids=range(11))
def test_the_finder_finds_every_form(tmp_path, data):
    (tmp_path / "file").write_bytes(b"\0\1" + data + b"\2")
    assert names.found(tmp_path, ["Wójcik"]) == ["file: wójcik"]

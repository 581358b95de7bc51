import CivilTime
import Configuration
import Mentoring
import Testing

@Suite struct WarningTests {
    private static let calendar = """
        BEGIN:VCALENDAR
        VERSION:2.0
        PRODID:-//x//y//EN
        BEGIN:VEVENT
        UID:1
        DTSTAMP:20260101T000000Z
        DTSTART:20261203T180000Z
        DTEND:20261203T190000Z
        RRULE:FREQ=WEEKLY;COUNT=3
        EXDATE:20261210T180000Z
        END:VEVENT
        BEGIN:VEVENT
        UID:2
        DTSTAMP:20260101T000000Z
        ORGANIZER:MAILTO:Mentorat@exemple.fr
        DTSTART:20261204T180000Z
        DTEND:20261204T190000Z
        END:VEVENT
        END:VCALENDAR

        """

    @Test(arguments: [
        Mistake(
            "rules.yaml", "rules:",
            "jalon.yaml:1:1: warning: no rule announces the meetings; add one with "
                + "`send: {invitation: everyone}`"),
        Mistake(
            "rules.yaml", "rules:\n  i: {trigger: 6 weeks before first review, send: {invitation: everyone}}",
            "relationships.yaml:2:3: warning: no rule announces a session of 'claire-thomas'"),
        Mistake(
            "relationships.yaml",
            Pair.relationships.replacing("}", with: ", sessions: {lasts: 12h}, timezone: UTC}")
                .replacing("mentor: claire", with: "mentor: [claire]"), ""),
        Mistake(
            "people.yaml",
            Pair.people.replacing("claire@exemple.fr", with: "claire@exemple.fr, available: thu 18:00-19:00"),
            "relationships.yaml:2:3: warning: a session of 90 minutes fits into no window of 'claire'; the longest has "
                + "60 minutes"),
        Mistake(
            "people.yaml", Pair.people.replacing("claire@exemple.fr", with: "claire@exemple.fr, language: de"),
            "people.yaml:2:69: warning: there is no text in 'de' for cancellation, invitation, update; write "
                + "templates/de/NAME.md"),
        Mistake(
            "people.yaml", Pair.people.replacing("claire@exemple.fr", with: "claire@exemple.fr, language: fr-CA"), ""),
        Mistake(
            "rules.yaml",
            Pair.rules + "  x: {trigger: at start, send: {template: welcome, to: mentee}, for: numerique}",
            "rules.yaml:3:70: warning: no relationship has the group 'numerique'"),
        Mistake(
            "rules.yaml", Pair.rules + "  x: {trigger: at start, send: {template: welcome, to: coordinator}}",
            "rules.yaml:3:56: warning: the programme names no coordinator, and so nobody gets this"),
        Mistake(
            "rules.yaml", Pair.rules + "  x: {trigger: at session, send: {template: prepare, to: unanswered}}",
            "rules.yaml:3:58: warning: answers are not followed, for there is no `answers:`, and so nobody gets this"),
        Mistake(
            "rules.yaml",
            Pair.rules
                + "  x:\n    trigger: at session\n    send: {template: prepare, to: mentee}\n    only_if: answer is missing",
            "rules.yaml:6:14: warning: 'answer is missing' is never true: answers are not followed, for there is no `answers:`"
        ),
        Mistake(
            "rules.yaml",
            Pair.rules
                + "  x:\n    trigger: at start\n    send: {template: welcome, to: mentee}\n    only_if: [meeting is first]",
            "rules.yaml:6:15: warning: 'meeting is first' is never true: the trigger is about no meeting"),
        Mistake(
            "rules.yaml",
            Pair.rules
                + "  x: {trigger: 2 hours before session, send: {template: prepare, to: mentee}, at: 08:00}",
            "rules.yaml:3:83: warning: `at:` counts for nothing: the trigger says hours or minutes"),
        Mistake(
            "jalon.yaml", Pair.programme.replacing("lasts: 1h30", with: "lasts: 1h30, max_gap: 2 weeks"),
            "jalon.yaml:7:54: warning: `max_gap:` is shorter than the rhythm: every gap will be warned of"),
        Mistake(
            "jalon.yaml", Pair.programme.replacing("people.yaml,", with: "people.yaml, none/*.yaml,"),
            "jalon.yaml:9:24: warning: 'none/*.yaml' matches no file"),
        Mistake(
            "jalon.yaml",
            Pair.programme
                + "answers: {server: imaps://imap.exemple.fr, user: me, password: {credential: imap-password}}",
            ""),
        Mistake(
            "templates/fr/invitaton.md", "Bonjour",
            "templates/fr/invitaton.md:1:1: warning: no rule sends the text 'invitaton'; did you mean 'invitation'?"),
        Mistake("templates/de/welcome.md", "Hallo", ""),
    ])
    func `what may not be meant is warned of, and does not stop anything`(mistake: Mistake) throws {
        let loaded = try Folder(Pair.files([mistake.file: mistake.text])).read()
        let lines = loaded.diagnostics.map { String($0.description.prefix { $0 != "\n" }) }
        #expect(lines == (mistake.headline.isEmpty ? [] : [mistake.headline]))
        #expect(loaded.configuration != nil)
    }

    @Test func `a relationship that is over is warned of when the day is known`() throws {
        let folder = try Folder(
            Pair.files(["relationships.yaml": Pair.relationships.replacing("}", with: ", end: 2027-11-30}")]))
        let after = try folder.read(today: #require(CivilDate("2027-12-01")))
        let line = "relationships.yaml:2:75: warning: 'claire-thomas' is over since 2027-11-30; nothing will be planned"
        #expect(after.diagnostics.map { String($0.description.prefix { $0 != "\n" }) } == [line])
        let before = try folder.read(today: #require(CivilDate("2027-11-30")))
        #expect(before.diagnostics == [])
    }

    @Test func `a busy calendar blocks every date of its series, but the exception and the meetings of Jalon's own`()
        throws
    {
        let person = Pair.people.replacing("claire@exemple.fr", with: "claire@exemple.fr, busy: claire.ics")
        let loaded = try Folder(Pair.files(["people.yaml": person, "claire.ics": Self.calendar])).read()
        #expect(loaded.diagnostics.map(\.description) == [])
        let claire = loaded.configuration?.programme.people[Person.ID("claire")]
        let starts = ["2026-12-03T18:00:00Z", "2026-12-17T18:00:00Z"].compactMap(Instant.init)
        #expect(claire?.busy == starts.map { $0..<$0.adding(seconds: 3600) })
    }

    @Test func `the meetings of a former mailbox are Jalon's own, too`() throws {
        let programme = Pair.programme.replacing(
            "mentorat@exemple.fr>", with: "duos@exemple.org>\n  former_mailboxes: [mentorat@exemple.fr]")
        let person = Pair.people.replacing("claire@exemple.fr", with: "claire@exemple.fr, busy: claire.ics")
        let files = ["jalon.yaml": programme, "people.yaml": person, "claire.ics": Self.calendar]
        let claire = try Folder(Pair.files(files)).read().configuration?.programme.people[Person.ID("claire")]
        #expect(claire?.busy.count == 2)
    }

    @Test func `a holiday with hours is left out with a warning`() throws {
        let loaded = try Folder(
            Pair.files([
                "jalon.yaml": Pair.programme + "calendars: {holidays: [feries.ics]}",
                "feries.ics": Self.calendar,
            ])
        ).read()
        #expect(
            loaded.diagnostics.map(\.description)
                == [4, 12].map { line in
                    "feries.ics:\(line):1: warning: a holiday takes the whole day; this event has hours and is left out"
                })
        #expect(loaded.configuration?.programme.holidays == [])
    }
}

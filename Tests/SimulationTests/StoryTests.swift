import CivilTime
import Ledger
import MailMessage
import Mentoring
import Simulation
import Testing

/// Features that meet: each story is edited while it runs, and ends with everybody's calendar as the plan has it.
@Suite struct StoryTests {
    /// Claire and Thomas with a mediator, reviews each quarter; Claire and Léa in English.
    private static func file(_ edits: [(String, String)] = []) -> [String: String] {
        var text = """
            programme:
              name: Mentorat Exemple
              mailbox: Mentorat Exemple <mentorat@exemple.fr>
              timezone: Europe/Paris
              language: fr
              coordinator: nadia
            calendars: {holidays: [holidays.ics]}
            defaults:
              sessions: {every: 3-4 weeks, lasts: 1h30, max_gap: 6 weeks}
              reviews: {every: 3 months, lasts: 2h, with: session}
              hours: mon-fri 08:00-21:00
              notice: 5 days
            people:
              claire: {name: Claire Durand, email: claire@exemple.fr, available: [thu 17:00-21:00, tue 12:00-14:00]}
              paul: {name: Paul Roux, email: paul@exemple.fr, available: [thu 17:00-21:00]}
              thomas: {name: Thomas Petit, email: thomas@exemple.fr, available: [thu 17:00-21:00]}
              lea: {name: Léa Martin, email: lea@exemple.fr, language: en, available: [thu 17:00-21:00, tue 12:00-14:00]}
              nadia: {name: Nadia Benali, email: nadia@exemple.fr}
            relationships:
              claire-thomas:
                mentor: claire
                mentee: thomas
                mediator: nadia
                start: 2026-12-01
                end: 2027-11-30
                sessions: {prefer: thu 18:30, then: {video: "https://visio.exemple.fr/claire-thomas"}}
              claire-lea:
                mentor: claire
                mentee: lea
                start: 2026-12-01
                end: 2027-11-30
                sessions: {prefer: tue 12:00}
            rules:
              welcome: {trigger: when person joins, send: {template: welcome, to: person}}
              invitation: {trigger: 6 weeks before session, send: {invitation: everyone}}
              day-before: {trigger: 1 day before session, send: {template: day-before, to: everyone}}
              hour-before: {trigger: 2 hours before session, send: {template: day-before, to: mentor}}
              prepare: {trigger: 3 days before session, send: {template: prepare, to: mentee}}
            """
        var holidays = Self.holidays
        for (old, new) in edits {
            precondition(text.contains(old) || holidays.contains(old), "'\(old)' is in no file")
            text.replace(old, with: new)
            holidays.replace(old, with: new)
        }
        return ["jalon.yaml": text, "holidays.ics": holidays.replacing("\n", with: "\r\n")]
    }

    private static let holidays = """
        BEGIN:VCALENDAR
        VERSION:2.0
        PRODID:-//exemple.fr//FR
        BEGIN:VEVENT
        UID:1@exemple.fr
        DTSTAMP:20261101T000000Z
        DTSTART;VALUE=DATE:20261225
        SUMMARY:Fermeture
        END:VEVENT
        END:VCALENDAR

        """

    private static let renaming = ("  claire-thomas:\n", "  duo-sentier:\n    formerly: claire-thomas\n")

    private func address(_ name: String) throws -> EmailAddress { try #require(EmailAddress("\(name)@exemple.fr")) }

    /// The announced meetings of a relationship that are ahead, the next first.
    private func ahead(_ story: Story, _ relationship: String) throws -> [Meeting] {
        try story.ledger.meetings(in: [.announced]).filter {
            $0.relationship.rawValue == relationship && $0.starts > story.now
        }
        .sorted { $0.starts < $1.starts }
    }

    @Test(arguments: [true, false])
    func `a relationship is renamed while its invitation is unknown`(isStored: Bool) throws {
        var story = try Story(Self.file(), from: "2026-11-23T08:00")
        story.server = .neverAnswers(stores: isStored, seconds: 600)
        try story.go(to: "2026-11-23T08:05")
        let unsure = try story.ledger.outbox().filter {
            $0.template == .invitation && $0.relationship.rawValue == "claire-thomas"
        }
        #expect(!unsure.isEmpty)
        try story.edit(Self.file([Self.renaming]))
        try story.go(to: "2026-11-23T08:11")
        #expect(try story.ledger.outbox().contains { $0.doubts > 0 })
        story.server = .takesMail
        try story.go(to: "2027-02-01T08:00")
        #expect(try !ahead(story, "duo-sentier").isEmpty)
        #expect(try ahead(story, "claire-thomas").isEmpty)
        #expect(try story.complaints() == [])
    }

    @Test func `a mentor is replaced with a review ahead`() throws {
        var story = try Story(Self.file(), from: "2026-11-23T08:00")
        try story.go(to: "2027-02-10T08:00")
        let review = try #require(try ahead(story, "claire-thomas").first { $0.kind == .review })
        let before = try story.mails(to: address("paul")).count
        try story.edit(Self.file([("    mentor: claire\n    mentee: thomas", "    mentor: paul\n    mentee: thomas")]))
        try story.go(to: "2027-02-12T08:00")
        #expect(before == 0)
        let after = try #require(try story.ledger.meeting(review.id))
        #expect(after.state == .announced && after.kind == .review && after.uid == review.uid)
        let told = try #require(try story.ledger.announcement(of: review.id))
        #expect(told.participants.map(\.person.rawValue) == ["paul", "thomas"])
        #expect(try story.complaints() == [])
    }

    @Test func `the programme's mailbox changes in mid-year`() throws {
        var story = try Story(Self.file(), from: "2026-11-23T08:00")
        try story.go(to: "2027-01-20T08:00")
        let old = try ahead(story, "claire-thomas")
        #expect(!old.isEmpty)
        let edits = [
            ("Mentorat Exemple <mentorat@exemple.fr>", "Mentorat Exemple <duos@exemple.org>"),
            ("claire-thomas\"", "autre-salle\""),
        ]
        let named = (
            "  timezone: Europe/Paris\n", "  timezone: Europe/Paris\n  former_mailboxes: mentorat@exemple.fr\n"
        )
        let word = "keep mentorat@exemple.fr as their organizer"
        #expect(try story.warnings(of: Self.file(edits)).contains { $0.contains(word) })
        #expect(try !story.warnings(of: Self.file(edits + [named])).contains { $0.contains(word) })
        try story.edit(Self.file(edits + [named]))
        try story.go(to: "2027-04-20T08:00")
        let present = try story.ledger.announcements()
        // What was announced stays with the mailbox that announced it, its change of place included.
        for meeting in old { #expect(present[meeting.id]?.organizer.address.description == "mentorat@exemple.fr") }
        let new = try ahead(story, "claire-thomas")
        #expect(!new.isEmpty)
        for meeting in new { #expect(present[meeting.id]?.organizer.address.description == "duos@exemple.org") }
        #expect(try story.complaints() == [])
    }

    @Test func `the end is brought forward over announced meetings`() throws {
        var story = try Story(Self.file(), from: "2026-11-23T08:00")
        try story.go(to: "2027-03-01T08:00")
        let before = try ahead(story, "claire-thomas")
        #expect(before.count >= 2)
        let first = try #require(before.first?.start.date)
        try story.edit(
            Self.file([
                (
                    "mediator: nadia\n    start: 2026-12-01\n    end: 2027-11-30",
                    "mediator: nadia\n    start: 2026-12-01\n    end: \(first)"
                )
            ]))
        try story.go(to: "2027-03-03T08:00")
        #expect(try ahead(story, "claire-thomas").map(\.start.date) == [first])
        for meeting in before.dropFirst() {
            #expect(try story.ledger.meeting(meeting.id)?.state == .cancelled)
        }
        try story.go(to: "2027-05-01T08:00")
        #expect(try story.complaints() == [])
    }

    @Test func `a person's zone and address change in one edit`() throws {
        var story = try Story(Self.file(), from: "2026-11-23T08:00")
        try story.go(to: "2027-01-05T08:00")
        let before = try ahead(story, "claire-lea")
        #expect(!before.isEmpty)
        try story.edit(
            Self.file([
                (
                    "email: lea@exemple.fr, language: en,",
                    "email: lea.martin@exemple.fr, timezone: Europe/London, language: en,"
                )
            ]))
        try story.go(to: "2027-01-06T12:00")
        // What is announced stands, in the hours of London, too; she gets it at the new address.
        for meeting in before { #expect(try story.ledger.meeting(meeting.id)?.start == meeting.start) }
        #expect(try !story.mails(to: address("lea.martin")).isEmpty)
        try story.go(to: "2027-04-10T08:00")
        #expect(try story.complaints() == [])
    }

    @Test func `a holiday is added for tomorrow`() throws {
        var story = try Story(Self.file(), from: "2026-11-23T08:00")
        try story.go(to: "2027-01-10T08:00")
        let next = try #require(try ahead(story, "claire-thomas").first)
        let eve = next.start.date.adding(days: -1)
        try story.go(to: "\(eve)T09:00")
        let mails = try story.mails(to: address("thomas")).count
        let day = next.start.date.description.replacing("-", with: "")
        try story.edit(Self.file([("20261225", day)]))
        try story.go(to: "\(eve)T12:00")
        // Nobody meets on a holiday: everybody hears of it on the same morning, and the new date gives notice.
        let moved = try #require(try story.ledger.meeting(next.id))
        #expect(moved.start.date >= eve.adding(days: 5))
        #expect(try story.mails(to: address("thomas")).count == mails + 1)
        #expect(try story.mails(to: address("claire")).count > 0)
        try story.go(to: "2027-03-10T08:00")
        #expect(try story.complaints() == [])
    }

    @Test func `two reloads come while the server is down`() throws {
        var story = try Story(Self.file(), from: "2026-11-23T08:00")
        try story.go(to: "2027-01-10T08:00")
        let before = try story.mails(to: address("thomas")).count
        story.server = .isDown
        let hour = ("prefer: thu 18:30", "prefer: thu 17:30")
        try story.edit(
            Self.file([
                ("available: [thu 17:00-21:00]}", "available: [thu 17:00-21:00], away: [2027-01-18..2027-02-20]}")
            ]))
        try story.go(to: "2027-01-10T12:00")
        try story.edit(Self.file([hour, ("/claire-thomas\"", "/autre-salle\"")]))
        try story.go(to: "2027-01-11T15:00")
        #expect(try story.mails(to: address("thomas")).count == before)
        story.server = .takesMail
        try story.go(to: "2027-03-01T08:00")
        #expect(try story.mails(to: address("thomas")).count > before)
        #expect(try story.complaints() == [])
    }

    @Test func `nobody runs for a week, across a change of the clocks`() throws {
        var story = try Story(Self.file(), from: "2026-11-23T08:00")
        try story.go(to: "2027-03-24T12:00")
        let before = try (ahead(story, "claire-thomas") + ahead(story, "claire-lea")).map { ($0.id, $0.start) }
        #expect(!before.isEmpty)
        story.stop()
        try story.go(to: "2027-03-31T12:00")
        try story.begin()
        try story.go(to: "2027-04-30T12:00")
        for (id, start) in before { #expect(try story.ledger.meeting(id)?.start == start) }
        #expect(try story.complaints() == [])
    }

    /// A week in which the server takes nothing, of the first mails on.
    @Test(arguments: [Story.Server.asksToWait, .refusesAll, .isDown])
    func `after a week in which the server takes nothing, all that is of use arrives, and the coordinator is told once`(
        server: Story.Server
    ) throws {
        var story = try Story(Self.file(), from: "2026-11-28T07:00")
        story.server = server
        try story.go(to: "2026-12-05T07:00")
        let soon = story.now.adding(seconds: 600)
        let failed = try story.ledger.outbox().filter { $0.state == .failed }
        #expect(failed.allSatisfy { $0.usefulUntil.map { $0 <= soon } ?? false })
        #expect(try story.ledger.outboxCounts()[.sent] == nil)
        let notes = try story.ledger.outbox().filter { $0.template == .coordinatorNote }
        #expect(notes.count == 1)
        #expect(try story.ledger.standstill(at: story.now).trouble(at: story.now)?.kind == .nothingLeaves)
        let begins = try #require(Instant("2026-11-28T06:00:00Z"))
        // The wheel of a story turns when something is due, which may be a day or two later.
        #expect((86_400...3 * 86_400).contains(begins.seconds(until: notes.first?.composed ?? begins)))
        story.server = .takesMail
        // An hour until the route is tried again, and seven until each mail is.
        try story.go(to: "2026-12-05T16:00")
        let open = try story.ledger.outbox().filter { $0.state.isOpen && $0.notBefore <= story.now }
        #expect(open.isEmpty, "\(open.map(\.template))")
        #expect(try !story.mails(to: address("nadia")).isEmpty && !story.mails(to: address("thomas")).isEmpty)
        try story.go(to: "2026-12-07T07:00")
        #expect(try story.ledger.standstill(at: story.now).trouble(at: story.now) == nil)
        #expect(try story.ledger.outbox().count { $0.template == .coordinatorNote } == 1)
        #expect(try story.complaints() == [])
    }

    @Test func `a second week of it is told again`() throws {
        var story = try Story(Self.file(), from: "2026-11-28T07:00")
        for (day, server) in [
            ("2026-11-30", Story.Server.isDown), ("2026-12-03", .takesMail), ("2026-12-06", .asksToWait),
            ("2026-12-07", .takesMail), ("2026-12-09", .takesMail), ("2026-12-13", .refusesAll),
        ] {
            story.server = server
            try story.go(to: "\(day)T07:00")
        }
        story.server = .takesMail
        #expect(try story.complaints() == [])
        #expect(try (1...3).contains(story.ledger.outbox().count { $0.template == .coordinatorNote }))
    }
}

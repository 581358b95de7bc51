import CivilTime
import Configuration
import Foundation
import JalonService
import Ledger
import Mentoring
import Testing

/// Rules on the virtual clock: what they send, and the reason where they do not.
@Suite struct RuleTests {
    private static let invitation = "  invitation: {trigger: 6 weeks before session, send: {invitation: everyone}}\n"

    private static let pair = """
        relationships:
          claire-thomas:
            mentor: claire
            mentee: thomas
            mediator: nadia
            start: 2026-12-01
            end: 2027-11-30
            sessions: {prefer: thu 18:30}
        """

    private func world(_ rules: String, programme: String = World.programme, people: String = World.people) throws
        -> World
    {
        try World(
            people: people, relationships: Self.pair, rules: "rules:\n" + Self.invitation + rules, programme: programme)
    }

    /// `template recipient` of the mails of one template.
    private func lines(_ mails: [OutboxEntry], _ template: TemplateName) -> [String] {
        mails.filter { $0.template == template }.map { "\($0.recipient)" }
    }

    private func outcomes(_ world: World, _ rule: String) throws -> [String?] {
        try world.ledger.firings(of: Rule.ID(rule)).map(\.outcome)
    }

    /// A firing of claire-thomas that is over says what became of the first meeting.
    private func miss(_ world: inout World, _ meeting: Meeting, at now: Instant) throws {
        _ = try world.ledger.give(.meeting(meeting.id, .missed), at: now)
        #expect(try world.wheel.carryOutOrders(at: now).allSatisfy(\.accepted))
    }

    private func order(_ world: inout World, _ request: RelationshipOrder, at now: Instant) throws {
        _ = try world.ledger.give(.relationship(Relationship.ID("claire-thomas"), request), at: now)
        let answers = try world.wheel.carryOutOrders(at: now)
        for answer in answers { #expect(answer.accepted, "\(answer.text)") }
    }

    // MARK: - Events

    @Test func `what happens to a meeting brings the mails that wait for it, once`() throws {
        var world = try world(
            """
              after: {trigger: when meeting is held, send: {template: practise, to: mentee}}
              missed: {trigger: when meeting is missed, send: {template: practise, to: mentor}}
            """)
        let mails = try world.run(from: "2026-11-23T00:00", until: "2027-01-31T23:00")
        let held = try world.ledger.meetings(in: [.held])
        #expect(held.count >= 2)
        #expect(mails.count { $0.template == .practise } == held.count)
        #expect(!mails.contains { $0.template == .practise && $0.recipient == Person.ID("claire") })
        let now = try world.moment("2027-02-01T09:00")
        try miss(&world, held[0], at: now)
        let more = try world.run(from: "2027-02-01T09:00", until: "2027-02-01T10:00")
        #expect(lines(more, .practise) == ["claire"])
    }

    @Test func `a pause, a resumption and an early end are told to those whom a rule names`() throws {
        var world = try world(
            """
              pause: {trigger: when relationship pauses, send: {template: pause, to: [mentor, mentee]}}
              resume: {trigger: when relationship resumes, send: {template: resume, to: [mentor, mentee]}}
              farewell: {trigger: when relationship ends early, send: {template: farewell, to: [mentor, mentee]}}
            """)
        try world.run(from: "2026-11-23T00:00", until: "2027-01-04T09:00")
        try order(&world, .pause(from: try day("2027-01-04"), through: nil), at: world.moment("2027-01-04T10:00"))
        #expect(
            lines(try world.run(from: "2027-01-04T10:00", until: "2027-01-10T10:00"), .pause) == ["claire", "thomas"])
        try order(&world, .resume, at: world.moment("2027-02-04T10:00"))
        #expect(
            lines(try world.run(from: "2027-02-04T10:00", until: "2027-02-05T10:00"), .resume) == ["claire", "thomas"])
        try order(&world, .pause(from: try day("2027-03-01"), through: nil), at: world.moment("2027-03-01T10:00"))
        let again = try world.run(from: "2027-03-01T10:00", until: "2027-03-02T10:00")
        #expect(lines(again, .pause) == ["claire", "thomas"], "each pause is told, not the first alone")
        try order(&world, .end(on: try day("2027-03-10")), at: world.moment("2027-03-10T10:00"))
        let end = try world.run(from: "2027-03-10T10:00", until: "2027-03-12T10:00")
        #expect(lines(end, .farewell) == ["claire", "thomas"])
    }

    @Test func `who joins is welcomed alone`() throws {
        var world = try world("  joins: {trigger: when person joins, send: {template: welcome, to: person}}\n")
        let first = try world.run(from: "2026-11-23T00:00", until: "2026-12-10T09:00")
        #expect(lines(first, .welcome) == [], "those who are there from the start have not joined")
        let relationships = Self.pair.replacing("mentee: thomas", with: "mentee: [thomas, lea]")
        let edited = try World.configuration(
            in: world.directory, relationships: relationships,
            rules: "rules:\n" + Self.invitation
                + "  joins: {trigger: when person joins, send: {template: welcome, to: person}}\n")
        let now = try world.moment("2026-12-10T10:00")
        let before = try world.ledger.lastMailID()
        try world.wheel.adopt(edited, at: now)
        _ = try world.wheel.turn(at: now)
        #expect(lines(try world.ledger.outbox(after: before), .welcome) == ["lea"])
    }

    // MARK: - Steps

    private static let silence = """
          silence:
            trigger: 45 days after last held session
            send: {template: how-is-it-going, to: [mentor, mentee]}
            then:
              - {after: 10 days, send: {template: silent-relationship, to: coordinator}}
              - {after: 20 days, send: {template: offer-mediator, to: [mentor, mentee]}}
        """

    /// Claire is away from the middle of January to the end of May: nobody can meet.
    private static let away = World.people.replacing(
        "claire@exemple.fr,", with: "claire@exemple.fr, away: [2027-01-08..2027-05-31],")

    @Test func `silence is followed by its steps, in their time`() throws {
        var world = try world(Self.silence, people: Self.away)
        let mails = try world.run(from: "2026-11-23T00:00", until: "2027-05-20T23:00")
        #expect(lines(mails, .howIsItGoing) == ["claire", "thomas"])
        #expect(lines(mails, .silentRelationship) == ["nadia"])
        #expect(lines(mails, .offerMediator) == ["claire", "thomas"])
        let days = [TemplateName.howIsItGoing, .silentRelationship, .offerMediator].compactMap { template in
            mails.first { $0.template == template }.map {
                world.wheel.configuration.programme.zone.local(at: $0.composed).date
            }
        }
        #expect(zip(days, days.dropFirst()).map { $0.days(until: $1) } == [10, 10])
    }

    @Test func `a step does not go once people have met again`() throws {
        // Away for just so long that the first mail goes, and not its steps.
        let people = World.people.replacing(
            "claire@exemple.fr,", with: "claire@exemple.fr, away: [2027-01-08..2027-02-21],")
        var world = try world(Self.silence, people: people)
        let mails = try world.run(from: "2026-11-23T00:00", until: "2027-05-20T23:00")
        #expect(!lines(mails, .howIsItGoing).isEmpty && lines(mails, .offerMediator) == [])
        #expect(try outcomes(world, "silence").contains("met again"))
    }

    // MARK: - Conditions

    @Test func `a condition decides on what is true when the firing is due`() throws {
        let rule = """
              twice:
                trigger: when meeting is missed
                condition: relationship.missed_in_a_row >= 2 && recipient.role == "mentor"
                send: {template: practise, to: [mentor, mentee]}
            """
        var world = try world(rule)
        try world.run(from: "2026-11-23T00:00", until: "2027-02-20T23:00")
        let held = try world.ledger.meetings(in: [.held]).filter { $0.relationship.rawValue == "claire-thomas" }
        let now = try world.moment("2027-02-21T09:00")
        try miss(&world, held[held.count - 2], at: now)
        #expect(lines(try world.run(from: "2027-02-21T09:00", until: "2027-02-21T10:00"), .practise) == [])
        try miss(&world, held[held.count - 1], at: world.moment("2027-02-21T11:00"))
        #expect(lines(try world.run(from: "2027-02-21T11:00", until: "2027-02-21T12:00"), .practise) == ["claire"])
        #expect(
            try outcomes(world, "twice").compactMap(\.self).sorted() == [
                "condition is false", "condition is false", "condition is false", "sent",
            ])
    }

    @Test func `a condition that cannot be answered skips with its reason, and the digest tells it once`() throws {
        let rules = """
              broken:
                trigger: 1 day before session
                condition: relationship.days_since_held > 3
                send: {template: day-before, to: mentee}
              digest: {trigger: every monday at 08:00, send: {template: coordinator-digest, to: coordinator}}
            """
        var world = try world(rules, programme: World.programme + "\nretention: {bodies: 12 months}")
        let mails = try world.run(from: "2026-11-23T00:00", until: "2027-01-31T23:00")
        let reasons = try outcomes(world, "broken").compactMap(\.self)
        #expect(reasons.contains { $0.hasPrefix("condition failed: ") } && reasons.contains("sent"))
        let digests = mails.filter { $0.template == .coordinatorDigest }
        #expect(digests.count >= 9)
        let texts = try digests.map { String(decoding: try #require(try world.ledger.body(of: $0.id)), as: UTF8.self) }
        #expect(texts.count { $0.contains("broken") } == 1)
    }

    // MARK: - Digests

    @Test func `a digest comes each week on its day, and counts`() throws {
        var world = try world(
            "  digest: {trigger: every monday at 08:00, send: {template: coordinator-digest, to: coordinator}}\n")
        let mails = try world.run(from: "2026-11-23T09:00", until: "2027-01-03T23:00")
            .filter { $0.template == .coordinatorDigest }
        let zone = world.wheel.configuration.programme.zone
        #expect(
            mails.map { zone.local(at: $0.composed).description } == [
                "2026-11-30T08:00", "2026-12-07T08:00", "2026-12-14T08:00", "2026-12-21T08:00", "2026-12-28T08:00",
            ])
        #expect(mails.allSatisfy { $0.recipient == Person.ID("nadia") })
    }

    // MARK: - Budget and hours

    @Test func `what is over the budget is skipped with that reason, invitations are not`() throws {
        let rules = """
              a: {trigger: 3 days before session, send: {template: prepare, to: mentor}}
              b: {trigger: 2 days before session, send: {template: day-before, to: mentor}}
              c: {trigger: 1 day before session, send: {template: day-before, to: mentor}}
            """
        let programme = World.programme.replacing(
            "coordinator: nadia", with: "coordinator: nadia\n  nudges: 2 per week")
        var world = try world(rules, programme: programme)
        let mails = try world.run(from: "2026-11-23T00:00", until: "2027-01-31T23:00")
        let reasons = try ["a", "b", "c"].flatMap { try outcomes(world, $0) }.compactMap(\.self)
        #expect(reasons.contains("over budget: 2"))
        let claire = mails.filter { $0.recipient == Person.ID("claire") && $0.template != .invitation }.map(\.composed)
        for mail in claire {
            #expect(claire.count { $0 > mail.adding(seconds: -7 * 86_400) && $0 <= mail } <= 2)
        }
        #expect(mails.count { $0.template == .invitation } >= 6)
    }

    @Test func `word of a change waits for the morning, but not of a meeting of the next day`() throws {
        var world = try world("")
        try world.run(from: "2026-11-23T00:00", until: "2026-11-30T09:00")
        let meeting = try #require(
            world.ledger.meetings(in: [.announced]).first { $0.relationship.rawValue == "claire-thomas" })
        let later = try #require(
            world.ledger.meetings(in: [.announced]).last { $0.relationship.rawValue == "claire-thomas" })
        let night = meeting.starts.adding(seconds: -20 * 3600)
        let zone = world.wheel.configuration.programme.zone
        #expect(zone.local(at: night).time.hour >= 20)
        let before = try world.ledger.lastMailID()
        for id in [meeting.id, later.id] { _ = try world.ledger.give(.meeting(id, .cancel), at: night) }
        _ = try world.wheel.carryOutOrders(at: night)
        let mails = try world.ledger.outbox(after: before).filter { $0.template == .cancellation }
        #expect(mails.filter { $0.meeting == meeting.id }.allSatisfy { $0.notBefore == night })
        let morning = zone.local(at: try #require(mails.first { $0.meeting == later.id }).notBefore)
        #expect(morning.time.description == "08:00")
    }

    @Test func `what asks for an answer does not go where answers are not followed`() throws {
        let rules = """
              met: {trigger: 2 hours after end of session, send: {template: did-you-meet, to: [mentor, mentee]}}
              ask: {trigger: 10 days before session, send: {template: please-answer, to: mentee}}
            """
        var world = try world(rules)
        let mails = try world.run(from: "2026-11-23T00:00", until: "2027-01-31T23:00")
        #expect(lines(mails, .didYouMeet) + lines(mails, .pleaseAnswer) == [])
        #expect(try outcomes(world, "met").contains("answers not followed"))
        #expect(try outcomes(world, "ask").contains("answers not followed"))
    }

    // MARK: - Rest

    @Test func `an invitation for behind a pause goes at its end, and reminders do not go in it`() throws {
        var world = try world(
            "  day-before: {trigger: 1 day before session, send: {template: day-before, to: mentee}}\n")
        try world.run(from: "2026-11-23T00:00", until: "2026-12-28T09:00")
        let through = try day("2027-02-14")
        try order(&world, .pause(from: try day("2026-12-28"), through: through), at: world.moment("2026-12-28T10:00"))
        let mails = try world.run(from: "2026-12-28T10:00", until: "2027-02-28T10:00")
            .filter { $0.template == .invitation }
        #expect(!mails.isEmpty)
        let zone = world.wheel.configuration.programme.zone
        #expect(mails.allSatisfy { zone.local(at: $0.composed).date > through })
        let meetings = try world.ledger.meetings(in: [.announced]).filter {
            $0.relationship.rawValue == "claire-thomas"
        }
        #expect(meetings.allSatisfy { $0.start.date > through } && !meetings.isEmpty)
    }

    @Test func `nothing goes to a relationship that has ended, but for what its end asks for`() throws {
        let rules = """
              practise: {trigger: 30 days after session, send: {template: practise, to: mentee}}
              relay: {trigger: 60 days after end, send: {template: become-a-mentor, to: mentee}}
            """
        var world = try world(rules)
        let mails = try world.run(from: "2026-11-23T00:00", until: "2028-03-01T10:00")
        #expect(lines(mails, .becomeAMentor) == ["thomas"])
        #expect(try outcomes(world, "practise").contains("ended"))
    }

    private func day(_ text: String) throws -> CivilDate { try #require(CivilDate(text)) }
}

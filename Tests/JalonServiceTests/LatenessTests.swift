import CivilTime
import Configuration
import Foundation
import JalonService
import Ledger
import Mentoring
import Testing

/// Nobody turned the wheel for a while: what goes, what does not, and the reason.
@Suite struct LatenessTests {
    private static let rules = """
        rules:
          invitation: {trigger: 6 weeks before session, send: {invitation: everyone}}
          prepare: {trigger: 3 days before session, send: {template: prepare, to: mentee}, too_late_after: 1 day}
          day-before: {trigger: 1 day before session, send: {template: day-before, to: mentee}}
        """

    private static let pair = """
        relationships:
          claire-thomas: {mentor: claire, mentee: thomas, start: 2026-12-01, end: 2027-11-30, sessions: {prefer: thu 18:30}}
        """

    /// A world that has run until shortly before the reminders of its second meeting, and that meeting.
    private func world() throws -> (world: World, meeting: Meeting) {
        var world = try World(relationships: Self.pair, rules: Self.rules)
        let meetings = try self.meetings(&world)
        let last = meetings.starts.adding(seconds: -4 * 86_400)
        var now = try world.moment("2026-11-23T00:00")
        while now <= last {
            let next = try world.wheel.turn(at: now)
            try world.ledger.settleAllAsSent(at: now)
            guard let next, next > now else { break }
            now = next
        }
        return (world, try #require(try world.ledger.meeting(meetings.id)))
    }

    private func meetings(_ world: inout World) throws -> Meeting {
        _ = try world.wheel.turn(at: try world.moment("2026-11-23T00:00"))
        return try #require(try world.ledger.meetings(in: [.announced, .planned]).dropFirst().first)
    }

    private func outcome(_ world: World, _ rule: String, of meeting: Meeting) throws -> String? {
        try world.ledger.firings(of: Rule.ID(rule)).first { $0.firing.key.subject == .meeting(meeting.id) }?.outcome
    }

    @Test(
        arguments: [
            // Seconds before the meeting at which the wheel turns again, and what becomes of prepare and day-before.
            (3 * 86_400 - 30, "sent", nil), (3 * 86_400 - 600, "sent", nil), (2 * 86_400 + 3600, "sent", nil),
            (2 * 86_400 - 3600, "too late", nil), (86_400 - 20, "overtaken", "sent"), (7200, "overtaken", "sent"),
            (16 * 60, "overtaken", "sent"), (14 * 60, "overtaken", "too late"),
            (-86_400, "too late", "too late"),
        ] as [(Int, String, String?)])
    func `late by minutes, hours and days`(seconds: Int, prepare: String, dayBefore: String?) throws {
        var (world, meeting) = try world()
        let now = meeting.starts.adding(seconds: -Int64(seconds))
        _ = try world.wheel.turn(at: now)
        // What waits for the morning is decided then.
        let zone = world.wheel.configuration.programme.zone
        if zone.local(at: now).time.hour >= 20 || zone.local(at: now).time.hour < 8 { return }
        #expect(try outcome(world, "prepare", of: meeting) == prepare)
        #expect(try outcome(world, "day-before", of: meeting) == dayBefore)
    }

    @Test func `a reminder keeps its hour over a change of the clocks, late or not`() throws {
        var world = try World(relationships: Self.pair, rules: Self.rules)
        try world.run(from: "2026-11-23T00:00", until: "2027-03-24T12:00")
        // Clocks change on 28 March: three days before a meeting of the week after are still at its hour.
        let meeting = try #require(
            try world.ledger.meetings(in: [.announced, .planned]).first {
                $0.start.date >= (CivilDate("2027-03-29") ?? .latest)
            })
        let firing = try #require(
            try world.ledger.firings(of: Rule.ID("prepare")).first { $0.firing.key.subject == .meeting(meeting.id) })
        let zone = world.wheel.configuration.programme.zone
        #expect(
            zone.local(at: firing.firing.due) == LocalDateTime(meeting.start.date.adding(days: -3), meeting.start.time))
    }

    @Test func `a clock that jumps ahead and back sends nothing twice`() throws {
        var (world, meeting) = try world()
        let ahead = meeting.starts.adding(seconds: -7200)
        _ = try world.wheel.turn(at: ahead)
        let count = try world.ledger.outbox().count
        for step in stride(from: Int64(-4 * 86_400), through: -7200, by: 21_600) {
            _ = try world.wheel.turn(at: meeting.starts.adding(seconds: step))
        }
        #expect(try world.ledger.outbox().count == count)
    }

    @Test func `what was too late when it was planned has that reason`() throws {
        var (world, meeting) = try world()
        // Moved by a person to a date that lies nearer than the reminder's distance.
        let now = try world.moment("\(meeting.start.date.adding(days: -4))T10:00")
        let start = LocalDateTime(meeting.start.date.adding(days: -2), meeting.start.time)
        let people = World.people.replacing("thu 18:00-21:00", with: "mon-fri 12:00-21:00")
        let open = try World.configuration(
            in: world.directory, people: people, relationships: Self.pair, rules: Self.rules)
        try world.wheel.adopt(open, at: now)
        _ = try world.ledger.give(.meeting(meeting.id, .move(to: start)), at: now)
        #expect(try world.wheel.carryOutOrders(at: now).allSatisfy(\.accepted))
        _ = try world.wheel.turn(at: now)
        let moved = try #require(try world.ledger.meeting(meeting.id))
        let firing = try world.ledger.firings(of: Rule.ID("prepare")).first {
            $0.firing.key.subject == .meeting(meeting.id) && $0.firing.key.version == moved.version
        }
        #expect(firing?.outcome == "too late when planned")
    }

    // MARK: - Many at once

    /// So many pairs of their own, each with a reminder of the same week.
    private func crowd(programme: String = World.programme) throws -> World {
        let people = (0..<105).flatMap { index in
            ["a", "b"].map {
                "  \($0)\(index): {name: \($0.uppercased()) \(index), email: \($0)\(index)@exemple.fr, available: [thu 18:00-21:00]}"
            }
        }
        let pairs = (0..<105).map {
            "  r\($0): {mentor: a\($0), mentee: b\($0), start: 2026-12-01, end: 2027-11-30, sessions: {prefer: thu 18:30}}"
        }
        let nadia = ["  nadia: {name: Nadia Benali, email: nadia@exemple.fr}"]
        return try World(
            people: "people:\n" + (people + nadia).joined(separator: "\n"),
            relationships: "relationships:\n" + pairs.joined(separator: "\n"), rules: Self.rules, programme: programme)
    }

    @Test func `too many after an absence wait for a word, and the coordinator is told once`() throws {
        var world = try crowd()
        try world.run(from: "2026-11-23T09:00", until: "2026-12-06T12:00")
        let meeting = try #require(
            try world.ledger.meetings(in: [.announced]).first { $0.start.date > (CivilDate("2026-12-06") ?? .earliest) }
        )
        let now = meeting.starts.adding(seconds: -10 * 3600)
        let before = try world.ledger.lastMailID()
        let next = try world.wheel.turn(at: now)
        #expect(try world.ledger.outbox(after: before).map(\.template) == [.heldBack])
        #expect(try world.ledger.heldThrough() == now)
        #expect(try #require(next) > now, "what waits does not keep the wheel turning")
        _ = try world.wheel.turn(at: now.adding(seconds: 60))
        #expect(try world.ledger.outbox(after: before).count == 1)
        // Released, the last reminder of each goes; what is overtaken does not.
        _ = try world.ledger.give(.release, at: now.adding(seconds: 120))
        #expect(try world.wheel.carryOutOrders(at: now.adding(seconds: 120)).allSatisfy(\.accepted))
        _ = try world.wheel.turn(at: now.adding(seconds: 120))
        let mails = try world.ledger.outbox(after: before).dropFirst()
        #expect(mails.count { $0.template == .dayBefore } >= 105 && !mails.contains { $0.template == .prepare })
        #expect(try outcome(world, "prepare", of: meeting) == "overtaken")
        _ = try world.ledger.give(.release, at: now.adding(seconds: 180))
        #expect(try world.wheel.carryOutOrders(at: now.adding(seconds: 180)).allSatisfy { !$0.accepted })
    }

    @Test func `catch_up auto does without the word`() throws {
        var world = try crowd(
            programme: World.programme.replacing("coordinator: nadia", with: "coordinator: nadia\n  catch_up: auto"))
        try world.run(from: "2026-11-23T09:00", until: "2026-12-06T12:00")
        let meeting = try #require(
            try world.ledger.meetings(in: [.announced]).first { $0.start.date > (CivilDate("2026-12-06") ?? .earliest) }
        )
        let before = try world.ledger.lastMailID()
        _ = try world.wheel.turn(at: meeting.starts.adding(seconds: -10 * 3600))
        #expect(try world.ledger.outbox(after: before).count { $0.template == .dayBefore } >= 105)
    }

    @Test func `a first start is no absence`() throws {
        var world = try crowd()
        _ = try world.wheel.turn(at: try world.moment("2027-03-01T09:00"))
        #expect(try world.ledger.heldThrough() == nil)
        #expect(try world.ledger.outbox().count > 200)
    }
}

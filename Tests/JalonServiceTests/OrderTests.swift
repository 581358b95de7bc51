import CivilTime
import Foundation
import JalonService
import Ledger
import MailMessage
import Mentoring
import Testing

@Suite struct OrderTests {
    /// A programme whose first meetings have been announced, at noon of 30 November 2026.
    private func announcedWorld() throws -> (world: World, now: Instant) {
        var world = try World()
        try world.run(from: "2026-11-23T00:00", until: "2026-11-30T12:00")
        return (world, try world.moment("2026-11-30T12:00"))
    }

    private func first(_ relationship: String, in world: World, _ state: Meeting.State = .announced) throws -> Meeting {
        try #require(
            world.ledger.meetings(in: [state]).first { $0.relationship.rawValue == relationship })
    }

    private func carryOut(
        _ request: Order.Request, in world: inout World, at now: Instant
    ) throws -> (answer: Order.Answer, mails: [String]) {
        let before = try world.ledger.lastMailID()
        let id = try world.ledger.give(request, at: now)
        try world.wheel.carryOutOrders(at: now)
        let answer = try #require(try world.ledger.order(id)?.answer)
        return (answer, try world.ledger.outbox(after: before).map { "\($0.template) \($0.recipient)" }.sorted())
    }

    @Test func `a meeting that is moved stands there, and both hear of it`() throws {
        var (world, now) = try announcedWorld()
        let meeting = try first("claire-thomas", in: world)
        let start = LocalDateTime(meeting.start.date.adding(days: 1), meeting.start.time)
        let (answer, mails) = try carryOut(.meeting(meeting.id, .move(to: start)), in: &world, at: now)
        #expect(answer.accepted)
        #expect(answer.text.contains("outside the hours of claire"))
        #expect(mails == ["update claire", "update thomas"])
        var moved = try #require(try world.ledger.meeting(meeting.id))
        #expect(moved.start == start)
        // Nothing brings it back: no later planning, and no reload of the same files.
        try world.wheel.adopt(world.wheel.configuration, at: now)
        moved = try #require(try world.ledger.meeting(meeting.id))
        #expect(moved.start == start)
        #expect(try world.ledger.meetings(in: [.cancelled]).isEmpty)
    }

    @Test func `a planned meeting that is moved stands too`() throws {
        var (world, now) = try announcedWorld()
        let meeting = try first("claire-lea", in: world, .planned)
        let start = LocalDateTime(meeting.start.date.adding(days: 2), meeting.start.time)
        let (answer, mails) = try carryOut(.meeting(meeting.id, .move(to: start)), in: &world, at: now)
        #expect(answer.accepted && mails.isEmpty)
        try world.wheel.adopt(world.wheel.configuration, at: now)
        #expect(try world.ledger.meeting(meeting.id)?.start == start)
    }

    @Test func `an impossible move is refused with the reason and changes nothing`() throws {
        var (world, now) = try announcedWorld()
        let meeting = try first("claire-thomas", in: world)
        let other = try first("claire-lea", in: world)
        let cases: [(String, String)] = [
            ("2026-11-29T18:30", "is over"), ("2028-01-06T18:30", "dates of the relationship"),
            (other.start.description, "claire"), ("2027-03-28T02:30", "does not exist"),
        ]
        for (start, reason) in cases {
            let to = try #require(LocalDateTime(start))
            let (answer, mails) = try carryOut(.meeting(meeting.id, .move(to: to)), in: &world, at: now)
            #expect(!answer.accepted)
            #expect(answer.text.contains(reason), "\(answer.text)")
            #expect(mails.isEmpty)
        }
        #expect(try world.ledger.meeting(meeting.id) == meeting)
    }

    @Test func `a move onto a planned meeting of somebody else gives that one another date at once`() throws {
        var world = try World()
        let now = try world.moment("2026-11-23T09:00")
        _ = try world.wheel.turn(at: now)
        let planned = try #require(
            world.ledger.meetings(in: [.planned]).first { $0.relationship.rawValue == "claire-lea" })
        let moving = try #require(
            world.ledger.meetings(in: [.announced]).first { $0.relationship.rawValue == "claire-thomas" })
        _ = try world.ledger.give(.meeting(moving.id, .move(to: planned.start)), at: now)
        #expect(try world.wheel.carryOutOrders(at: now).allSatisfy(\.accepted))
        let all = try world.ledger.meetings(in: [.planned, .announced]).sorted { $0.starts < $1.starts }
        #expect(all.contains { $0.id == moving.id && $0.start == planned.start })
        for (one, next) in zip(all, all.dropFirst()) { #expect(one.ends <= next.starts, "\(one.id) and \(next.id)") }
    }

    @Test func `a move behind what is planned is refused, and one beyond somebody's hours of the month says so`() throws
    {
        let people = World.people.replacing(
            "thu 18:00-21:00, tue 12:00-14:00]", with: "thu 18:00-21:00, tue 12:00-14:00], hours_per_month: 3")
        let relationships = World.relationships.replacing("2027-11-30", with: "2029-11-30")
        var world = try World(people: people, relationships: relationships)
        let now = try world.moment("2026-11-23T09:00")
        _ = try world.wheel.turn(at: now)
        let meeting = try #require(world.ledger.meetings(in: [.announced]).first)
        let far = try #require(LocalDateTime("2028-01-13T18:30"))
        _ = try world.ledger.give(.meeting(meeting.id, .move(to: far)), at: now)
        let refused = try #require(try world.wheel.carryOutOrders(at: now).first)
        #expect(!refused.accepted && refused.text.contains("meetings are planned until 2027-11-23"))
        let january = try #require(
            world.ledger.meetings(in: [.announced, .planned]).first {
                $0.start.date >= (CivilDate("2027-01-01") ?? .latest)
            })
        let december = try #require(LocalDateTime("2026-12-30T18:30"))
        _ = try world.ledger.give(.meeting(january.id, .move(to: december)), at: now)
        let moved = try #require(try world.wheel.carryOutOrders(at: now).first)
        #expect(moved.accepted && moved.text.contains("of 180 minutes that month"), "\(moved.text)")
    }

    @Test func `a pause with an end closes one that was open`() throws {
        var world = try World()
        let now = try world.moment("2026-11-23T09:00")
        _ = try world.wheel.turn(at: now)
        let id = Relationship.ID("claire-thomas")
        let (today, last) = (try #require(CivilDate("2026-11-23")), try #require(CivilDate("2027-01-31")))
        for through in [nil, last] {
            _ = try world.ledger.give(.relationship(id, .pause(from: today, through: through)), at: now)
        }
        #expect(try world.wheel.carryOutOrders(at: now).allSatisfy(\.accepted))
        let planned = try world.ledger.meetings(in: [.planned, .announced]).filter { $0.relationship == id }
        #expect(!planned.isEmpty && planned.allSatisfy { $0.start.date > last })
    }

    @Test(arguments: [
        (RelationshipOrder.end(on: CivilDate(dayNumber: 22_000)), "the files end the relationship on 2027-11-30"),
        (.pause(from: CivilDate(dayNumber: 22_000), through: nil), "the files end the relationship on 2027-11-30"),
        (
            .pause(from: CivilDate(dayNumber: 20_900), through: CivilDate(dayNumber: 20_890)),
            "would end before it begins"
        ),
    ])
    func `an order that can do nothing is refused`(_ request: RelationshipOrder, _ words: String) throws {
        var world = try World()
        let now = try world.moment("2026-11-23T09:00")
        _ = try world.wheel.turn(at: now)
        _ = try world.ledger.give(.relationship(Relationship.ID("claire-thomas"), request), at: now)
        let answer = try #require(try world.wheel.carryOutOrders(at: now).first)
        #expect(!answer.accepted && answer.text.contains(words), "\(answer.text)")
    }

    @Test func `an order about something unknown is refused`() throws {
        var (world, now) = try announcedWorld()
        #expect(try !carryOut(.meeting(Meeting.ID("m-none"), .cancel), in: &world, at: now).answer.accepted)
        let nobody = Relationship.ID("nobody")
        #expect(try !carryOut(.relationship(nobody, .replan), in: &world, at: now).answer.accepted)
    }

    @Test func `a meeting that is called off is not planned again for that day`() throws {
        var (world, now) = try announcedWorld()
        let meeting = try first("claire-thomas", in: world)
        let (answer, mails) = try carryOut(.meeting(meeting.id, .cancel), in: &world, at: now)
        #expect(answer.accepted)
        #expect(mails == ["cancellation claire", "cancellation thomas"])
        #expect(try world.ledger.meeting(meeting.id)?.state == .cancelled)
        try world.wheel.adopt(world.wheel.configuration, at: now)
        let days = try world.ledger.meetings(in: [.planned, .announced])
            .filter { $0.relationship == meeting.relationship }.map(\.start.date)
        #expect(!days.contains(meeting.start.date))
    }

    @Test func `a missed meeting is made good, and one that was held after all counts again`() throws {
        var world = try World()
        try world.run(from: "2026-11-23T00:00", until: "2027-01-15T12:00")
        let now = try world.moment("2027-01-15T12:00")
        let held = try #require(
            world.ledger.meetings(in: [.held]).last { $0.relationship.rawValue == "claire-thomas" })
        let ahead = { (world: World) in
            try world.ledger.meetings(in: [.planned, .announced])
                .first { $0.relationship == held.relationship && $0.starts > now }?.ordinal
        }
        let before = try ahead(world)
        #expect(try carryOut(.meeting(held.id, .missed), in: &world, at: now).answer.accepted)
        #expect(try world.ledger.meeting(held.id)?.state == .missed)
        #expect(try ahead(world) == before.map { $0 - 1 })
        #expect(try carryOut(.meeting(held.id, .held), in: &world, at: now).answer.accepted)
        #expect(try ahead(world) == before)
    }

    @Test func `nobody says of a meeting ahead that it was held`() throws {
        var (world, now) = try announcedWorld()
        let meeting = try first("claire-thomas", in: world)
        #expect(try !carryOut(.meeting(meeting.id, .held), in: &world, at: now).answer.accepted)
    }

    @Test func `a pause cancels what was announced inside it, and the rhythm begins anew after it`() throws {
        var (world, now) = try announcedWorld()
        let id = Relationship.ID("claire-thomas")
        let announced = try world.ledger.meetings(in: [.announced]).filter { $0.relationship == id }
        let last = try #require(CivilDate("2027-01-31"))
        let today = try #require(CivilDate("2026-11-30"))
        let (answer, mails) = try carryOut(
            .relationship(id, .pause(from: today, through: last)), in: &world, at: now)
        #expect(answer.accepted)
        #expect(mails.count == announced.count * 2)
        #expect(mails.allSatisfy { $0.hasPrefix("cancellation") })
        let ahead = try world.ledger.meetings(in: [.planned, .announced]).filter { $0.relationship == id }
        let restart = try #require(ahead.first?.start.date)
        #expect(restart > last && restart <= last.adding(days: 15))
        #expect(ahead.first?.ordinal == 1)
        // What the wheel does on its own in the meantime does not wake it.
        let during = try world.run(from: "2026-12-01T00:00", until: "2026-12-15T12:00")
        #expect(
            !during.contains { mail in
                ahead.contains { $0.id == mail.meeting } || announced.contains { $0.id == mail.meeting }
            })
    }

    @Test func `resuming brings the meetings back`() throws {
        var (world, now) = try announcedWorld()
        let id = Relationship.ID("claire-thomas")
        let today = try #require(CivilDate("2026-11-30"))
        _ = try carryOut(.relationship(id, .pause(from: today, through: nil)), in: &world, at: now)
        #expect(try world.ledger.meetings(in: [.planned, .announced]).allSatisfy { $0.relationship != id })
        let later = try world.moment("2027-01-10T12:00")
        #expect(try carryOut(.relationship(id, .resume), in: &world, at: later).answer.accepted)
        let first = try #require(
            world.ledger.meetings(in: [.planned, .announced]).first { $0.relationship == id }?.start.date)
        #expect(first >= (CivilDate("2027-01-15") ?? first) && first <= (CivilDate("2027-01-28") ?? first))
        #expect(try !carryOut(.relationship(id, .resume), in: &world, at: later).answer.accepted)
    }

    @Test func `an end by order cancels what lies behind it, and files cannot undo it`() throws {
        var (world, now) = try announcedWorld()
        let id = Relationship.ID("claire-lea")
        let day = try #require(CivilDate("2026-12-10"))
        #expect(try carryOut(.relationship(id, .end(on: day)), in: &world, at: now).answer.accepted)
        try world.wheel.adopt(world.wheel.configuration, at: now)
        let ahead = try world.ledger.meetings(in: [.planned, .announced]).filter { $0.relationship == id }
        #expect(ahead.allSatisfy { $0.start.date <= day })
        #expect(try carryOut(.relationship(id, .resume), in: &world, at: now).answer.accepted)
        #expect(try world.ledger.meetings(in: [.planned]).contains { $0.relationship == id && $0.start.date > day })
    }

    @Test func `another preference moves announced meetings only when somebody asks`() throws {
        var (world, now) = try announcedWorld()
        let id = Relationship.ID("claire-lea")
        let before = try world.ledger.meetings(in: [.announced])
        let edited = try world.edited(
            relationships: World.relationships.replacing("prefer: tue 12:00", with: "prefer: thu 18:00"))
        try world.wheel.adopt(edited, at: now)
        #expect(try world.ledger.meetings(in: [.announced]) == before)
        let (answer, mails) = try carryOut(.relationship(id, .replan), in: &world, at: now)
        #expect(answer.accepted)
        #expect(!mails.isEmpty && mails.allSatisfy { $0 == "update claire" || $0 == "update lea" })
        let moved = try world.ledger.meetings(in: [.announced]).filter { $0.relationship == id }
        #expect(moved.map(\.id).sorted() == before.filter { $0.relationship == id }.map(\.id).sorted())
        #expect(moved.contains { $0.start.date.weekday == .thursday })
        #expect(
            try world.ledger.meetings(in: [.announced]).filter { $0.relationship != id }
                == before.filter { $0.relationship != id })
    }
}

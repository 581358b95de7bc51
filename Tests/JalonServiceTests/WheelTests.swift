import CivilTime
import Foundation
import JalonService
import Ledger
import MailMessage
import Mentoring
import Testing

@Suite struct WheelTests {
    private func lines(_ mails: [OutboxEntry]) -> [String] { mails.map { "\($0.template) \($0.recipient)" } }

    private func claireAway(_ days: String) -> String {
        World.people.replacing("claire@exemple.fr,", with: "claire@exemple.fr, away: [\(days)],")
    }

    @Test func `the first turn plans a year and invites to what begins within six weeks`() throws {
        var world = try World()
        let now = try world.moment("2026-11-23T09:00")
        let next = try world.wheel.turn(at: now)
        let meetings = try world.ledger.meetings(in: [.planned, .announced])
        #expect(meetings.count >= 26)
        let announced = meetings.filter { $0.state == .announced }
        #expect(!announced.isEmpty)
        #expect(announced.allSatisfy { $0.start.date <= (CivilDate("2027-01-04") ?? $0.start.date) })
        #expect(try world.ledger.outbox().count == announced.count * 2)
        #expect(try #require(next) > now)
    }

    @Test func `what has announced a meeting is kept as sent`() throws {
        var world = try World()
        let now = try world.moment("2026-11-23T09:00")
        _ = try world.wheel.turn(at: now)
        let decided = try world.ledger.firings(of: Rule.ID("invitation")).filter { $0.firing.due <= now }
        #expect(!decided.isEmpty)
        #expect(Set(decided.map(\.outcome)) == ["sent"])
    }

    @Test func `a second turn at the same time owes nothing new`() throws {
        var world = try World()
        let now = try world.moment("2026-11-23T09:00")
        _ = try world.wheel.turn(at: now)
        let before = try world.ledger.outbox()
        _ = try world.wheel.turn(at: now)
        #expect(try world.ledger.outbox() == before)
    }

    @Test func `each meeting brings its invitation, its preparation and its reminder, once`() throws {
        var world = try World()
        let mails = try world.run(from: "2026-11-23T00:00", until: "2027-02-28T23:00")
        let held = try world.ledger.meetings(in: [.held])
        #expect(held.count >= 6)
        for meeting in held {
            let own = mails.filter { $0.meeting == meeting.id }
            #expect(own.count { $0.template == .invitation } == 2)
            #expect(own.count { $0.template == .dayBefore } == 2)
            #expect(own.count { $0.template == .prepare } == 1)
        }
    }

    @Test func `zone data that move a meeting's instant keep its wall time and tell those whom it concerns`() throws {
        var world = try World()
        try world.run(from: "2026-11-23T00:00", until: "2026-11-30T12:00")
        let announced = try world.ledger.meetings(in: [.announced])
        // As if it had been announced when the zone was thought to be an hour further west.
        var meeting = try #require(announced.first { $0.relationship.rawValue == "claire-thomas" })
        var told = try #require(try world.ledger.announcements()[meeting.id])
        let starts = meeting.starts
        meeting.starts = starts.adding(seconds: 3600)
        told.starts = meeting.starts
        let now = try world.moment("2026-11-30T13:00")
        var changes = Changes()
        changes.meetings = [meeting]
        changes.announcements = [told]
        try world.ledger.commit(changes, at: now)
        let before = try world.ledger.lastMailID()
        try world.wheel.adopt(world.wheel.configuration, at: now)
        let mails = try world.ledger.outbox(after: before)
        #expect(Set(lines(mails)) == ["update claire", "update thomas"])
        #expect(mails.allSatisfy { $0.meeting == meeting.id })
        let present = try #require(try world.ledger.meetings(in: [.announced]).first { $0.id == meeting.id })
        #expect(present.start == meeting.start)
        #expect(present.starts == starts)
        let announcement = try #require(try world.ledger.announcements()[meeting.id])
        #expect(announcement.starts == starts)
        #expect(announcement.sequence == told.sequence + 1)
    }

    @Test func `an absence moves just the meeting that it makes impossible, and tells those whom it concerns`() throws {
        var world = try World()
        try world.run(from: "2026-11-23T00:00", until: "2026-11-30T12:00")
        let announced = try world.ledger.meetings(in: [.announced])
        let hit = try #require(announced.first { $0.relationship.rawValue == "claire-thomas" })
        let now = try world.moment("2026-11-30T13:00")
        let before = try world.ledger.lastMailID()
        let edited = try world.edited(people: claireAway("\(hit.start.date)..\(hit.start.date)"))
        let consequences = try world.wheel.consequences(of: edited, at: now)
        try world.wheel.adopt(edited, at: now)
        let mails = try world.ledger.outbox(after: before)
        let touched = announced.filter { $0.start.date == hit.start.date }
        #expect(Set(mails.compactMap(\.meeting)) == Set(touched.map(\.id)))
        #expect(mails.allSatisfy { $0.template == .update })
        #expect(mails.count == touched.count * 2)
        #expect(consequences.items.count == touched.count && !consequences.needsAcceptance)
        let told = try #require(try world.ledger.announcement(of: hit.id))
        #expect(told.sequence == 1 && told.start != hit.start)
        for other in announced where other.start.date != hit.start.date {
            let after = try #require(try world.ledger.meeting(other.id))
            #expect(after.start == other.start && after.version == other.version)
        }
    }

    @Test func `a removed relationship cancels what is ahead, and asks before`() throws {
        var world = try World()
        try world.run(from: "2026-11-23T00:00", until: "2026-11-30T12:00")
        let now = try world.moment("2026-11-30T13:00")
        let lone = try #require(World.relationships.components(separatedBy: "  claire-lea:").first)
        let edited = try world.edited(relationships: lone)
        #expect(try world.wheel.consequences(of: edited, at: now).needsAcceptance)
        let ahead = try world.ledger.meetings(in: [.announced]).filter { $0.relationship.rawValue == "claire-lea" }
        #expect(!ahead.isEmpty)
        let before = try world.ledger.lastMailID()
        try world.wheel.adopt(edited, at: now)
        let mails = try world.ledger.outbox(after: before)
        #expect(mails.count == ahead.count * 2 && mails.allSatisfy { $0.template == .cancellation })
        #expect(try world.ledger.meetings(in: [.cancelled]).map(\.id) == ahead.map(\.id))
        let later = try world.run(from: "2026-11-30T13:00", until: "2027-03-31T00:00")
        #expect(!later.contains { mail in ahead.contains { $0.id == mail.meeting } })
    }

    @Test func `a meeting that moves before its invitation left is announced once, at its new time`() throws {
        var world = try World()
        let now = try world.moment("2026-11-23T09:00")
        _ = try world.wheel.turn(at: now)
        let hit = try #require(world.ledger.meetings(in: [.announced]).first)
        try world.wheel.adopt(try world.edited(people: claireAway("\(hit.start.date)..\(hit.start.date)")), at: now)
        let mails = try world.ledger.outbox().filter { $0.meeting == hit.id }
        #expect(mails.count { $0.state == .superseded } == 2)
        #expect(mails.filter { $0.state == .scheduled }.map(\.template) == [.invitation, .invitation])
    }

    @Test func `what is cancelled before its invitation left is never heard of`() throws {
        var world = try World()
        let now = try world.moment("2026-11-23T09:00")
        _ = try world.wheel.turn(at: now)
        let lone = try #require(World.relationships.components(separatedBy: "  claire-lea:").first)
        try world.wheel.adopt(try world.edited(relationships: lone), at: now)
        let mails = try world.ledger.outbox()
        let gone = Set(try world.ledger.meetings(in: [.cancelled]).map(\.id))
        #expect(!gone.isEmpty)
        #expect(mails.filter { gone.contains($0.meeting ?? Meeting.ID("")) }.allSatisfy { $0.state == .cancelled })
        #expect(!mails.contains { $0.template == .cancellation })
    }

    @Test func `a new address gets an invitation, the old one a cancellation`() throws {
        var world = try World()
        try world.run(from: "2026-11-23T00:00", until: "2026-11-30T12:00")
        let before = try world.ledger.lastMailID()
        let now = try world.moment("2026-11-30T13:00")
        let people = World.people.replacing("thomas@exemple.fr", with: "thomas.petit@exemple.fr")
        try world.wheel.adopt(try world.edited(people: people), at: now)
        let mails = try world.ledger.outbox(after: before)
        let toOld = mails.filter { $0.envelope.recipient.description == "thomas@exemple.fr" }
        let toNew = mails.filter { $0.envelope.recipient.description == "thomas.petit@exemple.fr" }
        #expect(!toOld.isEmpty && toOld.allSatisfy { $0.template == .cancellation })
        #expect(!toNew.isEmpty && toNew.allSatisfy { $0.template == .invitation })
    }

    @Test func `a week of downtime sends what is still of use, and skips the rest with its reason`() throws {
        var world = try World()
        try world.run(from: "2026-11-23T00:00", until: "2026-11-30T12:00")
        let asleep = try world.moment("2026-12-04T00:00")
        let meeting = try #require(world.ledger.meetings(in: [.announced]).first { $0.starts > asleep })
        // The machine sleeps through the reminders and wakes three hours before the meeting.
        let wakes = meeting.starts.adding(seconds: -3 * 3600)
        let before = try world.ledger.lastMailID()
        _ = try world.wheel.turn(at: wakes)
        let own = try world.ledger.outbox(after: before).filter { $0.meeting == meeting.id }
        #expect(own.map(\.template) == [.dayBefore, .dayBefore])
    }

    @Test func `an edit made while nobody ran takes effect at the first turn`() throws {
        var world = try World()
        try world.run(from: "2026-11-23T00:00", until: "2026-11-30T12:00")
        let hit = try #require(world.ledger.meetings(in: [.announced]).last)
        let edited = try world.edited(people: claireAway("\(hit.start.date)..\(hit.start.date)"))
        var later = Wheel(ledger: world.ledger, configuration: edited, source: .seeded(state: 9))
        let before = try world.ledger.lastMailID()
        _ = try later.turn(at: try world.moment("2026-11-30T13:00"))
        let told = try world.ledger.outbox(after: before).filter { $0.meeting == hit.id }
        #expect(told.map(\.template) == [.update, .update])
    }

    @Test func `nothing is sent twice after a crash between any two turns`() throws {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).sqlite").path
        var world = try World(ledger: Ledger.open(path: path))
        try world.run(from: "2026-11-23T00:00", until: "2026-12-20T00:00")
        let keys = try world.ledger.outbox().map(\.key)
        var again = try World(ledger: Ledger.open(path: path))
        _ = try again.wheel.turn(at: try again.moment("2026-12-20T00:00"))
        #expect(try again.ledger.outbox().map(\.key) == keys)
    }
}

import CivilTime
import ICalendar
import Testing

/// Messages fall out of comparing what was announced with what is true now.
struct ChangeTests {
    private let later = SampleEvents.later

    private func change(
        _ edit: (inout Event) throws -> Void, announcedStart: Instant? = nil
    ) throws -> (old: Event, change: Change) {
        let old = try SampleEvents.announced()
        var new = old
        try edit(&new)
        return (old, changes(from: old, to: new, at: later, announcedStart: announcedStart))
    }

    @Test func `a new meeting is an invitation to all, with its SEQUENCE, and nobody has answered`() throws {
        var meeting = try SampleEvents.meeting()
        meeting.attendees[0].participation = .declined
        let change = changes(from: nil, to: meeting, at: later)
        let message = try #require(change.messages.first)
        #expect(change.messages.count == 1)
        #expect(message.method == .request)
        #expect(message.reason == .invited)
        #expect(message.recipients == [SampleEvents.claire.address, SampleEvents.thomas.address])
        #expect(change.sequence == 0)
        #expect(change.event == message.event)
        #expect(change.event?.attendees.map(\.participation) == [.needsAction, .needsAction])
        #expect(change.event?.stamp == later)
        #expect(change.event?.created == SampleEvents.now)
    }

    @Test func `a meeting that has not changed causes no mail and keeps its stamps`() throws {
        let (old, change) = try change {
            $0.sequence = 7
            $0.stamp = later
            $0.created = later
            $0.lastModified = later
            $0.attendees.reverse()
            $0.attendees[0].rsvp = false
            $0.alarms = [Alarm(minutesBefore: 5, description: "")]
            $0.comment = "?"
        }
        #expect(change.messages.isEmpty)
        #expect(change.sequence == old.sequence)
        #expect(change.event?.stamp == old.stamp)
        #expect(change.event?.created == old.created)
        #expect(change.event?.lastModified == old.lastModified)
    }

    @Test(arguments: [ParticipationStatus.accepted, .declined, .tentative, .delegated])
    func `an answer is kept and causes no mail`(_ answer: ParticipationStatus) throws {
        let (_, change) = try change { $0.attendees[1].participation = answer }
        #expect(change.messages.isEmpty)
        #expect(change.event?.attendees.map(\.participation) == [.accepted, answer])
    }

    enum Edit: String, CaseIterable {
        case start, end, zone, location, conference, noConference, status
        case summary, description, transparency, classification, role, name, userType

        var raisesSequence: Bool {
            switch self {
            case .start, .end, .zone, .location, .conference, .noConference, .status: true
            case .summary, .description, .transparency, .classification, .role, .name, .userType: false
            }
        }

        var asksAgain: Bool { [.start, .end, .zone].contains(self) }

        func make(_ event: inout Event) throws {
            switch self {
            case .start: event.start = event.start.adding(seconds: -1800)
            case .end: event.end = event.end.adding(seconds: 1800)
            case .zone: event.zone = try SampleZones.tokyo()
            case .location: event.location = nil
            case .conference: event.conference = "https://visio.exemple.fr/autre"
            case .noConference: event.conference = nil
            case .status: event.status = .tentative
            case .summary: event.summary = "Point d'étape"
            case .description: event.description = ""
            case .transparency: event.transparency = .transparent
            case .classification: event.classification = .private
            case .role: event.attendees[0].role = .optional
            case .name: event.attendees[1].name = "Thomas"
            case .userType: event.attendees[1].userType = .group
            }
        }
    }

    @Test(arguments: Edit.allCases)
    func `a change is one update to all`(_ edit: Edit) throws {
        let (old, change) = try change(edit.make)
        let message = try #require(change.messages.first)
        #expect(change.messages.count == 1)
        #expect(message.method == .request)
        #expect(message.reason == (edit.asksAgain ? .timeChanged : .updated))
        #expect(message.recipients.count == 2)
        #expect(change.sequence == old.sequence + (edit.raisesSequence ? 1 : 0))
        #expect(message.event.sequence == change.sequence)
        #expect(message.event.attendees[0].participation == (edit.asksAgain ? .needsAction : .accepted))
        #expect(message.event.stamp == later)
        #expect(message.event.lastModified == later)
        #expect(message.event.created == old.created)
        #expect(change.event == message.event)
    }

    @Test func `another name for the same zone raises SEQUENCE and keeps the answers`() throws {
        let (_, change) = try change { $0.zone = try SampleZones.zone("Europe/Monaco", "CET-1CEST,M3.5.0,M10.5.0/3") }
        #expect(change.sequence == 1)
        #expect(change.messages.map(\.reason) == [.updated])
        #expect(change.event?.attendees[0].participation == .accepted)
    }

    @Test func `a wall time that a new tzdata moves is a new time`() throws {
        let before = try SampleEvents.announced().span.start.adding(seconds: 3600)
        let (old, change) = try change({ _ in }, announcedStart: before)
        #expect(change.sequence == 1)
        #expect(change.messages.map(\.reason) == [.timeChanged])
        #expect(change.event?.start == old.start)
        #expect(change.event?.attendees[0].participation == .needsAction)
    }

    @Test func `an instant that is still the announced one changes nothing`() throws {
        let (_, change) = try change({ _ in }, announcedStart: SampleEvents.announced().span.start)
        #expect(change.messages.isEmpty)
    }

    @Test func `somebody more is an invitation to them and an update to the others, without a new SEQUENCE`() throws {
        let (old, change) = try change { $0.attendees.insert(SampleEvents.amina, at: 0) }
        #expect(change.sequence == old.sequence)
        #expect(change.messages.map(\.reason) == [.invited, .updated])
        #expect(change.messages.map(\.method) == [.request, .request])
        #expect(
            change.messages.map(\.recipients) == [
                [SampleEvents.amina.address], [SampleEvents.claire.address, SampleEvents.thomas.address],
            ])
        #expect(change.event?.attendees.map(\.participation) == [.needsAction, .accepted, .needsAction])
    }

    @Test func `somebody less is a cancellation to them and an update to the others, with one new SEQUENCE`() throws {
        let (old, change) = try change { $0.attendees.removeLast() }
        #expect(change.sequence == old.sequence + 1)
        #expect(change.messages.map(\.method) == [.cancel, .request])
        #expect(change.messages.map(\.reason) == [.removed, .updated])
        #expect(change.messages.map(\.recipients) == [[SampleEvents.thomas.address], [SampleEvents.claire.address]])
        #expect(change.messages.map(\.event.sequence) == [1, 1])
    }

    @Test func `a removal tells the last announced time, not the new one`() throws {
        let (old, change) = try change {
            $0.attendees.removeLast()
            $0.start = $0.start.adding(seconds: 600)
        }
        #expect(change.messages.map(\.reason) == [.removed, .timeChanged])
        #expect(change.messages.first?.event.start == old.start)
        #expect(change.sequence == 1)
    }

    @Test func `a changed address is somebody else`() throws {
        let (_, change) = try change { $0.attendees[0].address = "claire@example.org" }
        #expect(change.messages.map(\.reason) == [.removed, .invited, .updated])
        #expect(change.messages.first?.recipients == [SampleEvents.claire.address])
        #expect(change.event?.attendees[0].participation == .needsAction)
        #expect(change.sequence == 1)
    }

    @Test func `an address in other letters is the same address`() throws {
        let (_, change) = try change { $0.attendees[0].address = "Claire.Lefevre@Exemple.FR" }
        #expect(change.messages.isEmpty)
        #expect(change.event?.attendees[0].participation == .accepted)
    }

    @Test func `what is announced keeps its UID and its organizer`() throws {
        let (old, change) = try change {
            $0.uid = "autre@exemple.fr"
            $0.organizer = Organizer(name: "Neuf", address: "neuf@exemple.fr")
            $0.summary = "Point d'étape"
        }
        #expect(change.event?.uid == old.uid)
        #expect(change.messages.map(\.event.organizer) == [old.organizer])
    }

    @Test func `a new mailbox alone is no news`() throws {
        let (_, change) = try change { $0.organizer = Organizer(name: "Neuf", address: "neuf@exemple.fr") }
        #expect(change.messages.isEmpty)
    }

    enum End: CaseIterable {
        case gone, cancelled, deserted

        func now() throws -> Event? {
            var event = try SampleEvents.announced()
            event.start = event.start.adding(seconds: 60)
            switch self {
            case .gone: return nil
            case .cancelled: event.status = .cancelled
            case .deserted: event.attendees = []
            }
            return event
        }
    }

    @Test(arguments: End.allCases)
    func `the end of a meeting is a cancellation to all, with the last announced times`(_ end: End) throws {
        let old = try SampleEvents.announced()
        let change = changes(from: old, to: try end.now(), at: later, comment: "Annulé")
        let message = try #require(change.messages.first)
        #expect(change.messages.count == 1)
        #expect(message.method == .cancel)
        #expect(message.reason == .cancelled)
        #expect(message.recipients == [SampleEvents.claire.address, SampleEvents.thomas.address])
        #expect(message.event.status == .cancelled)
        #expect(message.event.start == old.start)
        #expect(message.event.sequence == 1)
        #expect(message.event.comment == "Annulé")
        #expect(change.sequence == 1)
        #expect(change.event == nil)
    }

    @Test func `a cancelled meeting's own comment is its reason`() throws {
        var cancelled = try SampleEvents.announced()
        cancelled.status = .cancelled
        cancelled.comment = "Grève"
        let change = changes(from: try SampleEvents.announced(), to: cancelled, at: later)
        #expect(change.messages.first?.event.comment == "Grève")
    }

    @Test func `a meeting that comes back is an invitation above its cancellation`() throws {
        let cancellation = changes(from: try SampleEvents.announced(), to: nil, at: later)
        let cancelled = try #require(cancellation.messages.first?.event)
        let change = changes(from: cancelled, to: try SampleEvents.meeting(), at: later)
        #expect(change.sequence == cancellation.sequence + 1)
        #expect(change.messages.map(\.reason) == [.invited])
        #expect(change.event?.status == .confirmed)
    }

    @Test func `nothing after nothing is nothing, and the SEQUENCE is not lost`() throws {
        var cancelled = try SampleEvents.announced()
        cancelled.status = .cancelled
        cancelled.sequence = 4
        let change = changes(from: cancelled, to: nil, at: later)
        #expect(change.messages.isEmpty)
        #expect(change.event == nil)
        #expect(change.sequence == 4)
        #expect(changes(from: nil, to: nil, at: later).messages.isEmpty)
    }
}

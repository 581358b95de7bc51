import CivilTime
import ICalendar
import Testing

/// Every change that a meeting can meet, alone and with others: who is told what; RFC 5546 section 3.2.
struct CombinationTests {
    enum Edit: String, CaseIterable {
        case time, place, title, added, removed, renamed, otherAddress, otherMailbox, answered

        func make(_ event: inout Event) {
            switch self {
            case .time:
                event.start = event.start.adding(seconds: 86_400)
                event.end = event.end.adding(seconds: 86_400)
            case .place: event.location = "Salle Éole"
            case .title: event.summary = "Point d'étape"
            case .added: event.attendees.append(SampleEvents.amina)
            case .removed: event.attendees.removeAll { $0.address == CombinationTests.zoe.address }
            case .renamed:
                for index in event.attendees.indices where event.attendees[index].name == "Claire Lefèvre" {
                    event.attendees[index].name = "Claire Le Fèvre"
                }
            case .otherAddress:
                for index in event.attendees.indices where event.attendees[index].address == "thomas@exemple.fr" {
                    event.attendees[index].address = "thomas@example.org"
                }
            case .otherMailbox: event.organizer = Organizer(name: "Neuf", address: "neuf@exemple.fr")
            case .answered:
                for index in event.attendees.indices where event.attendees[index].address == "zoe@example.org" {
                    event.attendees[index].participation = .tentative
                }
            }
        }
    }

    static let zoe = Attendee(address: "zoe@example.org", name: "Zoé")

    /// Claire, who has accepted, Thomas, who has declined, and Zoé, who has said nothing.
    private static func announced() throws -> Event {
        var meeting = try SampleEvents.meeting()
        meeting.attendees.append(zoe)
        meeting.sequence = 4
        var event = try #require(changes(from: nil, to: meeting, at: SampleEvents.now).event)
        event.attendees[0].participation = .accepted
        event.attendees[1].participation = .declined
        return event
    }

    /// Every set of edits.
    static let sets: [[Edit]] = (0..<(1 << Edit.allCases.count)).map { bits in
        Edit.allCases.enumerated().filter { bits & (1 << $0.offset) != 0 }.map(\.element)
    }

    @Test(arguments: sets)
    func `what is told, and to whom, follows from what has changed`(_ edits: [Edit]) throws {
        let old = try Self.announced()
        var new = old
        for edit in edits {
            edit.make(&new)
        }
        let change = changes(from: old, to: new, at: SampleEvents.later, comment: "Parce que")
        let has = Set(edits).contains

        let left = (has(.otherAddress) ? ["thomas@exemple.fr"] : []) + (has(.removed) ? ["zoe@example.org"] : [])
        let joined =
            (has(.otherAddress) ? ["thomas@example.org"] : []) + (has(.added) ? [SampleEvents.amina.address] : [])
        let stayed =
            [SampleEvents.claire.address] + (has(.otherAddress) ? [] : ["thomas@exemple.fr"])
            + (has(.removed) ? [] : ["zoe@example.org"])
        let isTold = edits.contains { ![.otherMailbox, .answered].contains($0) }
        let raises = has(.time) || has(.place) || !left.isEmpty

        func recipients(_ reason: SchedulingMessage.Reason) -> [String] {
            change.messages.filter { $0.reason == reason }.flatMap(\.recipients)
        }
        #expect(recipients(.removed) == left)
        #expect(recipients(.invited) == joined)
        #expect(recipients(.timeChanged) == (has(.time) ? stayed : []))
        #expect(recipients(.updated) == (isTold && !has(.time) ? stayed : []))
        #expect(recipients(.cancelled) == [])
        #expect(change.sequence == old.sequence + (raises ? 1 : 0))
        #expect(change.messages.allSatisfy { $0.event.sequence == change.sequence })
        #expect(change.messages.allSatisfy { $0.event.organizer == old.organizer && $0.event.uid == old.uid })
        #expect(change.messages.filter { $0.method == .cancel }.allSatisfy { $0.event.start == old.start })
        #expect(change.event?.stamp == (isTold ? SampleEvents.later : old.stamp))

        for attendee in try #require(change.event).attendees {
            let asked = has(.time) || joined.contains(attendee.address)
            let answer: ParticipationStatus =
                switch attendee.address {
                case _ where asked: .needsAction
                case SampleEvents.claire.address: .accepted
                case "thomas@exemple.fr": .declined
                case "zoe@example.org" where has(.answered): .tentative
                default: .needsAction
                }
            #expect(attendee.participation == answer, "\(attendee.address)")
            #expect(attendee.rsvp == (attendee.address != SampleEvents.amina.address))
        }
        for message in change.messages {
            let recipient = try #require(message.recipients.last)
            let bytes = message.serialized(for: recipient)
            #expect(CalendarLinter.lint(bytes: bytes, method: message.method, recipient: recipient) == [])
        }
    }

    @Test(arguments: sets)
    func `who is told nothing more is where everybody is`(_ edits: [Edit]) throws {
        let old = try Self.announced()
        var new = old
        for edit in edits {
            edit.make(&new)
        }
        let change = changes(from: old, to: new, at: SampleEvents.later)
        let again = changes(from: change.event, to: new, at: SampleEvents.later.adding(seconds: 60))
        #expect(again.messages == [])
        #expect(again.sequence == change.sequence)
    }

    @Test(arguments: [Edit.title, .renamed, .otherMailbox])
    func `words of the organizer do not ask again`(_ edit: Edit) throws {
        let old = try Self.announced()
        var new = old
        edit.make(&new)
        for index in new.attendees.indices {
            new.attendees[index].participation = .needsAction
        }
        let change = changes(from: old, to: new, at: SampleEvents.later)
        #expect(change.sequence == old.sequence)
        #expect(change.event?.attendees.map(\.participation) == [.accepted, .declined, .needsAction])
        #expect(change.messages.count == (edit == .otherMailbox ? 0 : 1))
        for message in change.messages {
            let text = String(decoding: message.serialized(for: SampleEvents.claire.address), as: UTF8.self)
                .replacing("\r\n ", with: "")
            #expect(text.contains("PARTSTAT=ACCEPTED;RSVP=TRUE;CN=Claire"))
            #expect(text.contains("SEQUENCE:4"))
        }
    }

    @Test(arguments: [[Edit](), [.title], [.place], [.removed, .added]])
    func `an instant that a new tzdata moves asks everybody again, whatever else is new`(_ edits: [Edit]) throws {
        let old = try Self.announced()
        var new = old
        for edit in edits {
            edit.make(&new)
        }
        let change = changes(
            from: old, to: new, at: SampleEvents.later, announcedStart: old.span.start.adding(seconds: -3600))
        #expect(change.messages.last?.reason == .timeChanged)
        #expect(change.sequence == old.sequence + 1)
        #expect(change.event?.start == old.start)
        #expect(change.event?.attendees.allSatisfy { $0.participation == .needsAction } == true)
    }

    @Test func `somebody who takes another's place is invited, and the other is told`() throws {
        let old = try Self.announced()
        var new = old
        new.attendees[1] = Attendee(address: "paul@exemple.fr", name: "Thomas N'Diaye")
        let change = changes(from: old, to: new, at: SampleEvents.later)
        #expect(
            change.messages.map(\.recipients) == [
                ["thomas@exemple.fr"], ["paul@exemple.fr"], [SampleEvents.claire.address, "zoe@example.org"],
            ])
        #expect(change.messages.map(\.method) == [.cancel, .request, .request])
        #expect(change.sequence == 5)
    }

    @Test func `when nobody stays, all are told that they are not expected, and the new ones are invited`() throws {
        let old = try Self.announced()
        var new = old
        new.attendees = [SampleEvents.amina]
        let change = changes(from: old, to: new, at: SampleEvents.later)
        #expect(change.messages.map(\.reason) == [.removed, .invited])
        #expect(change.messages.first?.recipients.count == 3)
    }

    @Test func `a meeting that comes back after a cancellation asks everybody, above every SEQUENCE before`() throws {
        let old = try Self.announced()
        let off = changes(from: old, to: nil, at: SampleEvents.later)
        let cancelled = try #require(off.messages.first?.event)
        let back = changes(from: cancelled, to: old, at: SampleEvents.later.adding(seconds: 60))
        #expect([old.sequence, off.sequence, back.sequence] == [4, 5, 6])
        #expect(back.messages.map(\.reason) == [.invited])
        #expect(back.event?.attendees.allSatisfy { $0.participation == .needsAction } == true)
    }
}

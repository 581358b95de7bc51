import CivilTime
import ICalendar
import Testing

/// What each change looks like on the wire.
struct SchedulingMessageTests {
    private func text(_ bytes: [UInt8]) throws -> String {
        let text = try #require(String(validating: bytes, as: UTF8.self))
        return text.split(separator: "\r\n", omittingEmptySubsequences: false).dropLast().joined(separator: "\n")
    }

    private func message(
        from old: Event?, to new: Event?, _ reason: SchedulingMessage.Reason, comment: String? = nil
    ) throws -> SchedulingMessage {
        let instant = old == nil ? SampleEvents.now : SampleEvents.later
        let change = changes(from: old, to: new, at: instant, comment: comment)
        return try #require(change.messages.first { $0.reason == reason })
    }

    @Test func `an invitation is written byte for byte`() throws {
        let message = try message(from: nil, to: SampleEvents.meeting(), .invited)
        #expect(try text(message.serialized(for: SampleEvents.claire.address)) == Golden.request)
    }

    @Test func `a zone that no VTIMEZONE can describe is sent in UTC`() throws {
        let meeting = try SampleEvents.meeting(in: SampleZones.nuuk())
        let message = try message(from: nil, to: meeting, .invited)
        #expect(try text(message.serialized(for: SampleEvents.thomas.address)) == Golden.requestInUTC)
    }

    @Test func `a newcomer is invited with the others' answers`() throws {
        var wider = try SampleEvents.announced()
        wider.attendees.append(SampleEvents.amina)
        let message = try message(from: SampleEvents.announced(), to: wider, .invited)
        #expect(message.recipients == [SampleEvents.amina.address])
        #expect(try text(message.serialized(for: SampleEvents.amina.address)) == Golden.requestToNewcomer)
    }

    @Test func `a new time asks everybody again`() throws {
        var moved = try SampleEvents.announced()
        moved.start = try #require(LocalDateTime("2026-12-10T18:00"))
        moved.end = try #require(LocalDateTime("2026-12-10T19:00"))
        let message = try message(from: SampleEvents.announced(), to: moved, .timeChanged)
        #expect(try text(message.serialized(for: SampleEvents.thomas.address)) == Golden.updateOfTime)
    }

    @Test func `new words keep SEQUENCE and the answers`() throws {
        var reworded = try SampleEvents.announced()
        reworded.description = "Une phrase seulement."
        let message = try message(from: SampleEvents.announced(), to: reworded, .updated)
        #expect(try text(message.serialized(for: SampleEvents.thomas.address)) == Golden.updateOfText)
    }

    @Test func `a cancellation gives its reason and asks nothing`() throws {
        let comment = "Claire est souffrante ; une autre date suivra,\nbientôt."
        let message = try message(from: SampleEvents.announced(), to: nil, .cancelled, comment: comment)
        #expect(try text(message.serialized(for: SampleEvents.thomas.address)) == Golden.cancelToAll)
    }

    @Test func `a removal names only who is removed, and leaves the meeting its status`() throws {
        var wider = try SampleEvents.announced()
        wider.attendees.append(SampleEvents.amina)
        let message = try message(from: wider, to: SampleEvents.announced(), .removed, comment: "À une autre fois")
        #expect(message.recipients == [SampleEvents.amina.address])
        #expect(try text(message.serialized(for: SampleEvents.amina.address)) == Golden.cancelToRemoved)
    }

    @Test func `those who stay are told that somebody left`() throws {
        var wider = try SampleEvents.announced()
        wider.attendees.append(SampleEvents.amina)
        let message = try message(from: wider, to: SampleEvents.announced(), .updated)
        #expect(try text(message.serialized(for: SampleEvents.claire.address)) == Golden.updateAfterRemoval)
    }

    @Test func `two who are removed do not see one another`() throws {
        var wider = try SampleEvents.announced()
        wider.attendees += [SampleEvents.amina, Attendee(address: "zoe@example.org", name: "Zoé")]
        let message = try message(from: wider, to: SampleEvents.announced(), .removed)
        #expect(message.recipients == [SampleEvents.amina.address, "zoe@example.org"])
        #expect(try !text(message.serialized(for: "zoe@example.org")).contains("Amina"))
    }

    @Test func `the link is the place when there is no other, and goes with a cancellation`() throws {
        var meeting = try SampleEvents.announced()
        meeting.location = nil
        let request = try message(from: nil, to: meeting, .invited).serialized(for: SampleEvents.claire.address)
        let cancel = try message(from: meeting, to: nil, .cancelled).serialized(for: SampleEvents.claire.address)
        #expect(try text(request).contains("LOCATION:https://visio.exemple.fr/s/7f3a?lang=fr\\,en\\;x=1"))
        #expect(try !text(cancel).contains("visio.exemple.fr"))
    }

    @Test func `an attendee who is listed twice is written and addressed once`() throws {
        var meeting = try SampleEvents.meeting()
        meeting.attendees.append(Attendee(address: "Claire.Lefevre@exemple.fr", name: "Claire"))
        let message = try message(from: nil, to: meeting, .invited)
        #expect(message.recipients == [SampleEvents.claire.address, SampleEvents.thomas.address])
        let lines = try text(message.serialized(for: "thomas@exemple.fr")).split(separator: "\n")
        #expect(lines.filter { $0.hasPrefix("ATTENDEE") }.count == 2)
    }

    @Test func `a programme that says so marks its meetings as private`() throws {
        var meeting = try SampleEvents.meeting()
        meeting.classification = .private
        let bytes = try message(from: nil, to: meeting, .invited).serialized(for: SampleEvents.claire.address)
        #expect(try text(bytes).contains("\nCLASS:PRIVATE\n"))
    }

    @Test func `alarms stay out of messages`() throws {
        var meeting = try SampleEvents.meeting()
        meeting.alarms = [Alarm(minutesBefore: 10, description: "Bientôt")]
        let bytes = try message(from: nil, to: meeting, .invited).serialized(for: SampleEvents.claire.address)
        #expect(try !text(bytes).contains("VALARM"))
    }
}

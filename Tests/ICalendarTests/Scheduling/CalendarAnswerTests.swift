import CivilTime
import ICalendar
import Testing

/// Answers as calendars send them.
@Suite struct CalendarAnswerTests {
    private func answer(_ lines: String..., method: String? = "REPLY", events: Int = 1) throws(AnswerFault)
        -> CalendarAnswer
    {
        var text = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" + (method.map { "METHOD:\($0)\r\n" } ?? "")
        for _ in 0..<events {
            text += "BEGIN:VEVENT\r\n" + lines.map { $0 + "\r\n" }.joined() + "END:VEVENT\r\n"
        }
        text += "END:VCALENDAR\r\n"
        return try CalendarAnswer(CalendarStream.parse(Array(text.utf8)).calendars[0])
    }

    private static let uid = "UID:m-1@exemple.fr"
    private static let claire = "ATTENDEE;PARTSTAT=ACCEPTED:mailto:claire@exemple.fr"

    @Test func `a reply says who answers what, and to which invitation`() throws {
        let reply = try answer(Self.uid, "SEQUENCE:2", "DTSTAMP:20261201T090000Z", Self.claire)
        #expect(reply.kind == .reply && reply.uid == "m-1@exemple.fr" && reply.sequence == 2)
        #expect(reply.stamp?.description == "2026-12-01T09:00:00Z")
        #expect(reply.attendee?.address == "claire@exemple.fr" && reply.attendee?.participation == .accepted)
    }

    @Test func `what answers nothing is passed over`() throws {
        let reply = try answer(
            Self.uid, "RRULE:FREQ=DAILY", "X-MICROSOFT-CDO-BUSYSTATUS:BUSY",
            "ATTENDEE;PARTSTAT=declined;CN=\"Durand, C.\":MAILTO:Claire%40exemple.fr",
            "BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:-PT15M", "END:VALARM")
        #expect(reply.sequence == 0 && reply.stamp == nil)
        #expect(reply.attendee?.address == "Claire@exemple.fr" && reply.attendee?.participation == .declined)
    }

    @Test func `several attendees are nobody in particular`() throws {
        let reply = try answer(Self.uid, Self.claire, "ATTENDEE;PARTSTAT=ACCEPTED:mailto:thomas@exemple.fr")
        #expect(reply.attendee == nil && reply.attendees.count == 2)
    }

    @Test func `a proposal and a question are told apart from a reply`() throws {
        #expect(try answer(Self.uid, Self.claire, method: "counter").kind == .counter)
        #expect(try answer(Self.uid, Self.claire, method: "REFRESH").kind == .refresh)
    }

    @Test func `what is no answer says why`() {
        #expect(throws: AnswerFault.noAnswer(method: "REQUEST")) {
            try answer(Self.uid, Self.claire, method: "REQUEST")
        }
        #expect(throws: AnswerFault.noAnswer(method: nil)) { try answer(Self.uid, Self.claire, method: nil) }
        #expect(throws: AnswerFault.events(2)) { try answer(Self.uid, Self.claire, events: 2) }
        #expect(throws: AnswerFault.events(0)) { try answer(Self.uid, events: 0) }
        #expect(throws: AnswerFault.noUID) { try answer(Self.claire) }
    }
}

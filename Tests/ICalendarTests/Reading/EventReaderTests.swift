import CivilTime
import ICalendar
import Testing

/// Messages and events as values again.
struct EventReaderTests {
    private func message(_ lines: String..., method: String = "METHOD:REQUEST") throws -> SchedulingMessage {
        let text = (["BEGIN:VCALENDAR", method, "BEGIN:VEVENT"] + lines + ["END:VEVENT", "END:VCALENDAR"])
            .joined(separator: "\n")
        let calendar = try #require(CalendarStream.parse(Array(text.utf8)).calendars.first)
        let paris = try SampleZones.paris()
        return try SchedulingMessage(calendar, floating: paris) { $0 == "Europe/Paris" ? paris : nil }
    }

    @Test func `what an event does not say is as the RFC has it`() throws {
        let message = try message(
            "UID:1", "ORGANIZER:mailto:mentorat@exemple.fr", "DTSTART:20261203T173000Z", "DURATION:PT1H",
            "ATTENDEE:MAILTO:claire@exemple.fr")
        #expect(message.method == .request)
        let event = message.event
        #expect(event.sequence == 0 && event.summary.isEmpty && event.location == nil && event.conference == nil)
        #expect(event.status == .confirmed && event.transparency == .opaque && event.classification == .public)
        #expect(event.zone == .utc && event.end == LocalDateTime("2026-12-03T18:30"))
        #expect(event.organizer == Organizer(name: "", address: "mentorat@exemple.fr"))
        #expect(
            event.attendees == [
                Attendee(address: "claire@exemple.fr", name: "", participation: .needsAction, rsvp: false)
            ])
    }

    @Test func `an answer from Outlook is read`() throws {
        let message = try message(
            "ATTENDEE;PARTSTAT=ACCEPTED;CN=Claire Petit:mailto:Claire@Exemple.fr", "UID:1",
            "ORGANIZER:invalid:nomail", "SUMMARY;LANGUAGE=fr-FR:Accepté: Rencontre",
            "DTSTART;TZID=Romance Standard Time:20261203T183000", "DTEND;TZID=Romance Standard Time:20261203T193000",
            "SEQUENCE:2", "X-MICROSOFT-CDO-BUSYSTATUS:BUSY", method: "METHOD:reply")
        #expect(message.method == .reply)
        #expect(message.event.attendees.map(\.participation) == [.accepted])
        #expect(message.event.zone.name == "Europe/Paris")
        #expect(message.event.sequence == 2)
        #expect(message.event.organizer.address == "invalid:nomail")
    }

    @Test(
        arguments: [
            (["UID:1", "ORGANIZER:mailto:a@exemple.fr"], .missingProperty("DTSTART", component: "VEVENT")),
            (["UID:1", "DTSTART:20261203T173000Z"], .missingProperty("ORGANIZER", component: "VEVENT")),
            (["ORGANIZER:mailto:a@x.fr", "DTSTART:20261203T173000Z"], .missingProperty("UID", component: "VEVENT")),
            (["UID:1", "DTSTART:demain"], .badValue("demain", property: "DTSTART")),
        ] as [([String], Fault.Reason)])
    func `an event that lacks what it cannot be without is a fault`(_ lines: [String], _ reason: Fault.Reason) throws {
        let file = ["BEGIN:VCALENDAR", "BEGIN:VEVENT"] + lines + ["END:VEVENT", "END:VCALENDAR"]
        let text = file.joined(separator: "\n")
        let calendar = try #require(CalendarStream.parse(Array(text.utf8)).calendars.first)
        let event = try #require(calendar.components.first)
        #expect {
            try Event(event, in: calendar, floating: .utc) { _ in nil }
        } throws: { error in
            (error as? Fault)?.reason == reason
        }
    }
}

import ICalendar

extension CalendarLinterTests.Mutation {
    private static func published(_ kind: Complaint.Kind, _ find: String, _ replacement: String) -> Self {
        Self(kind, Golden.published, nil, find, replacement)
    }

    private static func cancel(_ kind: Complaint.Kind, _ find: String, _ replacement: String) -> Self {
        Self(kind, Golden.cancelToAll, .cancel, find, replacement)
    }

    private static func inUTC(_ kind: Complaint.Kind, _ find: String, _ replacement: String) -> Self {
        Self(kind, Golden.requestInUTC, .request, find, replacement)
    }

    static let ofLines: [Self] = [
        Self(.lineEnd, "VERSION:2.0\r\n", "VERSION:2.0\n"),
        Self(.lineEnd, "VERSION:2.0\r\n", "VERSION:2.0\r"),
        Self(.lineEnd, "END:VCALENDAR\r\n", "END:VCALENDAR"),
        Self(.emptyLine, "VERSION:2.0\r\n", "VERSION:2.0\r\n\r\n"),
        Self(.longLine(octets: 76), "RSVP=\r\n TRUE", "RSVP=T\r\n RUE"),
    ]

    private static let head = "VERSION:2.0\r\nPRODID:x\r\nCALSCALE:GREGORIAN\r\n"
    private static let event = """
        BEGIN:VEVENT\r\nUID:2\r\nSEQUENCE:0\r\nDTSTAMP:20261122T100000Z\r\nDTSTART:20261203T173000Z\r
        DTEND:20261203T183000Z\r\nSUMMARY:Deux\r\nORGANIZER:mailto:mentorat@exemple.fr\r
        ATTENDEE:mailto:claire@exemple.fr\r\nSTATUS:CONFIRMED\r\nEND:VEVENT\r\n
        """

    static let ofStructure: [Self] = [
        Self(.malformed(.notAProperty("TRANSP OPAQUE")), "TRANSP:OPAQUE", "TRANSP OPAQUE"),
        Self(.malformed(.missingEnd("VEVENT")), "END:VEVENT\r\n", ""),
        published(.calendarCount(2), "BEGIN:V", "BEGIN:VCALENDAR\r\n\(head)END:VCALENDAR\r\nBEGIN:V"),
        Self(.eventCount(2), "END:VEVENT\r\n", "END:VEVENT\r\n\(event)"),
        Self(.headOrder, "VERSION:2.0\r\nPRODID:-//Jalon//Jalon 0.1//EN\r\n", "PRODID:x\r\nVERSION:2.0\r\n"),
        Self(.headOrder, "CALSCALE:GREGORIAN\r\n", ""),
        Self(.method(expected: "REQUEST", found: "CANCEL"), "METHOD:REQUEST", "METHOD:CANCEL"),
        Self(.method(expected: "REQUEST", found: "request"), "METHOD:REQUEST", "METHOD:request"),
        published(.method(expected: nil, found: "PUBLISH"), "NAME:", "METHOD:PUBLISH\r\nNAME:"),
        Self(.forbidden("X-WR-CALNAME"), "BEGIN:VTIMEZONE", "X-WR-CALNAME:x\r\nBEGIN:VTIMEZONE"),
        published(.propertyAfterComponent("COMMENT"), "END:VALARM\r\n", "END:VALARM\r\nCOMMENT:x\r\n"),
        inUTC(.zoneAfterEvent, "END:VEVENT\r\n", "END:VEVENT\r\nBEGIN:VTIMEZONE\r\nTZID:x\r\nEND:VTIMEZONE\r\n"),
    ]

    static let ofEvents: [Self] = [
        Self(.repeated("SUMMARY"), "SUMMARY:", "SUMMARY:Un\r\nSUMMARY:"),
        Self(.forbidden("RRULE"), "SUMMARY:", "RRULE:FREQ=WEEKLY\r\nSUMMARY:"),
        Self(.forbidden("RECURRENCE-ID"), "SUMMARY:", "RECURRENCE-ID:20261203T173000Z\r\nSUMMARY:"),
        Self(.forbidden("DURATION"), "SUMMARY:", "DURATION:PT1H\r\nSUMMARY:"),
        Self(.forbidden("REQUEST-STATUS"), "SUMMARY:", "REQUEST-STATUS:2.0;Success\r\nSUMMARY:"),
        Self(.forbidden("X-WR-ALARMUID"), "SUMMARY:", "X-WR-ALARMUID:x\r\nSUMMARY:"),
        Self(
            .forbidden("X-MICROSOFT-CDO-APPT-SEQUENCE"), "SUMMARY:", "X-MICROSOFT-CDO-APPT-SEQUENCE:0\r\nSUMMARY:"),
        cancel(.forbidden("CONFERENCE"), "STATUS:", "CONFERENCE;VALUE=URI:https://exemple.fr\r\nSTATUS:"),
        cancel(.forbiddenParameter("RSVP", property: "ATTENDEE"), "ROLE=", "RSVP=TRUE;\r\n ROLE="),
        cancel(.forbiddenParameter("PARTSTAT", property: "ATTENDEE"), "ROLE=", "PARTSTAT=ACCEPTED;\r\n ROLE="),
        published(.forbidden("ATTENDEE"), "STATUS:", "ATTENDEE:mailto:claire@exemple.fr\r\nSTATUS:"),
        Self(.badValue(property: "DTSTAMP"), "DTSTAMP:20261122T100000Z", "DTSTAMP:20261122T100000"),
        Self(.badValue(property: "CREATED"), "CREATED:20261122T100000Z", "CREATED:hier"),
        Self(.badValue(property: "SEQUENCE"), "SEQUENCE:0", "SEQUENCE:-1"),
        Self(.badValue(property: "ORGANIZER"), "mailto:mentorat", "mentorat"),
        Self(.badValue(property: "ATTENDEE"), "Lefèvre:mailto:claire.lefevre@", "Lefèvre:mailto:claire.lefevre"),
        Self(.badValue(property: "CONFERENCE"), "VALUE=URI", "VALUE=URL"),
        Self(.unescapedText(property: "LOCATION"), "Préau »\\,", "Préau »,"),
        Self(.unescapedText(property: "DESCRIPTION"), "petites \\;", "petites ;"),
        Self(.unescapedText(property: "SUMMARY"), "Thomas et", "Thomas \\ et"),
        Self(.status("CANCELLED"), "STATUS:CONFIRMED", "STATUS:CANCELLED"),
        Self(.status("SURE"), "STATUS:CONFIRMED", "STATUS:SURE"),
        Self(.status(nil), "STATUS:CONFIRMED\r\n", ""),
        cancel(.status("CONFIRMED"), "STATUS:CANCELLED", "STATUS:CONFIRMED"),
        cancel(.status(nil), "STATUS:CANCELLED\r\n", ""),
        Self(.alarm, "END:VEVENT", "BEGIN:VALARM\r\nEND:VALARM\r\nEND:VEVENT"),
        cancel(.alarm, "END:VEVENT", "BEGIN:VALARM\r\nEND:VALARM\r\nEND:VEVENT"),
    ]

    static let ofTimes: [Self] = [
        Self(.undefinedZone("Europe/Lyon"), "SUMMARY:", "X-BEGIN;TZID=Europe/Lyon:20261203T183000\r\nSUMMARY:"),
        Self(.mixedZones, "DTEND;TZID=Europe/Paris:20261203T193000", "DTEND:20261203T183000Z"),
        Self(.floatingTime("DTEND"), "DTEND;TZID=Europe/Paris", "DTEND"),
        inUTC(.floatingTime("DTSTART"), "DTSTART:20261203T203000Z", "DTSTART:20261203T203000"),
        inUTC(.badValue(property: "DTEND"), "DTEND:20261203T213000Z", "DTEND:20261203"),
        inUTC(.endNotAfterStart, "DTEND:20261203T213000Z", "DTEND:20261203T203000Z"),
        Self(.endNotAfterStart, "Paris:20261203T193000", "Paris:20261203T182959"),
    ]
}

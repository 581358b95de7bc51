import ICalendar

extension CalendarLinterTests.Mutation {
    static let all =
        ofLines + ofStructure + ofHeads + ofZones + ofEvents + ofAttendees + ofAlarms + ofTimes

    /// Who is the first to be named, so that the golden passes with them as the recipient.
    var firstAttendee: String? {
        switch golden {
        case Golden.request: SampleEvents.claire.address
        case Golden.requestInUTC, Golden.cancelToAll: SampleEvents.thomas.address
        default: nil
        }
    }

    private func sent(to recipient: String) -> Self {
        var mutation = self
        mutation.recipient = recipient
        return mutation
    }

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
        inUTC(.zoneAfterEvent, "END:VEVENT\r\n", "X-A;TZID=Asia/Tokyo:x\r\nEND:VEVENT\r\n\(tokyo)"),
    ]

    private static let tokyo = """
        BEGIN:VTIMEZONE\r\nTZID:Asia/Tokyo\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r
        TZOFFSETFROM:+0900\r\nTZOFFSETTO:+0900\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n
        """

    static let ofHeads: [Self] = [
        Self(.badValue(property: "VERSION"), "VERSION:2.0", "VERSION:1.0"),
        Self(.badValue(property: "PRODID"), "PRODID:-//Jalon//Jalon 0.1//EN", "PRODID:"),
        Self(.badValue(property: "CALSCALE"), "GREGORIAN", "JULIAN"),
        Self(.repeated("METHOD"), "METHOD:REQUEST", "METHOD:REQUEST\r\nMETHOD:REQUEST"),
        published(.badValue(property: "REFRESH-INTERVAL"), "PT12H", "12 h"),
        published(.badValue(property: "REFRESH-INTERVAL"), ";VALUE=DURATION:PT12H", ":PT12H"),
        published(.unescapedText(property: "NAME"), "Claire\\,", "Claire,"),
    ]

    static let ofZones: [Self] = [
        inUTC(.unusedZone("Asia/Tokyo"), "BEGIN:VEVENT", "\(tokyo)BEGIN:VEVENT"),
        published(.repeatedZone("Asia/Tokyo"), "BEGIN:VEVENT", "\(tokyo)BEGIN:VEVENT"),
        published(
            .emptyZone,
            "BEGIN:STANDARD\r\nDTSTART:19700101T000000\r\nTZOFFSETFROM:+0900\r\n"
                + "TZOFFSETTO:+0900\r\nTZNAME:JST\r\nEND:STANDARD\r\n", ""),
        Self(.missing("TZID"), "BEGIN:VEVENT", "\(tokyo.replacing("TZID:Asia/Tokyo\r\n", with: ""))BEGIN:VEVENT"),
        Self(.missing("DTSTART"), "DTSTART:19700329T020000\r\n", ""),
        Self(.missing("TZOFFSETFROM"), "TZOFFSETFROM:+0100\r\n", ""),
        Self(.missing("TZOFFSETTO"), "TZOFFSETTO:+0200\r\n", ""),
        Self(.repeated("TZOFFSETTO"), "TZOFFSETTO:+0200", "TZOFFSETTO:+0200\r\nTZOFFSETTO:+0300"),
        Self(.badValue(property: "TZOFFSETTO"), "TZOFFSETTO:+0200", "TZOFFSETTO:CEST"),
        Self(.badValue(property: "DTSTART"), "DTSTART:19700329T020000", "DTSTART:19700329T010000Z"),
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
        published(.forbidden("ATTENDEE"), "STATUS:", "ATTENDEE:mailto:claire@exemple.fr\r\nSTATUS:"),
        Self(.badValue(property: "DTSTAMP"), "DTSTAMP:20261122T100000Z", "DTSTAMP:20261122T100000"),
        Self(.badValue(property: "CREATED"), "CREATED:20261122T100000Z", "CREATED:hier"),
        Self(.badValue(property: "SEQUENCE"), "SEQUENCE:0", "SEQUENCE:-1"),
        Self(.badValue(property: "CONFERENCE"), "VALUE=URI", "VALUE=URL"),
        Self(.badValue(property: "UID"), "UID:rencontre-7f3a@exemple.fr", "UID:"),
        Self(.badValue(property: "TRANSP"), "OPAQUE", "BUSY"),
        published(.badValue(property: "CLASS"), "CLASS:PRIVATE", "CLASS:SECRET"),
        Self(
            .longIdentifier(octets: 256), "UID:rencontre-7f3a@exemple.fr",
            "UID:" + Array(repeating: String(repeating: "a", count: 64), count: 4).joined(separator: "\r\n ")),
        Self(.unescapedText(property: "LOCATION"), "Préau »\\,", "Préau »,"),
        Self(.unescapedText(property: "DESCRIPTION"), "petites \\;", "petites ;"),
        Self(.unescapedText(property: "SUMMARY"), "Thomas et", "Thomas \\ et"),
        Self(.status("CANCELLED"), "STATUS:CONFIRMED", "STATUS:CANCELLED"),
        Self(.status("SURE"), "STATUS:CONFIRMED", "STATUS:SURE"),
        Self(.status(nil), "STATUS:CONFIRMED\r\n", ""),
        cancel(.status("CONFIRMED"), "STATUS:CANCELLED", "STATUS:CONFIRMED"),
        cancel(.status(nil), "STATUS:CANCELLED\r\n", ""),
    ]

    static let ofAttendees: [Self] = [
        cancel(.forbiddenParameter("RSVP", property: "ATTENDEE"), "ROLE=", "RSVP=TRUE;\r\n ROLE="),
        cancel(.forbiddenParameter("PARTSTAT", property: "ATTENDEE"), "ROLE=", "PARTSTAT=ACCEPTED;\r\n ROLE="),
        Self(.badValue(property: "ORGANIZER"), "mailto:mentorat", "mentorat"),
        Self(.badValue(property: "ORGANIZER"), "mailto:mentorat", "https:mentorat"),
        Self(.badValue(property: "ATTENDEE"), "mailto:thomas@", "mailto:thomas"),
        Self(.badParameter("CUTYPE", property: "ATTENDEE"), "CUTYPE=INDIVIDUAL", "CUTYPE=HUMAN"),
        Self(.badParameter("ROLE", property: "ATTENDEE"), "REQ-PARTICIPANT", "REQUIRED"),
        Self(.badParameter("PARTSTAT", property: "ATTENDEE"), "NEEDS-ACTION", "NEEDSACTION"),
        Self(.badParameter("RSVP", property: "ATTENDEE"), "RSVP=\r\n TRUE", "RSVP=\r\n YES"),
        Self(.repeated("ORGANIZER"), "STATUS:", "ORGANIZER:mailto:autre@exemple.fr\r\nSTATUS:"),
        Self(
            .repeatedAttendee("Thomas@Exemple.fr"), "STATUS:", "ATTENDEE:mailto:Thomas@Exemple.fr\r\nSTATUS:"),
        Self(.recipientNotInvited(SampleEvents.claire.address), "mailto:claire.", "mailto:c.")
            .sent(to: SampleEvents.claire.address),
        cancel(.recipientNotFirst(SampleEvents.thomas.address), "ORGANIZER;", "ATTENDEE:mailto:a@b.fr\r\nORGANIZER;")
            .sent(to: SampleEvents.thomas.address),
    ]

    static let ofAlarms: [Self] = [
        Self(.alarm, "END:VEVENT", "BEGIN:VALARM\r\nEND:VALARM\r\nEND:VEVENT"),
        cancel(.alarm, "END:VEVENT", "BEGIN:VALARM\r\nEND:VALARM\r\nEND:VEVENT"),
        published(.missing("ACTION"), "ACTION:DISPLAY\r\n", ""),
        published(.missing("TRIGGER"), "TRIGGER:-PT1H30M\r\n", ""),
        published(.repeated("TRIGGER"), "TRIGGER:-PT1H30M", "TRIGGER:-PT1H30M\r\nTRIGGER:-PT1H"),
        published(.badValue(property: "ACTION"), "ACTION:DISPLAY", "ACTION:SHOUT"),
        published(.badValue(property: "TRIGGER"), "TRIGGER:-PT1H30M", "TRIGGER:avant"),
        published(.unescapedText(property: "DESCRIPTION"), "Tokyo\\,", "Tokyo,"),
    ]

    static let ofTimes: [Self] = [
        Self(.undefinedZone("Europe/Lyon"), "SUMMARY:", "X-BEGIN;TZID=Europe/Lyon:20261203T183000\r\nSUMMARY:"),
        Self(.mixedZones, "DTEND;TZID=Europe/Paris:20261203T193000", "DTEND:20261203T183000Z"),
        Self(.floatingTime("DTEND"), "DTEND;TZID=Europe/Paris", "DTEND"),
        inUTC(.floatingTime("DTSTART"), "DTSTART:20261203T203000Z", "DTSTART:20261203T203000"),
        inUTC(.badValue(property: "DTEND"), "DTEND:20261203T213000Z", "DTEND:20261203"),
        inUTC(.endNotAfterStart("DTEND"), "DTEND:20261203T213000Z", "DTEND:20261203T203000Z"),
        Self(.endNotAfterStart("DTEND"), "Paris:20261203T193000", "Paris:20261203T182959"),
    ]
}

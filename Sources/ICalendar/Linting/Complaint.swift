/// A rule that a calendar breaks, and where.
public struct Complaint: Hashable, Sendable {
    /// The line of the calendar where it is seen, the first being 1.
    public let line: Int
    public let kind: Kind

    public init(line: Int, kind: Kind) {
        self.line = line
        self.kind = kind
    }

    public enum Kind: Hashable, Sendable {
        /// A line ends by CR or LF alone, or the last one by nothing.
        case lineEnd
        case emptyLine
        case longLine(octets: Int)
        /// A line is no UTF-8 by itself: a fold has split a character, or the text is in another encoding.
        case splitCharacter
        case control(UInt8)

        /// A reader would stumble.
        case malformed(Fault.Reason)
        case calendarCount(Int)
        case eventCount(Int)
        /// VERSION, PRODID, CALSCALE and METHOD do not come first or not in this order.
        case headOrder
        case method(expected: String?, found: String?)
        case propertyAfterComponent(String)
        case zoneAfterEvent

        case missing(String)
        case repeated(String)
        /// Of two properties one may stand.
        case exclusive(String, String)
        case forbidden(String)
        case forbiddenParameter(String, property: String)
        case badValue(property: String)
        case unescapedText(property: String)
        case badParameter(String, property: String)
        case status(String?)
        case alarm
        /// A UID that not everybody has to keep whole.
        case longIdentifier(octets: Int)

        case repeatedAttendee(String)
        /// The address that the message goes to is no ATTENDEE.
        case recipientNotInvited(String)
        /// The address that the message goes to is not the first ATTENDEE.
        case recipientNotFirst(String)

        /// A VTIMEZONE has neither STANDARD nor DAYLIGHT.
        case emptyZone
        case repeatedZone(String)
        case unusedZone(String)
        case undefinedZone(String)
        /// DTSTART or DTEND names no zone and is not in UTC.
        case floatingTime(String)
        /// DTSTART and DTEND are in different zones.
        case mixedZones
        /// DTEND, or the DUE of a task.
        case endNotAfterStart(String)
        /// A date where VALUE does not say that it is one.
        case dateWithoutType(String)
        /// A rule has both.
        case countAndUntil
        /// The UNTIL of a rule is no date where DTSTART is one, or not in UTC where DTSTART has a zone.
        case untilType
    }
}

extension Complaint: CustomStringConvertible {
    /// `line 7: DTEND is not after DTSTART.`
    public var description: String { "line \(line): \(kind)" }
}

extension Complaint.Kind: CustomStringConvertible {
    /// The sentence; control characters of the file are left out, as it may be shown on a terminal.
    public var description: String { sentence.withoutControls }

    private var sentence: String {
        switch self {
        case .lineEnd: "The line does not end in CRLF."
        case .emptyLine: "The line is empty."
        case .longLine(let octets): "The line has \(octets) octets; it may have 75."
        case .splitCharacter: "The line is not UTF-8 by itself."
        case .control(let byte): "The control character \(byte) may not be in a calendar."
        case .malformed(let reason): reason.description
        case .calendarCount(let count): "There are \(count) VCALENDARs instead of one."
        case .eventCount(let count): "There are \(count) VEVENTs instead of one."
        case .headOrder: "A calendar begins with VERSION, PRODID, CALSCALE and METHOD, in this order."
        case .method(let expected, let found): "METHOD is \(found ?? "absent") instead of \(expected ?? "absent")."
        case .propertyAfterComponent(let name): "\(name) stands after a component."
        case .zoneAfterEvent: "A VTIMEZONE stands after an event."
        case .missing(let name): "\(name) is missing."
        case .repeated(let name): "\(name) may stand only once."
        case .exclusive(let one, let other): "\(one) and \(other) may not both stand here."
        case .forbidden(let name): "\(name) may not stand here."
        case .forbiddenParameter(let name, let property): "\(property) may not have \(name) here."
        case .badValue(let property): "The value of \(property) is not of its type."
        case .badParameter(let name, let property): "The \(name) of \(property) has a value that is not known."
        case .unescapedText(let property): "The text of \(property) is not escaped."
        case .status(let status): "STATUS may not be \(status ?? "absent") here."
        case .alarm: "A VALARM may not stand in a message."
        case .longIdentifier(let octets): "UID has \(octets) octets; no more than 255 are kept for sure."
        case .repeatedAttendee(let address): "\(address) is an ATTENDEE twice."
        case .recipientNotInvited(let address): "\(address) gets the message and is no ATTENDEE."
        case .recipientNotFirst(let address): "\(address) gets the message and is not the first ATTENDEE."
        case .emptyZone: "A VTIMEZONE has neither STANDARD nor DAYLIGHT."
        case .repeatedZone(let name): "There are two VTIMEZONEs for the TZID \(name)."
        case .unusedZone(let name): "The VTIMEZONE for \(name) is not used."
        case .undefinedZone(let name): "There is no VTIMEZONE for the TZID \(name)."
        case .floatingTime(let property): "\(property) has no zone."
        case .mixedZones: "DTSTART and DTEND are not in one zone."
        case .endNotAfterStart(let property): "\(property) is not after DTSTART."
        case .dateWithoutType(let property): "\(property) is a date, and lacks VALUE=DATE."
        case .countAndUntil: "A rule may not have both COUNT and UNTIL."
        case .untilType:
            "UNTIL is not of the type of DTSTART: a date for a date, in UTC for a time with a zone, else a local time."
        }
    }
}

public import CivilTime

/// What a participant's calendar sends back to an invitation (RFC 5546 section 3.2): REPLY, COUNTER or REFRESH.
///
/// Everything that answers nothing is passed over: calendars leave ORGANIZER out, put alarms and rules in, and add
/// properties of their own.
public struct CalendarAnswer: Sendable, Hashable {
    public enum Kind: String, Sendable, Hashable {
        case reply = "REPLY"
        case counter = "COUNTER"
        case refresh = "REFRESH"
    }

    public let kind: Kind
    public let uid: String
    /// Of the invitation that it answers; 0 where it is not said, as RFC 5545 section 3.8.7.4 has it.
    public let sequence: Int
    /// When it was given (DTSTAMP); nil where that is missing or no instant.
    public let stamp: Instant?
    /// Who answers, with their PARTSTAT; a proper answer has one.
    public let attendees: [Attendee]
    /// The one date of a series that it is about; nil for the whole, which a meeting of Jalon always is.
    public let recurrenceID: String?
    private let start: Property?
    private let calendar: Component

    /// - Parameter calendar: a VCALENDAR as it was read.
    /// - Throws: where it is no answer, or answers for several events, which one answer must not.
    public init(_ calendar: Component) throws(AnswerFault) {
        let events = calendar.components(named: "VEVENT")
        guard let kind = calendar.property("METHOD").flatMap({ Kind(rawValue: $0.value.uppercased()) }) else {
            throw .noAnswer(method: calendar.property("METHOD")?.value)
        }
        guard events.count == 1, let event = events.first else { throw .events(events.count) }
        guard let uid = event.property("UID")?.text, !uid.isEmpty else { throw .noUID }
        self.kind = kind
        self.uid = uid
        sequence = event.property("SEQUENCE").flatMap { Int($0.value) } ?? 0
        if let stamp = event.property("DTSTAMP"), case .utc(let instant)? = DateTimeValue(stamp.value) {
            self.stamp = instant
        } else {
            stamp = nil
        }
        attendees = event.properties(named: "ATTENDEE").map(Attendee.init)
        recurrenceID = event.property("RECURRENCE-ID")?.value
        start = event.property("DTSTART")
        self.calendar = calendar
    }

    /// The time that a COUNTER proposes; nil for a day without an hour, a zone that is not known, or none at all.
    ///
    /// - Parameters:
    ///   - floating: the zone of a time that names none.
    ///   - zones: the zone of an IANA name, nil when there is none; another name means the calendar's VTIMEZONE.
    public func proposedStart(floating: Zone, zones: @escaping (String) -> Zone?) -> Instant? {
        guard let start, let value = DateTimeValue(start.value) else { return nil }
        var zone = floating
        if let name = start.parameter("TZID") {
            var known = CalendarZones(known: zones)
            known.enter(calendar)
            guard case .zone(let found) = known.zone(name) else { return nil }
            zone = found
        }
        if case .date = value { return nil }
        return Moment(value, zone: zone).instant
    }

    /// The only attendee, as who answers.
    public var attendee: Attendee? { attendees.count == 1 ? attendees.first : nil }
}

/// Why a calendar is no answer.
public enum AnswerFault: Error, Sendable, Hashable {
    /// Its METHOD is another one, or none.
    case noAnswer(method: String?)
    /// It holds so many events instead of one.
    case events(Int)
    case noUID
}

extension AnswerFault: CustomStringConvertible {
    public var description: String {
        switch self {
        case .noAnswer(let method?): "a calendar with METHOD:\(method) answers nothing"
        case .noAnswer(nil): "a calendar without a METHOD answers nothing"
        case .events(let count): "an answer is about one event, and this has \(count)"
        case .noUID: "it does not say which meeting it answers"
        }
    }
}

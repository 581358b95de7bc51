/// What a VEVENT must and may not have under a method: the tables of RFC 5546 section 3.2, narrowed to what Jalon writes.
struct EventRules {
    /// Properties that must be there.
    let required: [String]
    /// Properties that may not be there.
    let forbidden: Set<String>
    /// Parameters that no ATTENDEE may have.
    let forbiddenParameters: Set<String>
    /// Whether alarms may be there.
    let allowsAlarms: Bool
    /// What STATUS may be; nil stands for none.
    let statuses: Set<Event.Status?>
    /// Whether only a message about one attendee may leave STATUS out, as a removal does.
    let needsStatusForSeveral: Bool

    /// Properties that may be there once at most; RFC 5545 section 3.6.1.
    static let once: Set<String> = [
        "UID", "SEQUENCE", "DTSTAMP", "CREATED", "LAST-MODIFIED", "DTSTART", "DTEND", "SUMMARY", "DESCRIPTION",
        "LOCATION", "ORGANIZER", "STATUS", "TRANSP", "CLASS", "X-MICROSOFT-DISALLOW-COUNTER",
    ]

    /// Jalon never repeats an event, and gives its end, not its length.
    private static let foreign: Set<String> = [
        "RRULE", "RDATE", "EXDATE", "RECURRENCE-ID", "DURATION", "REQUEST-STATUS", "X-MICROSOFT-CDO-APPT-SEQUENCE",
    ]

    /// What says only which meeting is meant has none of these; RFC 5546 sections 3.2.6 and 3.2.8.
    private static let description: Set<String> = [
        "ATTACH", "CATEGORIES", "CLASS", "CONFERENCE", "CONTACT", "CREATED", "DESCRIPTION", "DTEND", "DTSTART", "GEO",
        "LAST-MODIFIED", "LOCATION", "PRIORITY", "RELATED-TO", "RESOURCES", "STATUS", "SUMMARY", "TRANSP", "URL",
    ]

    func forbids(_ name: String) -> Bool {
        forbidden.contains(name) || name.hasPrefix("X-WR-")
    }

    init(method: Method?) {
        needsStatusForSeveral = method == .cancel
        switch method {
        case nil, .publish:
            required = ["UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "ORGANIZER"]
            forbidden = Self.foreign.union(["ATTENDEE", "X-MICROSOFT-DISALLOW-COUNTER"])
            forbiddenParameters = []
            allowsAlarms = true
            statuses = [nil, .confirmed, .tentative, .cancelled]
        case .cancel:
            required = ["UID", "SEQUENCE", "DTSTAMP", "DTSTART", "DTEND", "ORGANIZER", "ATTENDEE"]
            forbidden = Self.foreign.union(["CONFERENCE", "X-MICROSOFT-DISALLOW-COUNTER"])
            forbiddenParameters = ["RSVP", "PARTSTAT"]
            allowsAlarms = false
            statuses = [nil, .cancelled]
        case .request, .add, .counter:
            required = ["UID", "SEQUENCE", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "ORGANIZER", "ATTENDEE"]
            forbidden = Self.foreign
            forbiddenParameters = []
            allowsAlarms = false
            statuses = [.confirmed, .tentative]
        case .reply:
            required = ["UID", "DTSTAMP", "ORGANIZER", "ATTENDEE"]
            forbidden = Self.foreign.subtracting(["REQUEST-STATUS"])
            forbiddenParameters = []
            allowsAlarms = false
            statuses = [nil, .confirmed, .tentative]
        case .refresh:
            required = ["UID", "DTSTAMP", "ORGANIZER", "ATTENDEE"]
            forbidden = Self.foreign.union(Self.description).union(["SEQUENCE"])
            forbiddenParameters = []
            allowsAlarms = false
            statuses = [nil, .confirmed, .tentative, .cancelled]
        case .declineCounter:
            required = ["UID", "DTSTAMP", "ORGANIZER"]
            forbidden = Self.foreign.subtracting(["REQUEST-STATUS"]).union(Self.description).union(["ATTENDEE"])
            forbiddenParameters = []
            allowsAlarms = false
            statuses = [nil, .confirmed, .tentative, .cancelled]
        }
    }
}

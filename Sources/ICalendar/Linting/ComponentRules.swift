/// What RFC 5545 section 3.6 asks of a component's properties, whoever has written it.
struct ComponentRules {
    /// Properties that must be there.
    let required: [String]
    /// Properties that may be there once at most.
    let once: Set<String>
    /// Two of which only one may be there.
    var exclusive: (String, String)?
    /// What STATUS may be; none where there is no STATUS.
    var statuses: Set<String> = []

    /// Nil for a component that the RFC does not know.
    ///
    /// - Parameter hasMethod: whether the calendar has a METHOD: its own tables say then what must be there.
    init?(_ name: String, hasMethod: Bool) {
        switch name {
        case "VEVENT":
            required = Self.always + (hasMethod ? [] : ["DTSTART"])
            once = Self.onceInMost.union([
                "DESCRIPTION", "DTEND", "DURATION", "GEO", "LOCATION", "PRIORITY", "TRANSP",
            ])
            exclusive = ("DTEND", "DURATION")
            statuses = ["TENTATIVE", "CONFIRMED", "CANCELLED"]
        case "VTODO":
            required = Self.always
            once = Self.onceInMost.union([
                "COMPLETED", "DESCRIPTION", "DUE", "DURATION", "GEO", "LOCATION", "PERCENT-COMPLETE", "PRIORITY",
            ])
            exclusive = ("DUE", "DURATION")
            statuses = ["NEEDS-ACTION", "COMPLETED", "IN-PROCESS", "CANCELLED"]
        case "VJOURNAL":
            required = Self.always
            once = Self.onceInMost
            statuses = ["DRAFT", "FINAL", "CANCELLED"]
        case "VFREEBUSY":
            required = Self.always
            once = ["UID", "DTSTAMP", "DTSTART", "DTEND", "CONTACT", "ORGANIZER", "URL"]
        default: return nil
        }
    }

    private static let always = ["UID", "DTSTAMP"]

    private static let onceInMost: Set<String> = [
        "UID", "DTSTAMP", "DTSTART", "CLASS", "CREATED", "LAST-MODIFIED", "ORGANIZER", "RECURRENCE-ID", "SEQUENCE",
        "STATUS", "SUMMARY", "URL",
    ]
}

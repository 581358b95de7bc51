public import CivilTime

/// When an event comes again: the value of an RRULE (RFC 5545, section 3.3.10).
///
/// It says nothing without the start that it counts from; ``RecurrenceIterator`` brings both together. On the wire:
/// `RRULE:FREQ=MONTHLY;INTERVAL=2;BYDAY=1SU,-1SU`
public struct RecurrenceRule: Hashable, Sendable {
    public let frequency: Frequency
    /// Every so many periods of the frequency: 1...2,147,483,647.
    public let interval: Int
    /// How many occurrences there are at most, the start among them if the rule yields it: 1 or more.
    public let count: Int?
    /// The last moment at which an occurrence may start. A rule that has a count as well ends at the first of both.
    public let until: Until?
    /// BYSECOND: 0...60, in which 60 means a leap second; no clock here shows one, so it counts as the 59th.
    public let seconds: [Int]
    /// BYMINUTE: 0...59.
    public let minutes: [Int]
    /// BYHOUR: 0...23.
    public let hours: [Int]
    /// BYDAY.
    public let weekdays: [OrdinalWeekday]
    /// BYMONTHDAY: 1...31, or -31...(-1) counted from the month's end.
    public let monthDays: [Int]
    /// BYYEARDAY: 1...366, or -366...(-1) counted from the year's end.
    public let yearDays: [Int]
    /// BYWEEKNO: 1...53, or -53...(-1) counted from the year's end; weeks as in ISO 8601, but for their first day.
    public let weekNumbers: [Int]
    /// BYMONTH: 1...12.
    public let months: [Int]
    /// BYSETPOS: which of a period's occurrences remain; 1...366, or -366...(-1) counted from the last.
    public let positions: [Int]
    /// WKST: the day that a week starts with.
    public let weekStart: Weekday

    public enum Frequency: String, CaseIterable, Hashable, Sendable {
        case secondly = "SECONDLY"
        case minutely = "MINUTELY"
        case hourly = "HOURLY"
        case daily = "DAILY"
        case weekly = "WEEKLY"
        case monthly = "MONTHLY"
        case yearly = "YEARLY"

        /// Whether it comes more than once a day.
        var isShorterThanDay: Bool {
            switch self {
            case .secondly, .minutely, .hourly: true
            case .daily, .weekly, .monthly, .yearly: false
            }
        }
    }

    public enum Until: Hashable, Sendable {
        /// The whole of the day, also where the start has a time: `UNTIL=20261224`
        case date(CivilDate)
        /// `UNTIL=20261224T170000Z`
        case utc(Instant)
        /// On the wall of the start's zone: `UNTIL=20261224T180000`
        case local(LocalDateTime)
    }

    /// `MO`, `1MO` or `-1MO`
    public struct OrdinalWeekday: Hashable, Sendable {
        public let weekday: Weekday
        /// The how manieth of the month or year, -53...(-1) or 1...53, negative from its end; nil: all of them.
        public let ordinal: Int?

        public init(_ weekday: Weekday, ordinal: Int? = nil) {
            self.weekday = weekday
            self.ordinal = ordinal
        }
    }

    /// Reads the value of an RRULE, and forgives what the field writes: small letters, spaces, a semicolon at the end,
    /// parts in any order. Parts that begin with `X-` are left out.
    ///
    /// - Throws: ``RecurrenceError`` with the part and the value that cannot be followed.
    public init(_ text: String) throws(RecurrenceError) {
        var parts = RecurrenceParts()
        try parts.read(text)
        guard let frequency = parts.frequency else { throw .missingFrequency }
        self.frequency = frequency
        interval = parts.interval ?? 1
        count = parts.count
        until = parts.until
        seconds = parts.seconds ?? []
        minutes = parts.minutes ?? []
        hours = parts.hours ?? []
        weekdays = parts.weekdays ?? []
        monthDays = parts.monthDays ?? []
        yearDays = parts.yearDays ?? []
        weekNumbers = parts.weekNumbers ?? []
        months = parts.months ?? []
        positions = parts.positions ?? []
        weekStart = parts.weekStart ?? .monday
    }
}

// MARK: - Wire form

extension RecurrenceRule {
    /// The value in one certain form: parts in the order of the RFC's table, lists ascending with what counts from the
    /// end behind, and without what goes without saying.
    public var encoded: String {
        var parts = ["FREQ=" + frequency.rawValue]
        func add(_ name: String, _ values: [String]) {
            if !values.isEmpty { parts.append(name + "=" + values.joined(separator: ",")) }
        }
        func add(_ name: String, _ values: [Int]) { add(name, values.map(String.init)) }
        add("UNTIL", until.map { [$0.encoded] } ?? [])
        add("COUNT", count.map { [$0] } ?? [])
        add("INTERVAL", interval == 1 ? [] : [interval])
        add("BYSECOND", seconds)
        add("BYMINUTE", minutes)
        add("BYHOUR", hours)
        add("BYDAY", weekdays.map(\.encoded))
        add("BYMONTHDAY", monthDays)
        add("BYYEARDAY", yearDays)
        add("BYWEEKNO", weekNumbers)
        add("BYMONTH", months)
        add("BYSETPOS", positions)
        add("WKST", weekStart == .monday ? [] : [weekStart.twoLetters])
        return parts.joined(separator: ";")
    }
}

extension RecurrenceRule.Until {
    var encoded: String {
        switch self {
        case .date(let date): DateTimeValue.date(date).encoded
        case .utc(let instant): DateTimeValue.utc(instant).encoded
        case .local(let local): DateTimeValue.local(local).encoded
        }
    }
}

extension RecurrenceRule.OrdinalWeekday {
    var encoded: String { (ordinal.map(String.init) ?? "") + weekday.twoLetters }
}

extension Weekday {
    /// As in BYDAY: `MO`
    fileprivate var twoLetters: String { abbreviation.prefix(2).uppercased() }
}

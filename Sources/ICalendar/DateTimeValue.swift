public import CivilTime

/// The DATE and DATE-TIME types of RFC 5545 sections 3.3.4 and 3.3.5.
public enum DateTimeValue: Hashable, Sendable {
    /// `20261203`
    case date(CivilDate)
    /// `20261203T173000Z`
    case utc(Instant)
    /// `20261203T183000`, in the zone of a TZID or in none.
    case local(LocalDateTime)

    /// Nil for what is neither, or is on no calendar, such as `20260230`.
    ///
    /// A leap second is read as the second before it, which is the last that clocks here know.
    public init?(_ text: some StringProtocol) {
        self.init(DigitReader(text))
    }

    init?(_ bytes: ArraySlice<UInt8>) {
        self.init(DigitReader(bytes))
    }

    private init?(_ reader: DigitReader) {
        var digits = reader
        guard let year = digits.number(of: 4), let month = digits.number(of: 2), let day = digits.number(of: 2),
            let date = CivilDate(year: year, month: month, day: day)
        else { return nil }
        // Some calendars write a date in UTC, which means nothing: "20261203Z".
        if digits.isAtEnd || digits.take("Z") && digits.isAtEnd {
            self = .date(date)
            return
        }
        guard digits.take("T"),
            let hour = digits.number(of: 2), let minute = digits.number(of: 2), let second = digits.number(of: 2),
            second <= 60, let time = LocalTime(hour: hour, minute: minute, second: min(second, 59))
        else { return nil }
        let isUTC = digits.take("Z")
        guard digits.isAtEnd else { return nil }
        let local = LocalDateTime(date, time)
        self = isUTC ? .utc(Zone.utc.instant(of: local)) : .local(local)
    }

    /// The value on the wire.
    public var encoded: String {
        switch self {
        case .date(let date): Self.digits(date)
        case .utc(let instant): Self.digits(Zone.utc.local(at: instant)) + "Z"
        case .local(let local): Self.digits(local)
        }
    }

    private static func digits(_ local: LocalDateTime) -> String {
        digits(local.date) + "T" + padded(local.time.hour) + padded(local.time.minute) + padded(local.time.second)
    }

    private static func digits(_ date: CivilDate) -> String {
        padded(date.year, to: 4) + padded(date.month) + padded(date.day)
    }

    private static func padded(_ number: Int, to width: Int = 2) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }
}

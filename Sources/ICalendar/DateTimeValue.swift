import CivilTime

/// The DATE and DATE-TIME types of RFC 5545 sections 3.3.4 and 3.3.5.
enum DateTimeValue: Hashable {
    /// `20261203`
    case date(CivilDate)
    /// `20261203T173000Z`
    case utc(Instant)
    /// `20261203T183000`, in the zone of a TZID or in none.
    case local(LocalDateTime)

    /// Nil for what is neither, or is on no calendar, such as `20260230`.
    ///
    /// A leap second is read as the second before it, which is the last that clocks here know.
    init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard [8, 15, 16].contains(bytes.count),
            let year = Self.number(bytes[0..<4]), let month = Self.number(bytes[4..<6]),
            let day = Self.number(bytes[6..<8]), let date = CivilDate(year: year, month: month, day: day)
        else { return nil }
        guard bytes.count > 8 else {
            self = .date(date)
            return
        }
        guard bytes[8] == UInt8(ascii: "T"),
            let hour = Self.number(bytes[9..<11]), let minute = Self.number(bytes[11..<13]),
            let second = Self.number(bytes[13..<15]), second <= 60,
            let time = LocalTime(hour: hour, minute: minute, second: min(second, 59))
        else { return nil }
        let local = LocalDateTime(date, time)
        if bytes.count == 15 {
            self = .local(local)
        } else if bytes[15] == UInt8(ascii: "Z") {
            self = .utc(Zone.utc.instant(of: local))
        } else {
            return nil
        }
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        var number = 0
        for digit in digits {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
            number = 10 * number + Int(digit - UInt8(ascii: "0"))
        }
        return number
    }

    /// The value on the wire.
    var encoded: String {
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

extension Property {
    /// A property whose value is a time in UTC, such as DTSTAMP.
    init(_ name: String, at instant: Instant) {
        self.init(name, value: DateTimeValue.utc(instant).encoded)
    }
}

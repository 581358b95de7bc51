import CivilTime

/// The same numbers on every run (Steele, Lea and Flood's SplitMix64).
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    mutating func next(below bound: Int) -> Int { Int.random(in: 0..<bound, using: &self) }
}

extension SplitMix {
    private static let weekdays = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]

    /// A few numbers of a range, between commas.
    private mutating func list(_ range: ClosedRange<Int>, fromEnd: Bool = false) -> String {
        let count = [1, 1, 2, 3, 8][next(below: 5)]
        let numbers = (0..<count).map { _ in
            let number = Int.random(in: range, using: &self)
            return fromEnd && next(below: 2) == 0 ? -number : number
        }
        return numbers.map(String.init).joined(separator: ",")
    }

    private mutating func weekdayList(ordinals: ClosedRange<Int>?) -> String {
        let count = 1 + next(below: 4)
        let entries = (0..<count).map { _ in
            let weekday = Self.weekdays[next(below: 7)]
            guard let ordinals, next(below: 2) == 0 else { return weekday }
            let ordinal = Int.random(in: ordinals, using: &self)
            return "\(next(below: 2) == 0 ? ordinal : -ordinal)\(weekday)"
        }
        return entries.joined(separator: ",")
    }

    /// A rule as people might mean it, with a COUNT now and then.
    mutating func sensibleRule() -> String {
        let frequency = ["YEARLY", "MONTHLY", "WEEKLY", "DAILY", "HOURLY", "MINUTELY", "SECONDLY"][next(below: 7)]
        var parts = ["FREQ=" + frequency]
        if next(below: 2) == 0 { parts.append("INTERVAL=\(1 + next(below: 9))") }
        if next(below: 3) == 0 { parts.append("WKST=" + Self.weekdays[next(below: 7)]) }
        if next(below: 3) == 0 { parts.append("BYMONTH=" + list(1...12)) }
        if next(below: 4) == 0 { parts.append("BYMONTHDAY=" + list(1...31, fromEnd: true)) }
        if next(below: 2) == 0 {
            let ordinals = frequency == "MONTHLY" ? 1...5 : frequency == "YEARLY" ? 1...9 : nil
            parts.append("BYDAY=" + weekdayList(ordinals: ordinals))
        }
        if next(below: 4) == 0 { parts.append("BYHOUR=" + list(0...23)) }
        if next(below: 5) == 0 { parts.append("BYMINUTE=" + list(0...59)) }
        if next(below: 4) == 0 { parts.append("BYSETPOS=" + list(1...3, fromEnd: true)) }
        if next(below: 3) == 0 { parts.append("COUNT=\(1 + next(below: 200))") }
        return parts.joined(separator: ";")
    }

    /// A rule that holds to the grammar and to nothing else.
    mutating func nonsenseRule() -> String {
        let frequencies = ["YEARLY", "MONTHLY", "WEEKLY", "DAILY", "HOURLY", "MINUTELY", "SECONDLY"]
        var parts = ["FREQ=" + frequencies[next(below: 7)]]
        if next(below: 2) == 0 {
            parts.append("INTERVAL=\([2, 7, 12, 53, 365, 1440, 86_399, 146_097, 2_147_483_647][next(below: 9)])")
        }
        if next(below: 3) == 0 { parts.append("COUNT=\([1, 2, 30, 2_147_483_647][next(below: 4)])") }
        if next(below: 5) == 0 {
            parts.append("UNTIL=" + ["20300101", "00010101T000000Z", "99991231T235959"][next(below: 3)])
        }
        if next(below: 3) == 0 { parts.append("WKST=" + Self.weekdays[next(below: 7)]) }
        if next(below: 3) == 0 { parts.append("BYMONTH=" + list(1...12)) }
        if next(below: 3) == 0 { parts.append("BYMONTHDAY=" + list(1...31, fromEnd: true)) }
        if next(below: 4) == 0 { parts.append("BYYEARDAY=" + list(1...366, fromEnd: true)) }
        if next(below: 4) == 0 { parts.append("BYWEEKNO=" + list(1...53, fromEnd: true)) }
        if next(below: 3) == 0 { parts.append("BYDAY=" + weekdayList(ordinals: 1...53)) }
        if next(below: 4) == 0 { parts.append("BYHOUR=" + list(0...23)) }
        if next(below: 4) == 0 { parts.append("BYMINUTE=" + list(0...59)) }
        if next(below: 4) == 0 { parts.append("BYSECOND=" + list(0...60)) }
        if next(below: 4) == 0 { parts.append("BYSETPOS=" + list(1...366, fromEnd: true)) }
        return parts.joined(separator: ";")
    }

    /// Any second of the calendar.
    mutating func anyTime() -> LocalDateTime {
        let date = CivilDate(dayNumber: Int.random(in: -719_162...2_932_896, using: &self))
        return LocalDateTime(date, LocalTime(secondsOfDay: next(below: 86_400)) ?? .midnight)
    }

    /// A second of the years 2020 to 2029.
    mutating func recentTime() -> LocalDateTime {
        let date = CivilDate(dayNumber: 18_262 + next(below: 3_650))
        return LocalDateTime(date, LocalTime(secondsOfDay: next(below: 86_400)) ?? .midnight)
    }
}

/// The DURATION type of RFC 5545 section 3.3.6, such as `-P1DT12H`.
///
/// Days and weeks are those of the wall clock, hours and less are exact.
struct DurationValue: Hashable {
    var days: Int
    var seconds: Int

    init(days: Int, seconds: Int) {
        self.days = days
        self.seconds = seconds
    }

    /// Nil for what is no duration, and for one beyond some 270 years.
    ///
    /// Units may come in any order and weeks beside days, as some write them.
    init?(_ text: some StringProtocol) {
        self.init(Array(text.utf8)[...])
    }

    init?(_ bytes: ArraySlice<UInt8>) {
        var reader = DigitReader(bytes)
        let isNegative = reader.take("-")
        if !isNegative { _ = reader.take("+") }
        guard reader.take("P"), !reader.isAtEnd else { return nil }
        var days = 0
        var seconds = 0
        var inTime = false
        while !reader.isAtEnd {
            if !inTime, reader.take("T") {
                inTime = true
                guard !reader.isAtEnd else { return nil }
            }
            guard let count = reader.number(upTo: 9) else { return nil }
            switch inTime {
            case false where reader.take("W"): days += 7 * count
            case false where reader.take("D"): days += count
            case true where reader.take("H"): seconds += 3600 * count
            case true where reader.take("M"): seconds += 60 * count
            case true where reader.take("S"): seconds += count
            default: return nil
            }
            guard days <= Self.mostDays, seconds <= 86_400 * Self.mostDays else { return nil }
        }
        self.days = isNegative ? -days : days
        self.seconds = isNegative ? -seconds : seconds
    }

    private static let mostDays = 100_000

    /// `PT0S`, `-PT15M`, `P1DT12H`.
    static func encode(seconds: Int) -> String {
        let sign = seconds < 0 ? "-P" : "P"
        let (days, ofDay) = abs(seconds).quotientAndRemainder(dividingBy: 86_400)
        var time = ""
        for (unit, count) in [("H", ofDay / 3600), ("M", ofDay / 60 % 60), ("S", ofDay % 60)] where count > 0 {
            time += String(count) + unit
        }
        switch (days, time.isEmpty) {
        case (0, true): return sign + "T0S"
        case (_, true): return sign + "\(days)D"
        case (0, false): return sign + "T" + time
        case (_, false): return sign + "\(days)DT" + time
        }
    }
}

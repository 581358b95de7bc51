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
        var rest = Substring(text).utf8
        var sign = 1
        if let first = rest.first, first == UInt8(ascii: "-") || first == UInt8(ascii: "+") {
            sign = first == UInt8(ascii: "-") ? -1 : 1
            rest.removeFirst()
        }
        guard rest.popFirst().map(ASCII.uppercased) == UInt8(ascii: "P"), !rest.isEmpty else { return nil }
        var days = 0
        var seconds = 0
        var inTime = false
        while let first = rest.first {
            if ASCII.uppercased(first) == UInt8(ascii: "T"), !inTime {
                inTime = true
                rest.removeFirst()
                guard !rest.isEmpty else { return nil }
                continue
            }
            let digits = rest.prefix(while: ASCII.isDigit)
            guard (1...9).contains(digits.count), let count = Int(Substring(digits)) else { return nil }
            rest = rest[digits.endIndex...]
            switch (rest.popFirst().map(ASCII.uppercased), inTime) {
            case (UInt8(ascii: "W"), false): days += 7 * count
            case (UInt8(ascii: "D"), false): days += count
            case (UInt8(ascii: "H"), true): seconds += 3600 * count
            case (UInt8(ascii: "M"), true): seconds += 60 * count
            case (UInt8(ascii: "S"), true): seconds += count
            default: return nil
            }
            guard days <= Self.mostDays, seconds <= 86_400 * Self.mostDays else { return nil }
        }
        self.days = sign * days
        self.seconds = sign * seconds
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

extension ZoneRule {
    /// Reads a TZ string such as `CET-1CEST,M3.5.0,M10.5.0/3` (POSIX; RFC 9636, section 3.3.1); nil for anything else.
    ///
    /// Daylight saving without its two moments is refused: POSIX leaves them to the implementation.
    public init?(_ text: String) {
        var reader = ASCIIReader(text)
        guard let abbreviation = reader.zoneAbbreviation(), let offset = reader.zoneOffset() else { return nil }
        standard = ZonePeriod(offset: offset, isDaylight: false, abbreviation: abbreviation)
        if reader.isAtEnd {
            daylight = nil
            return
        }
        guard let daylight = reader.daylight(standardOffset: offset), reader.isAtEnd else { return nil }
        self.daylight = daylight
    }
}

extension ASCIIReader {
    /// `CET`, or `<-03>` where the name is not made of letters alone; at least three characters.
    fileprivate mutating func zoneAbbreviation() -> String? {
        let name: String
        if take("<") {
            name = run { $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-") }
            guard take(">") else { return nil }
        } else {
            name = run(while: \.isLetter)
        }
        return name.utf8.count >= 3 ? name : nil
    }

    /// Seconds east of UTC. The text counts west of it, so `-1` is an hour east.
    fileprivate mutating func zoneOffset() -> Int? {
        guard let west = signedSeconds(hourDigits: 1...2, hours: 0...24) else { return nil }
        return -west
    }

    /// `CEST,M3.5.0,M10.5.0/3`, with an offset after the name unless it is an hour more than the standard one.
    fileprivate mutating func daylight(standardOffset: Int) -> ZoneRule.Daylight? {
        guard let abbreviation = zoneAbbreviation() else { return nil }
        var offset = standardOffset + 3600
        if next != UInt8(ascii: ",") {
            guard let written = zoneOffset() else { return nil }
            offset = written
        }
        guard take(","), let start = yearlyMoment(), take(","), let end = yearlyMoment() else { return nil }
        let period = ZonePeriod(offset: offset, isDaylight: true, abbreviation: abbreviation)
        return ZoneRule.Daylight(period: period, start: start, end: end)
    }

    /// `M10.5.0/3`; two in the morning when no time is written.
    private mutating func yearlyMoment() -> YearlyMoment? {
        guard let day = yearlyDay() else { return nil }
        guard take("/") else { return YearlyMoment(day: day, secondsOfDay: 7200) }
        guard let seconds = signedSeconds(hourDigits: 1...3, hours: 0...167) else { return nil }
        return YearlyMoment(day: day, secondsOfDay: seconds)
    }

    private mutating func yearlyDay() -> YearlyMoment.Day? {
        if take("J") {
            guard let ordinal = number(digits: 1...3), (1...365).contains(ordinal) else { return nil }
            return .julian(ordinal)
        }
        guard take("M") else {
            guard let days = number(digits: 1...3), days <= 365 else { return nil }
            return .daysAfterNewYear(days)
        }
        guard let month = number(digits: 1...2), (1...12).contains(month), take("."),
            let week = number(digits: 1...1), (1...5).contains(week), take("."),
            let dayOfWeek = number(digits: 1...1),
            // Sunday is 0 here.
            let weekday = dayOfWeek == 0 ? .sunday : dayOfWeek < 7 ? Weekday(rawValue: dayOfWeek) : nil
        else { return nil }
        return .weekday(weekday, week: week, month: month)
    }

    /// `[+-]hh[:mm[:ss]]`.
    private mutating func signedSeconds(hourDigits: ClosedRange<Int>, hours: ClosedRange<Int>) -> Int? {
        let isNegative = take("-")
        if !isNegative { _ = take("+") }
        guard let hour = number(digits: hourDigits), hours.contains(hour) else { return nil }
        var seconds = hour * 3600
        for unit in [60, 1] where take(":") {
            guard let value = number(digits: 1...2), value <= 59 else { return nil }
            seconds += value * unit
        }
        return isNegative ? -seconds : seconds
    }
}

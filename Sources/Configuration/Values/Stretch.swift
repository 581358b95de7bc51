import Mentoring

extension Offset: Written {
    /// `3 days`, `1 week`, `2 hours`.
    init(written text: String) throws(Misspelling) {
        let words = text.words
        guard words.count == 2, let count = Int(digits: words[0]), let unit = Unit(written: words[1]) else {
            throw Misspelling("is no stretch of time; write 3 days, 2 weeks or 2 hours")
        }
        guard (1...unit.most).contains(count) else {
            throw Misspelling("is out of reach; it can be from 1 to \(unit.most) \(unit)")
        }
        self.init(count, unit)
    }

    /// In seconds; a month has 31 days here.
    var longestSeconds: Int {
        switch unit {
        case .minutes: count * 60
        case .hours: count * 3600
        case .days: count * 86_400
        case .weeks: count * 7 * 86_400
        case .months: count * 31 * 86_400
        }
    }

    /// In days; nil for hours and minutes.
    var longestDays: Int? {
        isElapsedTime ? nil : longestSeconds / 86_400
    }
}

extension Offset.Unit {
    /// `day` or `days`.
    init?(written text: some StringProtocol) {
        guard let unit = Self.allCases.first(where: { $0.rawValue == text || $0.rawValue.dropLast() == text }) else {
            return nil
        }
        self = unit
    }

    /// Ten years.
    fileprivate var most: Int {
        switch self {
        case .minutes, .hours: 87_600
        case .days: 3650
        case .weeks: 520
        case .months: 120
        }
    }
}

/// A number of days: `5 days`, `6 weeks`, `2 months` (of 31 days).
struct DaysWritten: Written, Hashable {
    let days: Int

    init(written text: String) throws(Misspelling) {
        guard let offset = try? Offset(written: text), let days = offset.longestDays else {
            throw Misspelling("is no number of days; write 5 days or 6 weeks")
        }
        self.days = days
    }
}

/// How long after its time a mail is of use, in seconds: `2 days`, or a length such as `1h30`.
struct LatenessWritten: Written, Hashable {
    let seconds: Int

    init(written text: String) throws(Misspelling) {
        if let offset = try? Offset(written: text) {
            seconds = offset.longestSeconds
        } else if let length = try? Length(written: text), length.minutes > 0 {
            seconds = length.minutes * 60
        } else {
            throw Misspelling("is no stretch of time; write 2 days, 6 hours or 1h30")
        }
    }
}

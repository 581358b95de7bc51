import CivilTime

/// The parts of an RRULE as they are read; nil is one that has not come yet.
struct RecurrenceParts {
    var frequency: RecurrenceRule.Frequency?
    var interval: Int?
    var count: Int?
    var until: RecurrenceRule.Until?
    var seconds: [Int]?
    var minutes: [Int]?
    var hours: [Int]?
    var weekdays: [RecurrenceRule.OrdinalWeekday]?
    var monthDays: [Int]?
    var yearDays: [Int]?
    var weekNumbers: [Int]?
    var months: [Int]?
    var positions: [Int]?
    var weekStart: Weekday?

    mutating func read(_ text: String) throws(RecurrenceError) {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let part = rest.popPart(before: UInt8(ascii: ";")).trimmed
            if part.isEmpty || part.starts(with: "X-".utf8) || part.starts(with: "x-".utf8) { continue }
            guard let equals = part.firstIndex(of: UInt8(ascii: "=")) else {
                throw .notAPart(RecurrenceError.excerpt(part))
            }
            let name = part[..<equals].trimmed
            let value = RecurrenceValue(part: name, text: part[part.index(after: equals)...].trimmed)
            try read(value)
        }
    }

    private mutating func read(_ value: RecurrenceValue) throws(RecurrenceError) {
        switch value.name {
        case "FREQ": try value.set(&frequency, value.frequency())
        case "INTERVAL": try value.set(&interval, value.number(1...Int(Int32.max)))
        // Eighteen digits are more than any calendar holds.
        case "COUNT": try value.set(&count, value.number(1...999_999_999_999_999_999))
        case "UNTIL": try value.set(&until, value.until())
        case "BYSECOND": try value.set(&seconds, value.numbers(0...60))
        case "BYMINUTE": try value.set(&minutes, value.numbers(0...59))
        case "BYHOUR": try value.set(&hours, value.numbers(0...23))
        case "BYDAY": try value.set(&weekdays, value.ordinalWeekdays())
        case "BYMONTHDAY": try value.set(&monthDays, value.numbers(1...31, fromEnd: true))
        case "BYYEARDAY": try value.set(&yearDays, value.numbers(1...366, fromEnd: true))
        case "BYWEEKNO": try value.set(&weekNumbers, value.numbers(1...53, fromEnd: true))
        case "BYMONTH": try value.set(&months, value.numbers(1...12))
        case "BYSETPOS": try value.set(&positions, value.numbers(1...366, fromEnd: true))
        case "WKST": try value.set(&weekStart, value.weekday())
        // RFC 7529: other calendars, and what becomes of a day that a month lacks.
        case "RSCALE":
            guard value.word == "GREGORIAN" else { throw .otherCalendar(value.excerpt) }
        case "SKIP":
            guard value.word == "OMIT" else { throw .movesMissingDays(value.excerpt) }
        case let name: throw .unknownPart(name)
        }
    }
}

import CivilTime

/// One part of an RRULE: its name and what stands behind the equals sign.
struct RecurrenceValue {
    /// In capitals.
    let name: String
    private let bytes: ArraySlice<UInt8>

    init(part name: ArraySlice<UInt8>, text: ArraySlice<UInt8>) {
        self.name =
            name.count <= RecurrenceError.longestExcerpt ? ASCII.uppercased(name) : RecurrenceError.excerpt(name)
        bytes = text
    }

    var excerpt: String { RecurrenceError.excerpt(bytes) }

    /// The value in capitals, as far as any word of the grammar may reach.
    var word: String { ASCII.uppercased(bytes.prefix(16)) }

    private func bad(_ text: ArraySlice<UInt8>, _ expected: String) -> RecurrenceError {
        .badValue(part: name, value: RecurrenceError.excerpt(text), expected: expected)
    }

    /// Keeps a value, unless the part has come before (RFC 5545: "MUST NOT be specified more than once").
    func set<Value>(_ target: inout Value?, _ value: Value) throws(RecurrenceError) {
        guard target == nil else { throw .repeatedPart(name) }
        target = value
    }

    func frequency() throws(RecurrenceError) -> RecurrenceRule.Frequency {
        guard let frequency = RecurrenceRule.Frequency(rawValue: word) else {
            throw bad(bytes, "one of SECONDLY, MINUTELY, HOURLY, DAILY, WEEKLY, MONTHLY and YEARLY")
        }
        return frequency
    }

    func number(_ range: ClosedRange<Int>) throws(RecurrenceError) -> Int {
        guard let number = Self.number(bytes), range.contains(number) else {
            throw bad(bytes, "a whole number of \(range.lowerBound) to \(range.upperBound)")
        }
        return number
    }

    func numbers(_ range: ClosedRange<Int>, fromEnd: Bool = false) throws(RecurrenceError) -> [Int] {
        var numbers: [Int] = []
        try eachItem { (item) throws(RecurrenceError) in
            guard let number = Self.number(item), range.contains(fromEnd ? abs(number) : number) else {
                let mirrored = fromEnd ? " or -\(range.upperBound) to -\(range.lowerBound)" : ""
                throw bad(item, "whole numbers of \(range.lowerBound) to \(range.upperBound)\(mirrored)")
            }
            numbers.append(number)
        }
        return numbers.inOrder(by: \.self)
    }

    func weekday() throws(RecurrenceError) -> Weekday {
        guard let weekday = Self.weekday(bytes) else { throw bad(bytes, "one of MO, TU, WE, TH, FR, SA and SU") }
        return weekday
    }

    func ordinalWeekdays() throws(RecurrenceError) -> [RecurrenceRule.OrdinalWeekday] {
        var weekdays: [RecurrenceRule.OrdinalWeekday] = []
        try eachItem { (item) throws(RecurrenceError) in
            let ordinal = item.dropLast(2).trimmed
            let number = Self.number(ordinal)
            guard let weekday = Self.weekday(item.suffix(2)), ordinal.isEmpty || (1...53).contains(abs(number ?? 0))
            else { throw bad(item, "MO to SU, each perhaps after a number of 1 to 53 or -53 to -1") }
            weekdays.append(.init(weekday, ordinal: number))
        }
        return weekdays.inOrder { 8 * ($0.ordinal ?? 0) + ($0.ordinal ?? 0 < 0 ? -1 : 1) * $0.weekday.rawValue }
    }

    func until() throws(RecurrenceError) -> RecurrenceRule.Until {
        switch bytes.count <= 16 ? DateTimeValue(String(decoding: bytes, as: UTF8.self)) : nil {
        case .date(let date): return .date(date)
        case .utc(let instant): return .utc(instant)
        case .local(let local): return .local(local)
        case nil: throw bad(bytes, "a day or a time such as 20261224 or 20261224T170000Z")
        }
    }

    /// Calls back with what stands between the commas; a comma too many is forgiven, an empty list is not.
    private func eachItem(
        _ body: (ArraySlice<UInt8>) throws(RecurrenceError) -> Void
    ) throws(RecurrenceError) {
        var rest = bytes
        var count = 0
        while !rest.isEmpty {
            let item = rest.popPart(before: UInt8(ascii: ",")).trimmed
            if item.isEmpty { continue }
            count += 1
            // No part has more than 749 different values (BYDAY: seven days with 53 ordinals from either end or none).
            guard count <= 1000 else { throw bad(bytes, "a list of at most 1000 values") }
            try body(item)
        }
        guard count > 0 else { throw bad(bytes, "a list of values") }
    }

    /// Digits, perhaps behind a sign; nil for anything else and for more than eighteen digits.
    private static func number(_ text: ArraySlice<UInt8>) -> Int? {
        var digits = text
        let isNegative = digits.first == UInt8(ascii: "-")
        if isNegative || digits.first == UInt8(ascii: "+") { digits = digits.dropFirst() }
        var number = 0
        var count = 0
        for digit in digits {
            guard ASCII.isDigit(digit), count < 18 else { return nil }
            number = 10 * number + Int(digit - UInt8(ascii: "0"))
            count += 1
        }
        return count == 0 ? nil : isNegative ? -number : number
    }

    private static func weekday(_ text: ArraySlice<UInt8>) -> Weekday? {
        guard let first = text.first, let second = text.dropFirst().first, text.count == 2 else { return nil }
        return switch (ASCII.uppercased(first), ASCII.uppercased(second)) {
        case (UInt8(ascii: "M"), UInt8(ascii: "O")): .monday
        case (UInt8(ascii: "T"), UInt8(ascii: "U")): .tuesday
        case (UInt8(ascii: "W"), UInt8(ascii: "E")): .wednesday
        case (UInt8(ascii: "T"), UInt8(ascii: "H")): .thursday
        case (UInt8(ascii: "F"), UInt8(ascii: "R")): .friday
        case (UInt8(ascii: "S"), UInt8(ascii: "A")): .saturday
        case (UInt8(ascii: "S"), UInt8(ascii: "U")): .sunday
        default: nil
        }
    }
}

extension Array {
    /// Ascending and each once, with what counts from the end (negative) behind the rest, the last of it last.
    fileprivate func inOrder(by number: (Element) -> Int) -> [Element] where Element: Equatable {
        guard count > 1 else { return self }
        let sorted = sorted { left, right in
            let (left, right) = (number(left), number(right))
            return (left < 0) == (right < 0) ? left < right : right < 0
        }
        var kept: [Element] = []
        for element in sorted where element != kept.last { kept.append(element) }
        return kept
    }
}

extension ArraySlice<UInt8> {
    /// Without blanks at both ends.
    var trimmed: ArraySlice<UInt8> {
        var (start, end) = (startIndex, endIndex)
        while start < end, ASCII.isBlank(self[start]) { start += 1 }
        while start < end, ASCII.isBlank(self[end - 1]) { end -= 1 }
        return self[start..<end]
    }

    /// The bytes before a separator, which is taken off with them.
    mutating func popPart(before separator: UInt8) -> ArraySlice<UInt8> {
        let end = firstIndex(of: separator) ?? endIndex
        let part = self[startIndex..<end]
        self = end < endIndex ? self[(end + 1)...] : self[end...]
        return part
    }
}

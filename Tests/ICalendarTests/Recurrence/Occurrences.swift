import CivilTime
import ICalendar
import Testing

func wall(_ text: String, _ location: SourceLocation = #_sourceLocation) throws -> LocalDateTime {
    try #require(LocalDateTime(text), sourceLocation: location)
}

/// The first occurrences of a rule, as their own text.
func occurrences(
    of rule: String, from start: String, isDate: Bool = false, zone: Zone = .utc, atMost limit: Int = 100
) throws -> [String] {
    var iterator = RecurrenceIterator(
        try RecurrenceRule(rule), start: try wall(start), isDate: isDate, zone: zone)
    var found: [String] = []
    while found.count < limit, let next = try iterator.next() { found.append(next.description) }
    return found
}

/// Compares as many occurrences as are expected; `expected` has them between spaces.
func expectOccurrences(
    of rule: String, from start: String, _ expected: String, _ location: SourceLocation = #_sourceLocation
) throws {
    let expected = expected.split(separator: " ").map(String.init)
    let found = try occurrences(of: rule, from: start, atMost: expected.count)
    #expect(found == expected, "\(rule)", sourceLocation: location)
}

import CivilTime

@testable import Conditions

/// What the rules of a small programme may read.
let declarations: Declarations = [
    "relationship.missed_in_a_row": .int,
    "relationship.months_left": .int,
    "relationship.paused": .bool,
    "relationship.groups": .list(.string),
    "relationship.last_held": .timestamp,
    "recipient.role": .string,
    "recipient.load": .double,
    "meeting.ordinal": .int,
    "meeting.length": .duration,
    "meeting.labels": .map(.string, .string),
]

/// What they say today; `relationship.last_held` has no value.
let facts: [String: Value] = [
    "relationship.missed_in_a_row": .int(2),
    "relationship.months_left": .int(3),
    "relationship.paused": .bool(false),
    "relationship.groups": .list([.string("2026"), .string("pilot")]),
    "recipient.role": .string("mentor"),
    "recipient.load": .double(1.5),
    "meeting.ordinal": .int(4),
    "meeting.length": .duration(.seconds(5400)),
]

/// One zone, in which it is an hour later than in UTC, from 2026-03-29T01:00Z two hours.
func zones(_ name: String) -> Zone? {
    guard name == "Europe/Paris" else { return nil }
    return Zone(
        definedAs: name, before: ZonePeriod(offset: 3600, isDaylight: false, abbreviation: "CET"),
        changes: [
            (
                Instant(secondsSinceEpoch: 1_774_746_000),
                ZonePeriod(offset: 7200, isDaylight: true, abbreviation: "CEST")
            )
        ])
}

/// The value of an expression over the facts, checked.
func value(of source: String, budget: Int = Expression.usualBudget) throws -> Value {
    try Expression(source, declarations: declarations, expecting: nil)
        .evaluate({ facts[$0] }, zones: zones, budget: budget)
}

/// The value of an expression that nobody has checked, with `x` being 1.
func uncheckedValue(of source: String) throws -> Value {
    try Expression(unchecked: source).evaluate({ $0 == "x" ? .int(1) : nil }, zones: zones)
}

/// What is wrong with a condition; nil for a good one.
func mistake(in source: String) -> ConditionError? {
    do throws(ConditionError) {
        _ = try Expression(source, declarations: declarations)
        return nil
    } catch {
        return error
    }
}

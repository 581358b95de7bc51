import CivilTime

/// Days from the first to the last, both included; empty where the last comes before the first.
struct DateSpan: Sendable, Hashable {
    var first: CivilDate
    var last: CivilDate

    var isEmpty: Bool { last < first }

    func contains(_ date: CivilDate) -> Bool { first <= date && date <= last }

    func clamped(to other: DateSpan) -> DateSpan {
        DateSpan(first: max(first, other.first), last: min(last, other.last))
    }
}

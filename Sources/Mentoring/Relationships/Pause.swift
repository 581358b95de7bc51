public import CivilTime

/// Days on which a relationship rests: no meeting falls on them, and the rhythm begins anew after them.
public struct Pause: Sendable, Hashable {
    public var first: CivilDate
    /// The last day of it; nil until somebody resumes the relationship.
    public var last: CivilDate?

    public init(first: CivilDate, last: CivilDate? = nil) {
        self.first = first
        self.last = last
    }

    public func contains(_ date: CivilDate) -> Bool {
        first <= date && (last.map { date <= $0 } ?? true)
    }

    /// In the order of their days, those made one that overlap or follow each other without a day between.
    static func joined(_ pauses: [Pause]) -> [Pause] {
        pauses.sorted { $0.first < $1.first }.reduce(into: []) { joined, pause in
            guard let before = joined.last, before.last.map({ pause.first <= $0.adding(days: 1) }) ?? true else {
                return joined.append(pause)
            }
            let last: CivilDate? =
                if let one = before.last, let other = pause.last { max(one, other) } else { nil }
            joined[joined.count - 1].last = last
        }
    }
}

import CivilTime

/// A rarer meeting that the nearest session becomes.
struct DueReview {
    let series: Series
    let ordinal: Int
    /// The day on which it would fall by itself.
    let ideal: CivilDate
}

extension Relationship {
    /// The reviews that sessions become, without those that are settled because they were announced or held.
    func reviewsWithSessions(through last: CivilDate, settled: [Meeting]) -> [DueReview] {
        let lastHeld = settled.lazy.filter { $0.state == .held }.map(\.start.date).max() ?? start
        return series.filter { $0.placement == .withSession && $0.name != .session }.flatMap { review in
            let known = Set(settled.compactMap { $0.merged?.series == review.name ? $0.merged?.ordinal : nil })
            var due: [DueReview] = []
            var ordinal = 1
            var ideal = review.cadence.ideal(ordinal: ordinal, from: start)
            // A review whose day lies a few days behind the end still belongs to the last session.
            while ideal <= last.adding(days: DueReview.reach) {
                if !known.contains(ordinal), ideal >= lastHeld {
                    due.append(DueReview(series: review, ordinal: ordinal, ideal: ideal))
                }
                ordinal += 1
                ideal = review.cadence.ideal(ordinal: ordinal, from: start)
            }
            return due
        }
    }
}

extension DueReview {
    /// Days that a session may lie from the quarter and still be its review.
    static let reach = 21
}

extension Plan {
    /// Turns the session nearest to each review's day into it, and gives the other sessions their own length.
    mutating func place(
        reviewsOf relationship: Relationship, held: [Meeting], standing: [Meeting], through: CivilDate
    ) {
        guard let session = relationship.series(named: .session) else { return }
        let last = min(relationship.end ?? through, through)
        for review in relationship.reviewsWithSessions(through: last, settled: held + standing) {
            guard let index = choice(for: review.ideal) else { continue }
            slots[index].merged = Meeting.Merged(series: review.series.name, ordinal: review.ordinal)
            if slots[index].minutes < review.series.minutes {
                warnings.append(
                    PlanningWarning(
                        relationship: relationship.id, series: review.series.name,
                        reason: .shortReview(slots[index].start.date)))
            }
        }
        for index in slots.indices where slots[index].isLooseSession && slots[index].merged == nil {
            slots[index].minutes = session.minutes
        }
    }

    /// The session nearest to the day; the next free one after it where that one is announced as a session already.
    private func choice(for ideal: CivilDate) -> Int? {
        let possible = slots.indices.filter { slots[$0].series == .session && slots[$0].merged == nil }
        let distance = { (index: Int) in abs(slots[index].start.date.days(until: ideal)) }
        guard let nearest = possible.min(by: { distance($0) < distance($1) }), distance(nearest) <= DueReview.reach
        else { return nil }
        return possible.first { $0 >= nearest && slots[$0].isLooseSession }
    }
}

extension Slot {
    fileprivate var isLooseSession: Bool { series == .session && standing == nil }
}

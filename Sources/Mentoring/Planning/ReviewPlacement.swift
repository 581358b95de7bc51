import CivilTime

/// Turns the session nearest to each quarter into the review: longer, with its own agenda.
struct ReviewPlacement {
    let review: Series
    let sessions: Series
    let finder: DayFinder
    let held: [Meeting]

    private var relationship: Relationship { finder.hours.relationship }

    /// - Parameters:
    ///   - part: the sessions; some become reviews.
    ///   - fixed: announced meetings; what they were announced as is settled.
    func place(in part: inout Plan, through last: CivilDate, diary: Diary, fixed: [Meeting]) {
        let settled = Set((held + fixed).compactMap { $0.merged?.series == review.name ? $0.merged?.ordinal : nil })
        var ordinal = 1
        var ideal = review.cadence.ideal(ordinal: ordinal, from: relationship.start)
        // A review whose day lies a few days behind the end still belongs to the last session.
        while ideal <= last.adding(days: Self.reach) {
            let isPast = ideal < (held.map(\.start.date).max() ?? relationship.start)
            if !settled.contains(ordinal), !isPast { place(ordinal, nearest: ideal, in: &part, diary: diary) }
            ordinal += 1
            ideal = review.cadence.ideal(ordinal: ordinal, from: relationship.start)
        }
    }

    private func place(_ ordinal: Int, nearest ideal: CivilDate, in part: inout Plan, diary: Diary) {
        guard let index = choice(for: ideal, among: part.slots) else { return }
        part.slots[index].merged = Meeting.Merged(series: review.name, ordinal: ordinal)
        let slot = part.slots[index]
        if let candidate = finder.best(on: slot.start.date, minutes: review.minutes, diary: diary) {
            part.slots[index].start = candidate.start
            part.slots[index].starts = candidate.starts
            part.slots[index].minutes = review.minutes
        } else if review.minutes > slot.minutes {
            part.warnings.append(
                PlanningWarning(
                    relationship: relationship.id, series: review.name, reason: .shortReview(slot.start.date)))
        }
    }

    /// The session nearest to the day; the next free one after it where that one is announced as a session already.
    private func choice(for ideal: CivilDate, among slots: [Slot]) -> Int? {
        let possible = slots.indices.filter { slots[$0].merged == nil }
        let distance = { (index: Int) in abs(slots[index].start.date.days(until: ideal)) }
        guard let nearest = possible.min(by: { distance($0) < distance($1) }), distance(nearest) <= Self.reach
        else { return nil }
        return possible.first { $0 >= nearest && slots[$0].standing == nil }
    }

    /// Days that a session may lie from the quarter and still be its review.
    private static let reach = 21
}

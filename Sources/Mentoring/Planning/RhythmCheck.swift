import CivilTime

extension Programme {
    /// Whether a meeting keeps the distance to those of its series that stand: no nearer than the rhythm allows, and
    /// not after a gap that is too long.
    ///
    /// - Parameter meetings: held and announced ones, of anybody; the meeting itself does not count among them.
    public func keepsRhythm(_ meeting: Meeting, among meetings: [Meeting]) -> Bool {
        guard let relationship = relationships[meeting.relationship],
            let series = relationship.series(named: meeting.series)
        else { return false }
        let date = meeting.start.date
        let met = series.name == .session ? relationship.met : []
        let days =
            met
            + meetings.filter {
                $0.relationship == relationship.id && $0.series == series.name && $0.id != meeting.id
                    && ($0.state == .held || $0.state == .announced)
            }.map(\.start.date)
        let window = series.cadence.window
        let nearest = min(7, window.lowerBound)
        if days.contains(where: { abs($0.days(until: date)) < nearest }) { return false }
        // A rhythm begins anew after a pause.
        let resumed = relationship.pauses.compactMap(\.last).filter { $0 < date }.max()
        let since = [days.filter { $0 < date }.max(), resumed, relationship.start].compactMap(\.self).max()
        return (since ?? date).days(until: date) <= series.longestGap
    }
}

extension Series {
    /// Days without a meeting beyond which the rhythm is broken: `max_gap`, or half as long again as the cadence.
    public var longestGap: Int { maxGap ?? cadence.window.upperBound * 3 / 2 }
}

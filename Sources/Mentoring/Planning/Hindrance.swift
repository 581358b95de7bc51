public import CivilTime

/// One thing that keeps a relationship from meeting at its preferred hour of a day.
public enum Hindrance: Sendable, Hashable {
    case outside(first: CivilDate, last: CivilDate?)
    case paused
    case calledOff
    case holiday
    /// New dates lie at least so many days ahead.
    case notice(days: Int)
    case otherWeekday(preferred: WeekdayTime)
    case away(Person.ID)
    /// When somebody can meet that day, on the wall clock of the relationship; nothing where never.
    case hours(Person.ID, [Range<LocalDateTime>])
    case busy(Person.ID, Range<LocalDateTime>)
    case meets(Person.ID, Relationship.ID, Range<LocalDateTime>)
    /// Somebody's minutes that month: used, of so many.
    case month(Person.ID, used: Int, most: Int)
    /// Days since the meeting before and until the next one; the rhythm would have them in the window.
    case rhythm(before: Int?, after: Int?, window: ClosedRange<Int>)
}

extension Hindrance: CustomStringConvertible {
    public var description: String {
        switch self {
        case .outside(let first, let last):
            "the relationship goes from \(first) to \(last?.description ?? "an open end")"
        case .paused: "the relationship is paused that day"
        case .calledOff: "a meeting was called off that day"
        case .holiday: "it is a holiday"
        case .notice(let days): "new dates lie at least \(days) days ahead"
        case .otherWeekday(let preferred):
            "it is not the preferred weekday (\(preferred.weekday.abbreviation) \(preferred.time))"
        case .away(let person): "\(person) is away"
        case .hours(let person, let spans):
            spans.isEmpty
                ? "\(person) has no hours that day"
                : "\(person) can meet " + spans.map(Self.text).joined(separator: " and ") + " that day"
        case .busy(let person, let span): "\(person) is busy \(Self.text(span))"
        case .meets(let person, let relationship, let span):
            "\(person) meets \(Self.text(span)) for \(relationship)"
        case .month(let person, let used, let most):
            "\(person) has \(used) of \(most) minutes that month already"
        case .rhythm(let before, let after, let window):
            "it would be "
                + [before.map { "\($0) days after the meeting before" }, after.map { "\($0) days before the next" }]
                .compactMap(\.self).joined(separator: " and ")
                + "; the rhythm is \(window.lowerBound) to \(window.upperBound) days"
        }
    }

    private static func text(_ span: Range<LocalDateTime>) -> String {
        "\(span.lowerBound.time)-\(span.upperBound.time)"
    }
}

extension Programme {
    /// What keeps a relationship's series from meeting at the preferred hour of a day, hardest first; nothing where
    /// that hour is as good as any.
    ///
    /// - Parameter meetings: those ahead and held, of everybody.
    public func hindrances(
        of series: Series, in relationship: Relationship, on date: CivilDate, meetings: [Meeting], now: Instant
    ) -> [Hindrance] {
        let preferred = PossibleTimes.preference(for: series, of: relationship, people: people)
        let start = LocalDateTime(date, preferred.time)
        let starts = relationship.zone.instant(of: start)
        let span = starts..<starts.adding(seconds: Int64(series.minutes) * 60)
        let own = meetings.filter { $0.relationship == relationship.id && $0.series == series.name }
        let others = meetings.filter { meeting in !own.contains { $0.id == meeting.id && $0.start.date == date } }
        var found = dayHindrances(of: relationship, on: date, now: now)
        for person in relationship.parties.compactMap({ people[$0] }) {
            found += hindrances(of: person, in: relationship, during: span, on: date, among: others)
        }
        if date.weekday != preferred.weekday { found.append(.otherWeekday(preferred: preferred)) }
        let days = (relationship.met + own.filter { $0.state != .missed }.map(\.start.date)).filter { $0 != date }
        let before = days.filter { $0 < date }.max().map { $0.days(until: date) }
        let after = days.filter { $0 > date }.min().map { date.days(until: $0) }
        let window = series.cadence.window
        if [before, after].compactMap(\.self).contains(where: { !window.contains($0) }) {
            found.append(.rhythm(before: before, after: after, window: window))
        }
        return found
    }

    private func dayHindrances(of relationship: Relationship, on date: CivilDate, now: Instant) -> [Hindrance] {
        var found: [Hindrance] = []
        if date < relationship.start || relationship.end.map({ date > $0 }) ?? false {
            found.append(.outside(first: relationship.start, last: relationship.end))
        }
        if relationship.isPaused(on: date) { found.append(.paused) }
        if relationship.skipped.contains(date) { found.append(.calledOff) }
        if holidays.contains(date) { found.append(.holiday) }
        if date < relationship.zone.local(at: now).date.adding(days: noticeDays) {
            found.append(.notice(days: noticeDays))
        }
        return found
    }

    private func hindrances(
        of person: Person, in relationship: Relationship, during span: Range<Instant>, on date: CivilDate,
        among meetings: [Meeting]
    ) -> [Hindrance] {
        let zone = relationship.zone
        let local = { (span: Range<Instant>) in zone.local(at: span.lowerBound)..<zone.local(at: span.upperBound) }
        var found: [Hindrance] = []
        if person.isAway(on: person.zone.local(at: span.lowerBound).date) { found.append(.away(person.id)) }
        let hours = person.hours(around: date)
        if !hours.contains(where: { $0.lowerBound <= span.lowerBound && span.upperBound <= $0.upperBound }) {
            let day = LocalDateTime(date, .midnight)..<LocalDateTime(date.adding(days: 1), .midnight)
            found.append(
                .hours(person.id, hours.map(local).filter { $0.overlaps(day) }.map { $0.clamped(to: day) }))
        }
        found += person.busy.overlapping(span).map { .busy(person.id, local($0)) }
        let theirs = meetings.filter {
            $0.state != .missed && relationships[$0.relationship]?.parties.contains(person.id) ?? false
        }
        let buffer = Int64(bufferMinutes) * 60
        let wide = span.lowerBound.adding(seconds: -buffer)..<span.upperBound.adding(seconds: buffer)
        found += theirs.filter { ($0.starts..<$0.ends).overlaps(wide) }
            .map { .meets(person.id, $0.relationship, local($0.starts..<$0.ends)) }
        if let most = person.minutesPerMonth {
            let used = theirs.filter { CivilDate.month(of: $0.start.date) == CivilDate.month(of: date) }
                .reduce(0) { $0 + $1.minutes }
            if used + span.minutes > most { found.append(.month(person.id, used: used, most: most)) }
        }
        return found
    }
}

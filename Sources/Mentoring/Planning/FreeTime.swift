import CivilTime

/// When somebody can meet: spans in the order of time, none touching another, absences and busy spans taken out.
struct FreeTime: Sendable {
    /// What can take time out of somebody's weekly hours.
    enum Part: Hashable { case absence, busy }

    let spans: [Range<Instant>]

    static let none = FreeTime(spans: [])

    private init(spans: [Range<Instant>]) {
        self.spans = spans
    }

    /// - Parameter days: the dates that count, wherever in the world somebody reads the calendar.
    init(of person: Person, on days: DateSpan, leavingOut: Set<FreeTime.Part> = []) {
        var open: [Range<Instant>] = []
        var cursor = ZoneCursor(person.zone)
        let windows = Dictionary(grouping: person.available.sorted(), by: \.weekday)
        let away = leavingOut.contains(.absence) ? [] : person.away
        // A day there can be the day before or after where the person lives.
        for number in (days.first.dayNumber - 1)...max(days.first.dayNumber - 1, days.last.dayNumber + 1) {
            let date = CivilDate(dayNumber: number)
            guard let today = windows[date.weekday], !away.contains(where: { $0.contains(date) }) else { continue }
            let midnight = LocalDateTime(date, .midnight)
            for window in today {
                let opens = cursor.instant(of: LocalDateTime(date, window.opens))
                let closes = cursor.instant(of: midnight.adding(seconds: window.closes))
                if opens < closes { open.append(opens..<closes) }
            }
        }
        let joined = Self.joined(open)
        if !leavingOut.contains(.busy), let first = joined.first, let last = joined.last {
            // Somebody may be busy for years, and this is asked for every stretch.
            let taken = person.busy.overlapping(first.lowerBound..<last.upperBound)
            spans = Self.subtracting(Array(taken), from: joined)
        } else {
            spans = joined
        }
    }

    /// The time that both have.
    func common(with other: FreeTime) -> FreeTime {
        var found: [Range<Instant>] = []
        var mine = spans[...]
        var theirs = other.spans[...]
        while let one = mine.first, let two = theirs.first {
            let both = one.clamped(to: two)
            if !both.isEmpty { found.append(both) }
            if one.upperBound <= two.upperBound { mine.removeFirst() } else { theirs.removeFirst() }
        }
        return FreeTime(spans: found)
    }

    private static func joined(_ spans: [Range<Instant>]) -> [Range<Instant>] {
        spans.sorted { $0.lowerBound < $1.lowerBound }.reduce(into: []) { joined, span in
            guard let last = joined.last, span.lowerBound <= last.upperBound else { return joined.append(span) }
            joined[joined.count - 1] = last.lowerBound..<max(last.upperBound, span.upperBound)
        }
    }

    /// - Parameter taken: in the order of their starts; they may contain one another.
    private static func subtracting(_ taken: [Range<Instant>], from open: [Range<Instant>]) -> [Range<Instant>] {
        guard !taken.isEmpty else { return open }
        let taken = joined(taken)
        var next = taken.startIndex
        return open.reduce(into: []) { left, span in
            var start = span.lowerBound
            while next < taken.endIndex, taken[next].upperBound <= start { next += 1 }
            var index = next
            while index < taken.endIndex, taken[index].lowerBound < span.upperBound {
                if start < taken[index].lowerBound { left.append(start..<taken[index].lowerBound) }
                start = max(start, taken[index].upperBound)
                index += 1
            }
            if start < span.upperBound { left.append(start..<span.upperBound) }
        }
    }
}

extension Person {
    /// The hours in which the person can meet, of a date on their calendar and the days beside it, absences aside.
    func hours(around date: CivilDate) -> [Range<Instant>] {
        FreeTime(of: self, on: DateSpan(first: date, last: date), leavingOut: [.absence, .busy]).spans
    }
}

extension Range<Instant> {
    var minutes: Int { Int(lowerBound.seconds(until: upperBound) / 60) }
}

import CivilTime

/// The best hour of a day for a meeting, as far as one relationship is concerned.
struct DayFinder: Sendable {
    /// A possible date: when it starts, and what its hour costs.
    struct Candidate: Sendable, Hashable {
        var start: LocalDateTime
        var starts: Instant
        var cost: Int
    }

    let hours: CommonHours
    let preferred: WeekdayTime

    /// Meetings start on the half hour.
    static let grid = 30

    /// - Returns: nil where nobody is free for so long on that day.
    func best(on date: CivilDate, minutes: Int, diary: Diary) -> Candidate? {
        guard diary.hasRoom(for: minutes, on: date, people: hours.parties) else { return nil }
        var best: Candidate?
        for span in hours.spans(on: date) where span.minutes >= minutes {
            for candidate in candidates(in: span, on: date, minutes: minutes) {
                if let known = best, known.cost <= candidate.cost { continue }
                let taken = candidate.starts..<candidate.starts.adding(seconds: Int64(minutes) * 60)
                if diary.isFree(taken, for: hours.parties) { best = candidate }
            }
        }
        return best
    }

    private func candidates(in span: Range<Instant>, on date: CivilDate, minutes: Int) -> [Candidate] {
        let zone = hours.relationship.zone
        let step = Int64(Self.grid) * 60
        let last = span.upperBound.adding(seconds: -Int64(minutes) * 60)
        // From the midnight of the wall clock, so that the grid is that of the hours on the wall.
        let local = zone.local(at: span.lowerBound)
        let into = Int64(local.time.secondsOfDay) % step
        var starts = into == 0 ? span.lowerBound : span.lowerBound.adding(seconds: step - into)
        var found: [Candidate] = []
        while starts <= last {
            let start = zone.local(at: starts)
            // An hour that comes twice on a day, or never, is no hour to meet.
            if start.date == date, case .unique = zone.resolve(start) {
                found.append(Candidate(start: start, starts: starts, cost: cost(of: start)))
            }
            starts = starts.adding(seconds: step)
        }
        return found
    }

    private func cost(of start: LocalDateTime) -> Int {
        let away = abs(start.time.secondsOfDay - preferred.time.secondsOfDay) / (Self.grid * 60)
        return min(away, 8) + (start.date.weekday == preferred.weekday ? 0 : 6)
    }
}

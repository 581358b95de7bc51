import CivilTime

/// When all the parties of a relationship could meet on a day, each in their own zone and free of absences.
struct CommonHours: Sendable {
    let relationship: Relationship
    var parties: [Person]
    var holidays: Set<CivilDate>

    /// The spans of a day, on the relationship's calendar, that lie in a window of every party.
    func spans(on date: CivilDate) -> [Range<Instant>] {
        guard !holidays.contains(date) else { return [] }
        let zone = relationship.zone
        let day =
            zone.instant(
                of: LocalDateTime(date, .midnight))..<zone.instant(of: LocalDateTime(date.adding(days: 1), .midnight))
        return parties.reduce(into: [day]) { common, person in
            guard !common.isEmpty else { return }
            let windows = self.windows(of: person, around: date)
            common = common.flatMap { span in
                windows.compactMap { window in
                    let both = span.clamped(to: window)
                    return both.isEmpty ? nil : both
                }
            }
        }
    }

    /// Whether there is a week in which everybody has so many minutes in common, absences and holidays aside.
    func existInAWeek(minutes: Int, from date: CivilDate) -> Bool {
        var always = self
        always.parties = parties.map { person in
            var present = person
            present.away = []
            return present
        }
        always.holidays = []
        // Half a year later as well: windows of two zones may meet on one side of a change of the clocks only.
        return [0, 182].contains { shift in
            (0..<7).contains { day in
                always.spans(on: date.adding(days: shift + day)).contains { $0.minutes >= minutes }
            }
        }
    }

    private func windows(of person: Person, around date: CivilDate) -> [Range<Instant>] {
        // A day here can be the day before or after where the person lives.
        (-1...1).flatMap { shift -> [Range<Instant>] in
            let theirs = date.adding(days: shift)
            guard !person.isAway(on: theirs) else { return [] }
            return person.available.compactMap { window in
                guard window.weekday == theirs.weekday else { return nil }
                let midnight = LocalDateTime(theirs, .midnight)
                let opens = person.zone.instant(of: LocalDateTime(theirs, window.opens))
                let closes = person.zone.instant(of: midnight.adding(seconds: window.closes))
                return opens < closes ? opens..<closes : nil
            }
        }
        .sorted { $0.lowerBound < $1.lowerBound }
    }
}

extension Range<Instant> {
    var minutes: Int { Int(lowerBound.seconds(until: upperBound) / 60) }
}

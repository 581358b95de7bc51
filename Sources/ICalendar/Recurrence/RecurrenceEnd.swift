import CivilTime

/// Where a rule's UNTIL, or the calendar, ends it on the wall of the start's zone; all in wall seconds.
struct RecurrenceEnd: Sendable {
    /// Up to here, included, every time is within the end.
    let certain: Int
    /// After here, none is.
    let possible: Int
    /// The day of `possible`.
    let lastDay: Int
    /// The moment to compare with where a change of the clocks leaves doubt between the two.
    private let moment: (until: Instant, zone: Zone)?

    init(_ until: RecurrenceRule.Until?, isDate: Bool, zone: Zone) {
        let wall: Int
        var doubt = 0
        var moment: (until: Instant, zone: Zone)?
        switch until {
        case nil: wall = Self.end(of: .latest)
        case .date(let date): wall = Self.end(of: date)
        case .local(let local): wall = isDate ? Self.end(of: local.date) : local.wallSeconds
        // A date is in no zone, so the date of UNTIL is taken as it stands there, as other readers do.
        case .utc(let instant) where isDate: wall = Self.end(of: Zone.utc.local(at: instant).date)
        case .utc(let instant):
            wall = zone.local(at: instant).wallSeconds
            let reach: Int64 = 2 * 86_400
            // Times that the clocks skip or repeat come before or after others that look later or earlier.
            let around = instant.adding(seconds: -reach)..<instant.adding(seconds: reach)
            for change in zone.transitions(in: around) {
                doubt = max(doubt, abs(change.offsetAfter - change.offsetBefore))
            }
            if doubt > 0 { moment = (instant, zone) }
        }
        self.moment = moment
        certain = wall - doubt
        possible = min(wall + doubt, Self.end(of: .latest))
        lastDay = YearDays.day(of: possible)
    }

    /// Whether a time between `certain` and `possible` is within the end.
    func includes(_ wall: Int) -> Bool {
        guard let (until, zone) = moment else { return wall <= certain }
        return zone.instant(of: LocalDateTime(wallSeconds: wall)) <= until
    }

    private static func end(of date: CivilDate) -> Int {
        (date.dayNumber + 1) * RecurrencePeriods.secondsInDay - 1
    }
}

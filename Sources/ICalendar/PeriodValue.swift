/// The PERIOD type of RFC 5545 section 3.3.9: `20261203T183000/PT1H`, or with its end behind the slash.
struct PeriodValue: Hashable {
    let start: DateTimeValue
    let rest: Rest

    enum Rest: Hashable {
        case end(DateTimeValue)
        case duration(DurationValue)
    }

    /// Nil for what is no period.
    init?(_ text: some StringProtocol) {
        let halves = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard halves.count == 2, let start = DateTimeValue(halves[0]) else { return nil }
        self.start = start
        if let duration = DurationValue(halves[1]) {
            rest = .duration(duration)
        } else if let end = DateTimeValue(halves[1]) {
            rest = .end(end)
        } else {
            return nil
        }
    }
}

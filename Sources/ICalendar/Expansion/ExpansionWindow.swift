import CivilTime

/// The time that an expansion is asked for, as instants and as whoever looks sees it on the wall.
struct ExpansionWindow: Sendable {
    let instants: Range<Instant>
    private let walls: Range<LocalDateTime>

    init(_ instants: Range<Instant>, in zone: Zone) {
        self.instants = instants
        let start = zone.local(at: instants.lowerBound)
        walls = start..<max(start, zone.local(at: instants.upperBound))
    }

    /// Whether anything of it lies in the window; of what takes no time, its moment.
    func contains(_ when: Occurrence.When) -> Bool {
        switch when {
        case .timed(let span):
            span.lowerBound < instants.upperBound
                && (span.upperBound > instants.lowerBound || span.isEmpty && span.lowerBound == instants.lowerBound)
        case .allDay(let days):
            LocalDateTime(days.lowerBound, .midnight) < walls.upperBound
                && LocalDateTime(days.upperBound, .midnight) > walls.lowerBound
        }
    }
}

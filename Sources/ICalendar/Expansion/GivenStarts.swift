import CivilTime

/// The starts of a series that have come already, so that each comes once.
///
/// Where the clocks jump, a time that they leave out is the same moment as one behind the jump: a rule that gives both
/// gives that moment twice, and other moments between the two.
struct GivenStarts {
    private var latest: Instant?
    /// Those before the latest, ascending: as many as a jump may reach back to.
    private var recent: [Instant] = []
    /// How many there may be before those are dropped that lie too far back.
    private var room = leastRoom

    private static let day: Int64 = 86_400
    private static let leastRoom = 4096

    /// Whether the start has not come yet; it has from then on.
    mutating func isNew(_ start: Instant) -> Bool {
        guard let latest else {
            self.latest = start
            return true
        }
        guard start > latest else { return start != latest && !recent.holds(start) }
        if latest.seconds(until: start) < Self.day {
            keep(latest)
        } else if !recent.isEmpty {
            recent.removeAll(keepingCapacity: true)
        }
        self.latest = start
        return true
    }

    private mutating func keep(_ start: Instant) {
        if recent.count >= room {
            recent.removeFirst(recent.place(of: start.adding(seconds: -2 * Self.day)))
            room = max(Self.leastRoom, 2 * recent.count)
        }
        recent.append(start)
    }
}

extension [Instant] {
    /// How many come before an instant, in an ascending list.
    fileprivate func place(of instant: Instant) -> Int {
        var range = 0..<count
        while !range.isEmpty {
            let middle = range.lowerBound + range.count / 2
            range = self[middle] < instant ? middle + 1..<range.upperBound : range.lowerBound..<middle
        }
        return range.lowerBound
    }

    fileprivate func holds(_ instant: Instant) -> Bool {
        let place = place(of: instant)
        return place < count && self[place] == instant
    }
}

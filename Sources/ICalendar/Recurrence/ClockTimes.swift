import CivilTime

/// The times that a rule's BYHOUR, BYMINUTE and BYSECOND put into each of its days, hours or minutes, ascending.
///
/// There may be 86,400 of them, so they are worked out one by one and kept nowhere.
struct ClockTimes: Sendable {
    private let hours: [Int]
    private let minutes: [Int]
    private let seconds: [Int]
    let count: Int
    /// The first, in seconds.
    let first: Int

    /// What a rule does not say, the start does; a period that is shorter than a day has its own hour, and so on.
    init(_ rule: RecurrenceRule, start: LocalTime, isDate: Bool) {
        func times(_ named: [Int], _ ofStart: Int, _ isOwn: Bool) -> [Int] {
            isOwn || isDate ? [0] : named.isEmpty ? [ofStart] : named
        }
        let frequency = rule.frequency
        hours = times(rule.hours, start.hour, frequency.isShorterThanDay)
        minutes = times(rule.minutes, start.minute, frequency == .minutely || frequency == .secondly)
        var seconds = times(rule.seconds, start.second, frequency == .secondly)
        if seconds.last == 60 {
            seconds.removeLast()
            if seconds.last != 59 { seconds.append(59) }
        }
        self.seconds = seconds
        count = hours.count * minutes.count * seconds.count
        first = hours[0] * 3600 + minutes[0] * 60 + seconds[0]
    }

    /// Seconds from the period's beginning.
    subscript(index: Int) -> Int {
        if count == 1 { return first }
        let (outer, second) = index.quotientAndRemainder(dividingBy: seconds.count)
        let (hour, minute) = outer.quotientAndRemainder(dividingBy: minutes.count)
        return hours[hour] * 3600 + minutes[minute] * 60 + seconds[second]
    }

    /// How many come before a moment in seconds from the period's beginning.
    func count(before moment: Int) -> Int {
        if moment <= first { return 0 }
        var range = 0..<count
        while !range.isEmpty {
            let middle = range.lowerBound + range.count / 2
            range = self[middle] < moment ? middle + 1..<range.upperBound : range.lowerBound..<middle
        }
        return range.lowerBound
    }
}

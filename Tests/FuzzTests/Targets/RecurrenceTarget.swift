import CivilTime
import ICalendar

/// A rule reads back as itself, and what it gives ascends, ends in time, and is the same after a leap.
///
/// The first three octets choose the start, the rest is the rule.
enum RecurrenceTarget {
    private static let mostOccurrences = 60
    private static let mostSteps = 2_000_000

    static func run(_ bytes: [UInt8]) throws(Broken) {
        guard bytes.count > 3 else { return }
        let text = String(decoding: bytes.dropFirst(3), as: UTF8.self)
        guard let rule = try? RecurrenceRule(text) else { return }
        try hold((try? RecurrenceRule(rule.encoded)) == rule, "\(rule.encoded) is not itself again")

        let day = (Int(bytes[0]) << 8 + Int(bytes[1])) * 50 - 719_162
        let time = LocalTime(secondsOfDay: Int(bytes[2] >> 1) * 675) ?? .midnight
        let isDate = bytes[2] & 1 == 1
        let start = LocalDateTime(CivilDate(dayNumber: day), isDate ? .midnight : time)
        let occurrences = RecurrenceIterator(rule, start: start, isDate: isDate)
        let found = try list(occurrences, after: nil)
        try hold(found.allSatisfy { $0 >= start }, "\(rule.encoded) gives something before its start")

        guard found.count > 10 else { return }
        var leapt = occurrences
        leapt.skip(to: found[found.count / 2])
        var rest = try list(leapt, after: nil)[...]
        // What lies before may be left out, and need not be.
        rest = rest.drop { $0 < found[found.count / 2] }
        let expected = found[(found.count / 2)...]
        try hold(zip(rest, expected).allSatisfy(==), "\(rule.encoded) gives other times after a leap")
    }

    private static func list(_ iterator: RecurrenceIterator, after last: LocalDateTime?) throws(Broken)
        -> [LocalDateTime]
    {
        var iterator = iterator
        var found: [LocalDateTime] = []
        var steps = iterator.steps
        while found.count < mostOccurrences, let next = try? iterator.next() {
            if let last = found.last { try hold(last < next, "\(last) is followed by \(next)") }
            found.append(next)
            try hold(iterator.steps >= steps, "work is undone")
            steps = iterator.steps
        }
        try hold(iterator.steps < mostSteps, "\(iterator.steps) steps for \(found.count) occurrences")
        return found
    }
}

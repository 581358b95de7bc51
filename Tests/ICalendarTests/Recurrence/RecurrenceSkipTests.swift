import CivilTime
import ICalendar
import Testing

struct RecurrenceSkipTests {
    /// All up to an end, or as many as there are until the rule gives up.
    private func all(_ iterator: RecurrenceIterator, until end: LocalDateTime, atMost limit: Int) -> [LocalDateTime] {
        var iterator = iterator
        var found: [LocalDateTime] = []
        while found.count < limit, let next = try? iterator.next(), next < end { found.append(next) }
        return found
    }

    @Test func `leaving out gives what filtering gives`() throws {
        var numbers = SplitMix(state: 2026)
        var compared = 0
        for _ in 0..<400 {
            let text = numbers.sensibleRule()
            let rule = try RecurrenceRule(text)
            let start = numbers.recentTime()
            let whole = RecurrenceIterator(rule, start: start)
            // A rule of seconds has come to its limit after hours.
            let days = rule.frequency == .secondly ? 0 : numbers.next(below: 1_200)
            let target = start.adding(seconds: days * 86_400 + numbers.next(below: 7_200))
            let end = target.adding(seconds: 86_400 * 300)
            let expected = Array(all(whole, until: end, atMost: 9_000).filter { $0 >= target }.prefix(30))
            if expected.isEmpty { continue }

            var fresh = whole
            fresh.skip(to: target)
            // Going back is no going back.
            fresh.skip(to: start)
            #expect(all(fresh, until: end, atMost: expected.count) == expected, "\(text) from \(start)")

            var begun = whole
            var taken = 0
            for _ in 0..<numbers.next(below: 4) {
                guard let next = try? begun.next() else { break }
                if next >= target { taken += 1 }
            }
            begun.skip(to: target)
            let rest = all(begun, until: end, atMost: expected.count - taken)
            #expect(rest == Array(expected.dropFirst(taken)), "\(text) from \(start)")
            compared += 1
        }
        #expect(compared > 200)
    }

    @Test(arguments: [
        ("FREQ=DAILY", "9000-01-01T00:00", "9000-01-01T09:00"),
        ("FREQ=DAILY;INTERVAL=2", "9000-01-01T00:00", "9000-01-02T09:00"),
        ("FREQ=WEEKLY;INTERVAL=3;BYDAY=TU", "2027-02-01T00:00", "2027-02-16T09:00"),
        ("FREQ=MONTHLY;INTERVAL=5;BYDAY=MO,TU;BYSETPOS=-1", "2027-05-01T00:00", "2027-09-28T09:00"),
        ("FREQ=YEARLY;INTERVAL=3", "2030-01-01T00:00", "2032-11-23T09:00"),
        ("FREQ=SECONDLY;INTERVAL=7", "2127-05-01T00:00", "2127-05-01T00:00"),
        ("FREQ=SECONDLY;INTERVAL=7;COUNT=2000000000", "2127-05-01T00:00", "2127-05-01T00:00"),
    ])
    func `a leap keeps the interval's beat and costs next to nothing`(
        rule: String, target: String, expected: String
    ) throws {
        var iterator = RecurrenceIterator(try RecurrenceRule(rule), start: try wall("2026-11-23T09:00"))
        iterator.skip(to: try wall(target))
        #expect(try iterator.next()?.description == expected)
        #expect(iterator.steps < 20)
    }

    @Test(arguments: [
        ("FREQ=DAILY;COUNT=10", "2026-11-30T00:00", 3),
        ("FREQ=DAILY;INTERVAL=2;COUNT=10", "2026-11-30T00:00", 6),
        ("FREQ=DAILY;BYHOUR=8,10,12;COUNT=10", "2026-11-25T10:00", 4),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR;COUNT=7", "2026-12-20T00:00", 3),
        ("FREQ=MONTHLY;BYDAY=FR;BYSETPOS=1,-1;COUNT=7", "2027-01-01T00:00", 4),
        ("FREQ=HOURLY;BYMINUTE=0,20,40;COUNT=10", "2026-11-23T11:15", 3),
        ("FREQ=HOURLY;COUNT=10", "2026-11-23T11:15", 7),
        ("FREQ=MINUTELY;INTERVAL=90;COUNT=10", "2026-11-23T11:45", 8),
        ("FREQ=DAILY;COUNT=10", "2027-11-30T00:00", 0),
        ("FREQ=HOURLY;COUNT=10", "2027-11-30T00:00", 0),
        ("FREQ=MONTHLY;INTERVAL=2;COUNT=4", "2027-11-30T00:00", 0),
    ])
    func `what is left out counts`(rule: String, target: String, expected: Int) throws {
        var iterator = RecurrenceIterator(try RecurrenceRule(rule), start: try wall("2026-11-23T09:00"))
        iterator.skip(to: try wall(target))
        var left = 0
        while try iterator.next() != nil { left += 1 }
        #expect(left == expected)
    }
}

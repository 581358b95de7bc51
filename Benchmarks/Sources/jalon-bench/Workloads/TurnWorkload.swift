import CivilTime
import Configuration
import JalonService
import Ledger
import Mentoring

/// Turns the wheel of a large programme: with nothing due, and with a thousand firings due.
enum TurnWorkload {
    private static let rules = 20
    private static let due = 1_000

    /// - Parameters:
    ///   - repeating: how many turns with nothing due.
    ///   - count: relationships, each with an announced meeting, and a reminder of each rule for both.
    static func run(mode: String, repeating: Int, count: Int) throws {
        guard let start = CivilDate("2026-12-01"), let noon = LocalTime(hour: 12, minute: 0) else {
            throw BenchmarkError.usage
        }
        var programme = try ProgrammeMaker.programme(relationships: count, start: start)
        programme.catchesUp = true
        programme.rules = (1...rules).map { number in
            Rule(
                id: Rule.ID("reminder-\(number)"),
                trigger: Trigger(offsets: [Offset(number, .days)], direction: .before, anchors: [.series(.session)]),
                action: .template(.prepare, to: [.mentor, .mentee]))
        }
        let folder = try Files.temporaryFolder()
        defer { Files.removeFolder(folder) }
        let ledger = try Ledger.open(path: folder + "/ledger.sqlite")
        let now = programme.zone.instant(of: LocalDateTime(start, noon))
        let firings = try fill(ledger, programme, now: now)
        var measurement = Measurement("turn", unit: "firing")
        guard mode == "turn" else { return try Files.write(Array(measurement.line().utf8)) }
        var wheel = Wheel(
            ledger: ledger, configuration: Configuration(programme: programme, fingerprint: "benchmark"),
            source: .seeded(state: 1))
        var idle: [Double] = []
        for _ in 0..<max(1, repeating) {
            let before = Measurement.processorSeconds()
            _ = try wheel.turn(at: now)
            idle.append(Measurement.processorSeconds() - before)
        }
        let busy = try moment(ledger, after: now)
        let before = Measurement.processorSeconds()
        _ = try wheel.turn(at: busy)
        let taken = Measurement.processorSeconds() - before
        measurement.units = Double(due)
        measurement.counts = [
            ("relationships", count), ("firings", firings), ("mails", try ledger.outboxCounts().values.reduce(0, +)),
            ("idle_us", Int(1e6 * idle.sorted()[idle.count / 2])), ("idle_worst_us", Int(1e6 * (idle.max() ?? 0))),
            ("due_ms", Int(1e3 * taken)),
        ]
        try Files.write(Array(measurement.line().utf8))
    }

    /// The moment at which a thousand firings are due.
    private static func moment(_ ledger: Ledger, after now: Instant) throws -> Instant {
        var (low, high) = (Int64(0), Int64(60 * 86_400))
        while high - low > 1 {
            let middle = (low + high) / 2
            let found = try ledger.dueFirings(at: now.adding(seconds: middle), after: nil, limit: due).count
            if found < due { low = middle } else { high = middle }
        }
        return now.adding(seconds: high)
    }

    /// - Returns: how many firings there are.
    private static func fill(_ ledger: Ledger, _ programme: Programme, now: Instant) throws -> Int {
        let book = RuleBook(programme: programme)
        let all = programme.relationships.values.sorted { $0.id < $1.id }
        var count = 0
        for first in stride(from: 0, to: all.count, by: 2_000) {
            var changes = Changes()
            changes.facts = [
                .fingerprint: "benchmark", .nextPlanning: now.adding(seconds: 400 * 86_400).description,
            ]
            for (index, relationship) in all[first..<min(first + 2_000, all.count)].enumerated() {
                // From three weeks ahead on, for four weeks, between ten and six o'clock.
                let number = first + index
                let starts = now.adding(
                    seconds: Int64(22 + number % 28) * 86_400 + Int64((number / 28) % 28_800) - 7_200)
                let meeting = Meeting(
                    id: Meeting.ID("m-\(number)"), uid: "m-\(number)@example.org", relationship: relationship.id,
                    series: .session, ordinal: 1, start: programme.zone.local(at: starts), zone: programme.zone.name,
                    starts: starts, minutes: 90, state: .announced)
                let own = book.firings(of: meeting, isLast: false)
                count += own.count
                changes.meetings.append(meeting)
                changes.announcements.append(
                    Announcement(of: meeting, in: relationship, programme: programme, at: now))
                changes.firings[.meeting(meeting.id)] = own
            }
            try ledger.commit(changes, at: now)
        }
        return count
    }
}

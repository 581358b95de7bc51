import CivilTime
import Configuration
import CurlMail
import JalonService
import Ledger
import Mentoring

/// From a firing that is due to a mail that is recorded as sent: decided, composed, accepted durably, delivered, and the
/// server's words written down.
enum DeliverWorkload {
    /// A clock that stands still at the moment at which all is due.
    private struct StoppedClock: WallClock {
        var moment: Instant
        func now() -> Instant { moment }
        func sinceBoot() -> Int64 { 0 }
    }

    /// - Parameters:
    ///   - count: mails in all; each meeting has two.
    ///   - port: of a server on this machine.
    static func run(mode: String, count: Int, port: Int, connections: Int) async throws {
        guard let start = CivilDate("2026-12-01"), let noon = LocalTime(hour: 12, minute: 0) else {
            throw BenchmarkError.usage
        }
        var programme = try ProgrammeMaker.programme(relationships: max(3, count / 2), start: start)
        programme.catchesUp = true
        programme.rules = [
            Rule(
                id: Rule.ID("invitation"),
                trigger: Trigger(offsets: [Offset(3, .weeks)], direction: .before, anchors: [.series(.session)]),
                action: .invitation(to: [.everyone]))
        ]
        let folder = try Files.temporaryFolder()
        defer { Files.removeFolder(folder) }
        let ledger = try Ledger.open(path: folder + "/ledger.sqlite")
        let now = programme.zone.instant(of: LocalDateTime(start, noon))
        try fill(ledger, programme, now: now)
        let configuration = Configuration(programme: programme, fingerprint: "benchmark")
        let route = try SMTPRoute(host: "127.0.0.1", port: port, security: .plain, heloName: "bench.example.org")
        let courier = Courier(
            ledger: ledger, route: route, connections: connections, clock: StoppedClock(moment: now))
        var measurement = Measurement("deliver", unit: "mail")
        if mode == "deliver" {
            let composing = Task.detached {
                var wheel = Wheel(ledger: ledger, configuration: configuration, source: .seeded(state: 1))
                _ = try wheel.turn(at: now)
            }
            var sent = 0
            for _ in 0..<20_000 where sent < count {
                if try await courier.sendDue() == nil { try await Task.sleep(for: .milliseconds(2)) }
                sent = try ledger.outboxCounts()[.sent] ?? 0
            }
            try await composing.value
        }
        measurement.units = Double(count)
        measurement.counts = [("connections", connections), ("sent", try ledger.outboxCounts()[.sent] ?? 0)]
        try Files.write(Array(measurement.line().utf8))
        await courier.close()
    }

    /// A planned meeting a relationship, whose invitations are due.
    private static func fill(_ ledger: Ledger, _ programme: Programme, now: Instant) throws {
        let book = RuleBook(programme: programme)
        let all = programme.relationships.values.sorted { $0.id < $1.id }
        var changes = Changes()
        changes.facts = [.fingerprint: "benchmark", .nextPlanning: now.adding(seconds: 400 * 86_400).description]
        for (number, relationship) in all.enumerated() {
            let starts = now.adding(seconds: 21 * 86_400 - 60 - Int64(number % 1_800))
            let meeting = Meeting(
                id: Meeting.ID("m-\(number)"), uid: "m-\(number)@example.org", relationship: relationship.id,
                series: .session, ordinal: 1, start: programme.zone.local(at: starts), zone: programme.zone.name,
                starts: starts, minutes: 90)
            changes.meetings.append(meeting)
            changes.firings[.meeting(meeting.id)] = book.firings(of: meeting, isLast: false)
        }
        try ledger.commit(changes, at: now.adding(seconds: -3600))
    }
}

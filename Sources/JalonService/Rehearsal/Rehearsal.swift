public import CivilTime
public import Configuration
import CurlMail
import Ledger
public import Logging
import LoopbackSMTP
import Mentoring
import Report
import Synchronization

/// The same program on a virtual clock: months in seconds, over a real connection to a server of its own, and nothing
/// leaves the machine.
public struct Rehearsal: Sendable {
    /// Another configuration that takes effect at the beginning of a day, as an accepted reload does.
    public struct Edit: Sendable {
        public var date: CivilDate
        public var configuration: Configuration

        public init(date: CivilDate, configuration: Configuration) {
            self.date = date
            self.configuration = configuration
        }
    }

    /// How far a rehearsal has come.
    public struct Progress: Sendable {
        public var date: CivilDate
        public var mails: Int
        /// From 0 to 1.
        public var part: Double
    }

    private let configuration: Configuration
    private let from: CivilDate
    private let through: CivilDate
    private let edits: [Edit]
    private let logger: Logger

    /// - Parameters:
    ///   - months: at least 1.
    ///   - logger: gets what the daemon would log of its mails.
    public init(
        configuration: Configuration, from: CivilDate, months: Int, edits: [Edit] = [],
        logger: Logger = Logger(label: "jalon.rehearsal") { _ in SwiftLogNoOpLogHandler() }
    ) {
        self.logger = logger
        self.configuration = configuration
        self.from = from
        through = from.adding(months: max(1, months)).adding(days: -1)
        self.edits = edits.sorted { $0.date < $1.date }
    }

    /// Runs it and writes everything under a directory, which is either new, empty, or that of an earlier rehearsal.
    public func run(into path: String, progress: @Sendable (Progress) -> Void) async throws -> RehearsalSummary {
        let output = try RehearsalOutput(path: path)
        let server = try LoopbackServer()
        defer { server.stop() }
        let zone = configuration.programme.zone
        let clock = VirtualClock(zone.instant(of: LocalDateTime(from, .midnight)))
        let ledger = try Ledger.inMemory()
        try ledger.drawPseudonymKey(from: Self.seed)
        var wheel = Wheel(ledger: ledger, configuration: configuration, source: .seeded(state: Self.seed))
        let route = try SMTPRoute(
            host: "127.0.0.1", port: Int(server.port), security: .plain, heloName: "jalon.localhost")
        // One connection, so that the order of the mails is fixed.
        let dispatcher = Dispatcher(
            ledger: ledger, connections: [SMTPConnection(route: route)], clock: clock,
            logger: logger)
        var sent: [RehearsedMail] = []
        let settled = Mutex<[OutboxEntry]>([])
        let end = zone.instant(of: LocalDateTime(through.adding(days: 1), .midnight))
        var edits = self.edits[...]
        while clock.now() < end {
            let now = clock.now()
            while let edit = edits.first, start(of: edit) <= now {
                try wheel.adopt(edit.configuration, at: now)
                edits.removeFirst()
            }
            let due = try wheel.turn(at: now)
            let owed = try await dispatcher.sendDue { entry in settled.withLock { $0.append(entry) } }
            sent += try output.save(
                settled.withLock { entries in
                    defer { entries = [] }
                    return entries
                }, from: ledger, asReceivedBy: server, after: sent.count, at: now)
            let today = zone.local(at: now).date
            progress(
                Progress(
                    date: today, mails: sent.count,
                    part: Double(from.days(until: today)) / Double(from.days(until: through) + 1)))
            // Each round moves the clock, so the rounds end with the last day.
            let next = [due, owed, edits.first.map(start(of:))].compactMap(\.self).min() ?? end
            clock.move(to: max(next, now.adding(seconds: 1)))
        }
        await dispatcher.close()
        return try finish(wheel, mails: sent, output: output, at: end)
    }

    private func start(of edit: Edit) -> Instant {
        configuration.programme.zone.instant(of: LocalDateTime(edit.date, .midnight))
    }

    private func finish(
        _ wheel: Wheel, mails: [RehearsedMail], output: RehearsalOutput, at end: Instant
    ) throws -> RehearsalSummary {
        try wheel.publishCalendars(to: output.path + "/calendars", at: end)
        try output.checkCalendars()
        let record = RehearsalRecord(wheel: wheel, from: from, through: through, mails: mails)
        let report = try record.report(at: end)
        try output.write(report.html(), to: "index.html")
        try output.write(report.timelineSVG(), to: "timeline.svg")
        return try record.summary(at: end)
    }

    /// Any number will do, so long as it is always the same.
    private static let seed: UInt64 = 0x4A41_4C4F_4E00_0001
}

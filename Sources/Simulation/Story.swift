package import CivilTime
import Configuration
import JalonService
package import Ledger
package import MailMessage
import Mentoring

/// A programme on a virtual clock whose edits, failures and absences are told rather than drawn; at its end everybody's
/// calendar is held against the plan.
package struct Story {
    /// What the mail server does with whatever begins now.
    package enum Server: Sendable {
        case takesMail
        case isDown
        /// It says 450 to everything.
        case asksToWait
        /// It says 554 to every sender.
        case refusesAll
        /// It hears the dot and answers no more for so long; the mail is stored, or it is not.
        case neverAnswers(stores: Bool, seconds: Int64)
    }

    package let ledger: Ledger
    package var server = Server.takesMail
    private let clock: VirtualClock
    private let zone: Zone
    /// When the files are read.
    private let today: CivilDate
    private let disk = Disk()
    private var configuration: Configuration
    private var judge: Judge
    private var process: Process?
    private var processes: UInt64 = 0

    /// - Parameters:
    ///   - files: the configuration, by the files' names.
    ///   - start: on the programme's wall clock, such as `2026-12-01T07:00`.
    package init(_ files: [String: String], from start: String) throws {
        guard let starts = LocalDateTime(start) else { throw Unreadable(text: start) }
        today = starts.date
        configuration = try Configuration.read(files, today: today)
        zone = configuration.programme.zone
        clock = VirtualClock(zone.instant(of: starts))
        ledger = try Ledger.inMemory()
        try ledger.drawPseudonymKey(from: 1)
        judge = Judge(ledger: ledger)
        try begin()
    }

    // MARK: - What is told

    /// The files change; the process takes them as an accepted reload does, and where none runs, the next one at its start.
    package mutating func edit(_ files: [String: String]) throws {
        configuration = try Configuration.read(files, today: today)
        try process?.wheel.adopt(configuration, at: clock.now())
        process?.wheelDue = clock.now()
    }

    /// The process ends between two steps; what it has not written down is lost.
    package mutating func stop() { process = nil }

    /// A process begins, as after `stop`.
    package mutating func begin() throws {
        processes += 1
        process = try Process(
            ledger: ledger, configuration: configuration, source: .seeded(state: processes), connections: 2,
            at: clock.now())
    }

    /// Time goes by until a moment on the programme's wall clock, and what is due is done.
    package mutating func go(to moment: String) throws {
        let end = try self.moment(moment)
        for _ in 0..<50_000 where clock.now() < end {
            if try work() { continue }
            let now = clock.now()
            let next = try process?.wakes(at: now) ?? end
            clock.move(to: min(end, max(next, now.adding(seconds: 1))))
        }
        _ = try work()
    }

    /// The server is well, everything is delivered, and everybody looks into their calendars.
    ///
    /// - Returns: what is not as it should be.
    package mutating func complaints() throws -> [String] {
        server = .takesMail
        var steps = 0
        while steps < 5_000, try !isAtRest() {
            steps += 1
            let now = clock.now()
            if try !work(), let next = try process?.wakes(at: now) {
                clock.move(to: max(next, now.adding(seconds: 1)))
            }
        }
        judge.judgeAtRest(configuration: configuration, at: clock.now())
        return judge.complaints
    }

    // MARK: - What happens

    /// - Returns: whether anything was done.
    private mutating func work() throws -> Bool {
        guard var present = process else { return false }
        defer { process = present }
        let now = clock.now()
        if try present.turn(at: now) != nil { return true }
        var isBusy = false
        let (delivery, fate) = (Delivery(ledger: ledger, disk: disk), self.fate)
        for index in present.lines.indices where present.lines[index].rests(at: now) == nil {
            let wasIdle = present.lines[index].isIdle
            _ = try present.advance(index, by: delivery, before: &judge, at: now) { fate }
            if !(wasIdle && present.lines[index].isIdle) { isBusy = true }
        }
        try judge.lookAtNewMails(at: now)
        return isBusy
    }

    private func isAtRest() throws -> Bool {
        guard let process else { return true }
        return try process.rests(at: clock.now()) && ledger.nextMail() == nil
    }

    private var fate: MailServer.Fate {
        switch server {
        case .takesMail: .taken
        case .isDown: .routeDown
        case .asksToWait: .greylisted
        case .refusesAll: .refusedAlike
        case .neverAnswers(let stores, let seconds): .lost(isStored: stores, seconds: seconds)
        }
    }

    // MARK: - What is looked at

    /// What `jalon plan` would warn an admin of before these files are taken.
    package func warnings(of files: [String: String]) throws -> [String] {
        let configuration = try Configuration.read(files, today: today)
        return try process?.wheel.consequences(of: configuration, at: clock.now()).warnings ?? []
    }

    package var now: Instant { clock.now() }

    /// All that was stored for an address, in the order of arrival.
    package func mails(to address: EmailAddress) -> [[UInt8]] {
        judge.server.arrivals.filter { $0.address == address }.map(\.bytes)
    }

    private func moment(_ text: String) throws -> Instant {
        guard let local = LocalDateTime(text) else { throw Unreadable(text: text) }
        return zone.instant(of: local)
    }

    private struct Unreadable: Error { let text: String }
}

import CivilTime
import CurlMail
import Ledger
public import Logging

/// `jalon once`: one turn of everything, for sites that start Jalon by a timer.
///
/// The answers that have come in are read, what is due is decided, and what may leave leaves.
public struct SinglePass: Sendable {
    /// How a pass has ended.
    public struct Outcome: Sendable {
        /// For a human: what is owed, and what is next.
        public var account: String
        /// All that was due has been done.
        public var isComplete: Bool
    }

    private let directory: String
    private let statePath: String
    private let accepted: String?
    private let logger: Logger

    /// - Parameters:
    ///   - directory: the configuration's.
    ///   - accepted: the fingerprint of a configuration that may be taken although it is held.
    public init(directory: String, statePath: String, accepting accepted: String?, logger: Logger) {
        self.directory = directory
        self.statePath = statePath
        self.accepted = accepted
        self.logger = logger
    }

    public func run() async throws -> Outcome {
        let machinery = try await Machinery(
            directory: directory, statePath: statePath, accepting: accepted, logger: logger)
        var trouble = machinery.start.trouble ?? machinery.routes.trouble
        // What people have answered counts before anything is decided.
        let begins = machinery.clock.now()
        var next = try await machinery.firstTurn()
        if case .failure(let fault)? = await Self.read(machinery) {
            let words = "answers cannot be read: \("\(fault)".withoutAddresses)"
            logger.warning("\(words.forLog)")
            trouble = trouble ?? words
        } else {
            next = try await machinery.engine.turn()
        }
        if let hold = machinery.watch.trouble() {
            trouble = trouble ?? "\(hold)"
        } else {
            try await send(machinery, since: begins)
        }
        await machinery.dispatcher.close()
        let owed = try machinery.ledger.nextMail().map { $0 <= machinery.clock.now() } ?? false
        let held = try machinery.ledger.sendingHeld()
        if owed, held == nil {
            let route = try machinery.ledger.fact(.route).flatMap { $0.isEmpty ? nil : $0 }
            trouble =
                trouble ?? "mails stay owed for the next pass" + (route.map { "; the mail server is \($0)" } ?? "")
        }
        let status = await machinery.engine.status(next: next)
        return Outcome(
            account: trouble.map { status.hasPrefix($0) ? status : "\($0); \(status)" } ?? status,
            isComplete: trouble == nil && held == nil)
    }

    /// Reads the mailbox as far as one pass has time for; the next goes on there.
    private static func read(_ machinery: Machinery) async -> Result<Int, IMAPFault>? {
        let begins = ContinuousClock.now
        return await machinery.reader()?.read { ContinuousClock.now - begins < .seconds(longestReading) }
    }

    /// Seconds that a pass reads answers for.
    private static let longestReading: Int64 = 240
    /// Sends what may leave, at the pace that is set, and waits for no server that rests.
    private func send(_ machinery: Machinery, since begins: Instant) async throws {
        while let next = try await machinery.dispatcher.sendDue() {
            let now = machinery.clock.now()
            let wait = max(1, now.seconds(until: next))
            guard wait <= Self.shortWait, begins.seconds(until: now) < Self.longest else { return }
            try await Task.sleep(for: .seconds(wait))
        }
    }

    /// Seconds that a pass waits for its pace; a server that rests, does so for longer.
    private static let shortWait: Int64 = 20
    /// Seconds after which the rest is left to the next pass.
    private static let longest: Int64 = 600
}

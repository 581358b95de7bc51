import Foundation
import Ledger
import LoopbackSMTP

/// A configuration, a state directory and a mail server of a test's own.
struct ServedSite {
    let server: LoopbackServer
    let root: URL
    let config: URL
    let state: URL

    init(script: Script = Script()) throws {
        server = try LoopbackServer(script: script)
        root = try Binary.scratch()
        config = root.appendingPathComponent("config")
        state = root.appendingPathComponent("state")
        try write()
    }

    func write(away: String = "", withSecondPair: Bool = true) throws {
        try SampleFiles.write(
            to: config, server: "smtp://127.0.0.1:\(server.port)", away: away, withSecondPair: withSecondPair)
    }

    /// Runs a command on the site's configuration and state.
    func jalon(_ arguments: String..., input: Data? = nil) async throws -> Binary.Outcome {
        try await Binary.outcome(
            of: Binary.process(arguments + ["--config", config.path, "--state", state.path]), input: input)
    }

    var ledgerPath: String { state.appendingPathComponent("ledger.sqlite").path }

    func mails() throws -> [OutboxEntry] { try Ledger.open(path: ledgerPath, readOnly: true).outbox() }

    func start() throws -> RunningDaemon { try RunningDaemon(config: config, state: state) }

    var recipients: [String] { server.received().flatMap(\.recipients).sorted() }
}

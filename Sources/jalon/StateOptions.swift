import ArgumentParser
import Configuration
import Foundation
import JalonService
import Ledger

/// Where the daemon keeps its ledger.
struct StateOptions: ParsableArguments {
    @Option(help: "The state directory; systemd's $STATE_DIRECTORY, or /var/lib/jalon, where it is not given.")
    var state: String?

    var path: String { state ?? Environment.stateDirectory ?? "/var/lib/jalon" }

    /// What calendars said when the daemon last accepted them.
    var knownCalendars: KnownCalendars { StateDirectory.knownCalendars(in: path) }

    /// The ledger, to read; nil where nothing has been written yet.
    func ledgerIfAny() throws -> Ledger? {
        let ledger = StateDirectory.ledgerPath(in: path)
        return FileManager.default.fileExists(atPath: ledger) ? try Ledger.open(path: ledger, readOnly: true) : nil
    }

    /// The ledger, to read.
    func ledger() throws -> Ledger {
        guard let ledger = try ledgerIfAny() else { throw ServiceError.noLedger(path) }
        return ledger
    }
}

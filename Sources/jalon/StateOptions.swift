import ArgumentParser
import Foundation
import JalonService
import Ledger

/// Where the daemon keeps its ledger.
struct StateOptions: ParsableArguments {
    @Option(help: "The state directory; systemd's $STATE_DIRECTORY, or /var/lib/jalon, where it is not given.")
    var state: String?

    var path: String { state ?? Environment.stateDirectory ?? "/var/lib/jalon" }

    /// A service has run on the directory.
    var hasLedger: Bool { FileManager.default.fileExists(atPath: StateDirectory.ledgerPath(in: path)) }

    /// The ledger, to read; nil where nothing has been written yet.
    func ledgerIfAny() throws -> Ledger? {
        hasLedger ? try Ledger.open(path: StateDirectory.ledgerPath(in: path), readOnly: true) : nil
    }

    /// The ledger, to read.
    func ledger() throws -> Ledger {
        guard let ledger = try ledgerIfAny() else { throw ServiceError.noLedger(path) }
        return ledger
    }
}

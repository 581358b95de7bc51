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

    /// A service has run on the directory.
    var hasLedger: Bool { FileManager.default.fileExists(atPath: StateDirectory.ledgerPath(in: path)) }
    /// What calendars said when the daemon last accepted them.
    var knownCalendars: KnownCalendars { StateDirectory.knownCalendars(in: path) }

    /// The ledger, to read; nil where nothing has been written yet.
    ///
    /// A process of root's is the directory's owner's from then on.
    func ledgerIfAny() throws -> Ledger? {
        try StateOwner.become(of: path)
        return hasLedger ? try Ledger.open(path: StateDirectory.ledgerPath(in: path), readOnly: true) : nil
    }

    /// The ledger, to read.
    func ledger() throws -> Ledger {
        guard let ledger = try ledgerIfAny() else { throw ServiceError.noLedger(path) }
        return ledger
    }

    /// The ledger, for a command that writes to a place which is root's own: this process stays root's there, and has
    /// the ledger in memory.
    ///
    /// - Parameter place: a file or a directory to be written.
    func ledgerIfAny(writingTo place: String) throws -> Ledger? {
        guard StateOwner.isForeign(path), !StateOwner.isForeign(place.folder) else { return try ledgerIfAny() }
        return try StateOwner.acting(of: path) { try ledgerIfAny()?.copyInMemory() }
    }

    func ledger(writingTo place: String) throws -> Ledger {
        guard let ledger = try ledgerIfAny(writingTo: place) else { throw ServiceError.noLedger(path) }
        return ledger
    }
}

extension String {
    /// The nearest directory above a path that exists.
    fileprivate var folder: String {
        var url = URL(fileURLWithPath: self).deletingLastPathComponent()
        while url.path != "/", !FileManager.default.fileExists(atPath: url.path) { url.deleteLastPathComponent() }
        return url.path
    }
}

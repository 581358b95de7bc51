public import Configuration
import Ledger

/// Why the service cannot start or go on; each description is a sentence for the admin.
public enum ServiceError: Error, Sendable {
    case stateDirectory(String, String)
    case stateDirectoryTaken(String, String)
    /// The configuration has mistakes.
    case mistakes([Diagnostic])
    /// The files are sound, and yet a start could not do all that they ask.
    case notReady([Diagnostic])
    case noMailServer
    case cannotWrite(String, String)
    /// The output directory holds something that no rehearsal has written.
    case outputTaken(String)
    case credential(String)
    case badMail(String)
    case notRunning(String)
    /// The ledger's files are no longer those that the process has open; the words are whole.
    case ledgerLost(String)
    /// Nobody has run on the state directory yet.
    case noLedger(String)
}

extension Error {
    /// After it nothing that this process believes about the disk can be trusted: it has to end and to start anew.
    var endsTheService: Bool {
        if case .notDurable? = self as? LedgerError { return true }
        if case .ledgerLost? = self as? ServiceError { return true }
        return false
    }
}

extension ServiceError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .stateDirectory(let path, let reason): "the state directory \(path) cannot be used: \(reason)"
        case .stateDirectoryTaken(let path, let holder):
            "the state directory \(path) is taken by another jalon\(holder); stop it first, or name another --state"
        case .mistakes(let list):
            "the configuration has mistakes, \(list.count { $0.severity == .error }) in all"
                + (list.first { $0.severity == .error }.map { ", the first at \($0.placeForLog)" }
                    ?? "")
                + "; `jalon check` shows them"
        case .notReady(let list):
            (list.first?.headline ?? "") + (list.count > 1 ? "; \(list.count - 1) more like this" : "")
        case .noMailServer: "the configuration names no mail server; add `mail:` with its `server:` to jalon.yaml"
        case .cannotWrite(let path, let reason): "\(path) cannot be written: \(reason)"
        case .outputTaken(let path):
            "\(path) holds files that are not a rehearsal's; name an empty or a new directory with --out"
        case .credential(let reason): reason
        case .ledgerLost(let words): words
        case .badMail(let reason): reason
        case .noLedger(let path):
            "there is no ledger in \(path); name the state directory with --state, or start the daemon with `jalon run`"
        case .notRunning(let path): "no daemon runs on the state directory \(path); start it with `jalon run`"
        }
    }
}

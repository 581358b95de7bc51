/// Why the ledger cannot be used; each description is a sentence for the admin.
public enum LedgerError: Error, Sendable, Hashable {
    case cannotOpen(path: String, reason: String)
    /// What is to be written must not replace anything.
    case exists(path: String)
    /// Written by a later version of Jalon.
    case newer(path: String)
    /// Written by an earlier version, and opened only to be read.
    case older(path: String)
    case cannotWrite(reason: String)
    case cannotRead(reason: String)
    /// The disk did not confirm what it had taken: what it holds is not known before the ledger is opened anew.
    case notDurable(reason: String)
    /// Somebody else changed what a commit rested on; look again and decide anew.
    case raced
    /// A stored value is not one that this version can have written.
    case damaged(table: String, column: String)
}

extension LedgerError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .cannotOpen(let path, let reason): "the ledger \(path) cannot be opened: \(reason)"
        case .exists(let path): "\(path) exists already; name a file that does not"
        case .newer(let path):
            "the ledger \(path) was written by a newer version of Jalon; install that version, "
                + "or start from a backup that is older than the upgrade"
        case .older(let path):
            "the ledger \(path) was written by an earlier version of Jalon; start the daemon, which brings it up to date"
        case .cannotWrite(let reason): "the ledger cannot be written: \(reason)"
        case .cannotRead(let reason): "the ledger cannot be read: \(reason)"
        case .notDurable(let reason):
            "the disk did not confirm what was written to the ledger (\(reason)); Jalon ends and must be started anew"
        case .raced: "the ledger changed while a decision was made"
        case .damaged(let table, let column):
            "the ledger holds a value in \(table).\(column) that no version of Jalon writes; restore a backup"
        }
    }
}

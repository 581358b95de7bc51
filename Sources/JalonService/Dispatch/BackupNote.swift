public import CivilTime

/// What a copy of the ledger says of itself.
public enum BackupNote {
    /// Why a ledger that was restored from the copy sends nothing.
    public static func text(at now: Instant) -> String {
        "sending is held: this ledger is a backup of \(now); look at `jalon outbox list`, drop what has gone since, "
            + "then `jalon outbox release`"
    }
}

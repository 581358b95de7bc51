/// The names of the single values that the ledger remembers.
public enum Fact: String, Sendable, Hashable {
    /// When the next planning is due, as an instant.
    case nextPlanning = "next planning"
    /// The fingerprint of the configuration that was accepted last.
    case fingerprint
    /// What was due up to this instant waits for the coordinator's word, …
    case heldThrough = "held through"
    /// … unless it was let go up to this one.
    case releasedThrough = "released through"
    /// When the coordinator was last told what happens, as an instant.
    case lastDigest = "last digest"
    /// How many mails have been handed over to a server, ever.
    case handedOver = "handed over"
    /// How many events have happened that rules were told of: each has a number of its own.
    case events
    /// `kept` once the number of mails that have been handed over stands beside the ledger, too.
    case highWater = "high water"
    /// The directories into which calendars have ever been written, one a line.
    case published
    /// Which ledger this is; a copy of it has the same.
    case identity
    /// Why nothing is sent until a person says so; empty where nothing stands against it.
    case sendingHeld = "sending held"
    /// How the way to the mail server is.
    case route
    /// When the first and the last try without success were since the server took a mail; empty where it took the last.
    case tries
    /// Refusals that may be about everybody.
    case refusals
    /// What the coordinator was told of mails that do not leave, as long as they do not.
    case standstillTold = "standstill told"
    /// How the way to the mailbox with the answers is.
    case mailbox
    /// Why there is no way to the mail server at all, as it cannot be built; empty where it can.
    case noRoute = "no route"
    /// Why there is no way to the mailbox at all.
    case noMailbox = "no mailbox"
    /// Why the present files are not in force; empty where they are.
    case notInForce = "not in force"
    /// Why the time of day is not trusted; empty where it is.
    case clock
    /// When the last mail was composed by a clock of which a person has said that it was wrong; in seconds since the epoch.
    case disowned = "disowned moment"
    /// By which the ids that stand in logs are made: 32 random octets, in hexadecimal digits.
    case pseudonymKey = "pseudonym key"
    /// The last mail of which it is not known whom it names: an earlier version composed it.
    case unlistedThrough = "unlisted through"
}

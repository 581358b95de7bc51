public import CivilTime
public import Ledger

/// How the service is, as far as the ledger and the state directory tell; nothing is changed.
public struct ServiceStatus: Sendable {
    /// The daemon's process; nil where none runs.
    public var process: Int32?
    /// Why the present files are not in force; nil where they are.
    public var notInForce: String?
    /// Why the time of day is not trusted, and so nothing planned or sent; nil where it is.
    public var clock: String?
    /// Why nothing is sent until a person says so; nil where nothing stands against it.
    public var held: String?
    /// What was due up to then waits for a word of the coordinator, after an absence.
    public var heldThrough: Instant?
    /// What is wrong with the way to the mail server; nil where nothing is known to be.
    public var route: String?
    /// What does not leave although it has been tried for a day, and since when; nil where all leaves.
    public var standstill: (kind: Standstill.Kind, since: Instant)?
    /// What cannot be read in the ledger, and is set aside.
    public var damaged: [DamagedRow]
    /// What is wrong with the way to the mailbox with the answers; nil where nothing is known to be.
    public var mailbox: String?
    /// Addresses to which nothing goes, because mails came back.
    public var suspended: Int
    public var counts: [OutboxEntry.State: Int]
    /// When the next mail may leave.
    public var nextMail: Instant?
    /// When the next firing is due, or a meeting over.
    public var nextDecision: Instant?
    /// When all is planned anew.
    public var nextPlanning: Instant?
    /// Mails that servers, or the way to them, have said something bad about, the last first.
    public var troubles: [OutboxEntry]

    /// - Parameters:
    ///   - statePath: the state directory.
    ///   - patience: seconds between the end of a meeting and the moment at which it counts.
    public init(of ledger: Ledger, statePath: String, patience: Int64, at now: Instant) throws {
        process = StateDirectory.holder(of: statePath)
        notInForce = try ledger.words(.notInForce)
        clock = try ledger.words(.clock)
        held = try ledger.sendingHeld()
        heldThrough = try ledger.heldThrough()
        route = try ledger.words(.noRoute) ?? ledger.words(.route)
        mailbox = try ledger.words(.noMailbox) ?? ledger.words(.mailbox)
        suspended = try ledger.suspensions().count { $0.since != nil }
        counts = try ledger.outboxCounts()
        nextMail = try ledger.nextMail()
        nextDecision = try ledger.nextMoment(after: heldThrough, patience: patience)
        nextPlanning = try ledger.instant(.nextPlanning)
        standstill = try ledger.standstill(at: now).trouble(at: now)
        troubles = try ledger.mailsInTrouble(limit: Self.mostTroubles)
        damaged = try ledger.damagedRows()
    }

    private static let mostTroubles = 5

    /// How many mails are owed.
    public var owed: Int { counts.filter(\.key.isOpen).values.reduce(0, +) }

    /// How many mails have come to an end that nobody wanted.
    public var undelivered: Int { [.failed, .bounced, .needsAttention].reduce(0) { $0 + (counts[$1] ?? 0) } }
}

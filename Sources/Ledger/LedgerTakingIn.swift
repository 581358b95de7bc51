public import CivilTime
import GRDB
import Mentoring

extension Ledger {
    /// The most mails of one kind in a day that become orders: from one person about one meeting, from one person, and
    /// from people of whom nobody knows who they are. What is beyond is left, and the coordinator is told once.
    private static let mostAboutOne = 20
    private static let mostFromOne = 100
    private static let mostFromUnknown = 200

    /// Hands in what a mail asks, unless a copy of it has been.
    ///
    /// - Returns: nil where the mail changes nothing: it has been taken in, or too many like it have come today.
    @discardableResult
    public func take(_ mail: IncomingMail, at now: Instant) throws(LedgerError) -> Order.ID? {
        try write { try Self.take(mail, in: $0, at: now) }
    }

    static func take(_ mail: IncomingMail, in database: Database, at now: Instant) throws -> Order.ID? {
        let incoming = mail.incoming
        guard let text = mail.mark else { return try enter(.incoming(incoming), in: database, at: now) }
        let mark = TakenInMark(
            text, from: incoming.person, kind: incoming.kind, about: incoming.meeting?.rawValue ?? "")
        if try isTakenIn(text, in: database) { return nil }
        guard try incoming.isBounce || isWithinBounds(mark, in: database, at: now) else {
            return try leave(mark, incoming, in: database, at: now)
        }
        _ = try save(mark, in: database, at: now)
        return try enter(.incoming(incoming), in: database, at: now)
    }

    /// Whether something was taken in.
    ///
    /// - Parameter mark: by what it is known.
    public func isTakenIn(_ mark: String) throws(LedgerError) -> Bool {
        try read { try Self.isTakenIn(mark, in: $0) }
    }

    private static func isTakenIn(_ mark: String, in database: Database) throws -> Bool {
        try database.value(Bool.self, "SELECT EXISTS (SELECT 1 FROM taken_in WHERE mark = ?)", [mark]) ?? false
    }

    /// - Returns: whether it is new.
    static func save(_ mark: TakenInMark, in database: Database, at now: Instant) throws -> Bool {
        try database.execute(
            sql: "INSERT INTO taken_in VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
            arguments: [mark.text, mark.person.rawValue, mark.kind, mark.subject, now.secondsSinceEpoch])
        return database.changesCount == 1
    }

    private static func isWithinBounds(_ mark: TakenInMark, in database: Database, at now: Instant) throws -> Bool {
        let row = try database.row(
            """
            SELECT count(*) AS everything, coalesce(sum(subject = ?), 0) AS own FROM taken_in
            WHERE person = ? AND kind = ? AND at > ?
            """,
            [mark.subject, mark.person.rawValue, mark.kind, now.secondsSinceEpoch - AutomaticAnswer.day])
        let (everything, own): (Int, Int) = (row?["everything"] ?? 0, row?["own"] ?? 0)
        if mark.person.rawValue.isEmpty { return everything < mostFromUnknown }
        return everything < mostFromOne && own < mostAboutOne
    }

    /// The coordinator is told once a day, but of calls for help: that somebody calls is the mediator's to know.
    private static func leave(
        _ mark: TakenInMark, _ incoming: Incoming, in database: Database, at now: Instant
    ) throws -> Order.ID? {
        guard let person = incoming.person, !incoming.isCallForHelp else { return nil }
        let today = now.secondsSinceEpoch / AutomaticAnswer.day
        let flood = TakenInMark("flood \(today) \(person)", from: person, kind: "flood")
        guard try save(flood, in: database, at: now) else { return nil }
        return try enter(.incoming(.flood(person)), in: database, at: now)
    }
}

extension Incoming {
    /// Each names a mail of Jalon's own that comes back once: there are no more of them than there were mails.
    fileprivate var isBounce: Bool { if case .bounce = self { true } else { false } }

    fileprivate var isCallForHelp: Bool { if case .mediatorWanted = self { true } else { false } }
}

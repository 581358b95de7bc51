public import CivilTime
public import Configuration
public import Ledger
public import Mentoring

/// What a configuration will do: the meetings ahead, the mails of the next weeks, and what changes of what people have
/// been told. It turns the same wheel as the daemon, on a copy of the ledger.
public struct Forecast: Sendable {
    public struct Mail: Sendable {
        public var leaves: Instant
        public var recipient: Person.ID
        public var template: TemplateName
        public var subject: String
    }

    /// The moment of which it is true.
    public var made: Instant
    public var meetings: [Meeting]
    public var mails: [Mail]
    public var consequences: Consequences
    /// What the ledger will hold by then.
    public let ledger: Ledger
    /// Meetings that the ledger did not know before; their ids are not those that they will have.
    public var new: Set<Meeting.ID>

    /// - Parameters:
    ///   - ledger: the daemon's, which is only read; nil before the first start.
    ///   - through: the last moment whose mails are shown.
    ///   - progress: how much of the planning is done, from 0 to 1.
    public init(
        configuration: Configuration, ledger: Ledger?, now: Instant, through: Instant,
        progress: (Double) -> Void = { _ in }
    ) throws {
        made = now
        let copy = try ledger?.copyInMemory() ?? Ledger.inMemory()
        var wheel = Wheel(ledger: copy, configuration: configuration, source: .seeded(state: 1))
        consequences = try wheel.consequences(of: configuration, at: now, progress: progress)
        let known = Set(try copy.meetings(in: [.planned, .announced]).map(\.id))
        let before = try copy.lastMailID()
        try wheel.adopt(configuration, at: now)
        var moment = now
        meetings = try copy.meetings(in: [.planned, .announced])
        while moment <= through {
            let next = try wheel.turn(at: moment)
            try copy.settleAllAsSent(at: moment)
            if moment == now { meetings = try copy.meetings(in: [.planned, .announced]) }
            // The wheel names only moments ahead, so each round comes nearer to the last.
            guard let next, next > moment else { break }
            moment = next
        }
        self.ledger = copy
        new = Set(meetings.map(\.id)).subtracting(known)
        mails = try copy.outbox(after: before).map { entry in
            Mail(
                leaves: max(entry.notBefore, now), recipient: entry.recipient, template: entry.template,
                subject: entry.subject)
        }
    }
}

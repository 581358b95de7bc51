public import CivilTime
public import Configuration
import Correspondence
public import Ledger
import Mentoring

/// The one idea by which Jalon works: take what is due, decide, write decisions and mails in one transaction, say when
/// to wake.
///
/// The daemon, a rehearsal, a forecast and the tests turn the same wheel; only the clock and the transport differ.
public struct Wheel {
    public let ledger: Ledger
    var office: Office
    var source: TokenSource
    /// Rises with each transaction, so that others can tell whether there is anything new.
    var commits = 0
    /// Told of each decision, with opaque ids; nil where nobody wants to know.
    var explain: (@Sendable (String) -> Void)?

    /// - Parameter source: where identities are drawn from.
    public init(ledger: Ledger, configuration: Configuration, source: TokenSource) {
        self.ledger = ledger
        self.source = source
        office = Office(configuration: configuration)
    }

    public var configuration: Configuration { office.configuration }

    /// Decides all that is due and writes it.
    ///
    /// - Parameter progress: called after each relationship that was planned, and each piece of work that was written.
    /// - Returns: when there is something to do again; nil where nothing is ahead.
    public mutating func turn(at now: Instant, progress: () -> Void = {}) throws -> Instant? {
        try ledger.setDamagedAside(at: now)
        try followDirectives()
        var planned = try nextPlanning()
        // Files may have changed while nobody ran.
        let isCurrent = try ledger.fact(.fingerprint) == configuration.fingerprint
        if !isCurrent || planned.map({ $0 <= now }) ?? true {
            try retryingRaces { wheel in try wheel.plan(at: now, progress: progress) }
            try ledger.tidy(configuration.retention, at: now)
            planned = try nextPlanning()
            progress()
        }
        if try !ledger.knowsNames(), !office.known.isEmpty { try note(office.known, at: now) }
        try close(at: now)
        try retryingRaces { wheel in try wheel.holdBack(at: now) }
        // Each batch decides at least one firing, and what a decision creates is decided next.
        while try retryingRaces({ wheel in try wheel.decideDue(at: now) }) { progress() }
        let stuck = try retryingRaces { wheel in try wheel.tellOfStandstill(at: now) }
        let forgotten = try forget(at: now)
        let moment = try ledger.nextMoment(after: try ledger.heldThrough(), patience: office.programme.patience)
        return [planned, moment, stuck, forgotten].compactMap(\.self).min()
    }

    /// Takes another configuration, as an accepted reload does, and makes everything follow it.
    public mutating func adopt(
        _ configuration: Configuration, at now: Instant, progress: () -> Void = {}
    ) throws {
        let before = office
        office = Office(configuration: configuration, directives: try ledger.directives())
        do {
            try retryingRaces { wheel in try wheel.plan(at: now, progress: progress) }
        } catch {
            office = before
            throw error
        }
    }

    /// What adopting a configuration would do to what people have been told; nothing is written.
    ///
    /// - Parameter progress: how much of the planning is done, from 0 to 1.
    public func consequences(
        of configuration: Configuration, at now: Instant, progress: (Double) -> Void = { _ in }
    ) throws -> Consequences {
        let office = Office(configuration: configuration, directives: try ledger.directives())
        var planning = try PlanningTurn(office: office, ledger: ledger, at: now)
        var source = self.source
        try planning.run(using: &source, progress: progress)
        return planning.consequences
    }

    /// An earlier version has not written down what the files call people.
    private mutating func note(_ known: [KnownPerson], at now: Instant) throws {
        var changes = Changes()
        changes.known = known
        try commit(changes, at: now)
    }

    private func nextPlanning() throws -> Instant? {
        try ledger.fact(.nextPlanning).flatMap(Instant.init)
    }

    /// The dispatcher may send a mail between our look at the outbox and our commit; then we look again.
    @discardableResult
    private mutating func retryingRaces<Value>(_ body: (inout Wheel) throws -> Value) throws -> Value {
        for _ in 0..<8 {
            do {
                return try body(&self)
            } catch LedgerError.raced {
                continue
            }
        }
        return try body(&self)
    }

    /// Another process may have had orders carried out since.
    private mutating func followDirectives() throws {
        let directives = try ledger.directives()
        if directives != office.directives {
            office = Office(configuration: configuration, directives: directives, sharing: office)
        }
    }

    private mutating func plan(at now: Instant, progress: () -> Void) throws {
        var planning = try PlanningTurn(office: office, ledger: ledger, at: now)
        try planning.run(using: &source) { _ in progress() }
        var changes = try office.owing(planning, ledger: ledger, at: now, using: &source)
        changes.known = office.known
        try commit(changes, at: now)
    }

    /// Carries out the orders about meetings and relationships that are open, each in a transaction of its own.
    ///
    /// - Returns: the answers, in the order in which the orders were given.
    @discardableResult
    public mutating func carryOutOrders(at now: Instant) throws -> [Order.Answer] {
        var answers: [Order.Answer] = []
        for order in try ledger.openOrders() {
            answers += try retryingRaces { wheel in try wheel.carryOut(order, at: now) }.map { [$0] } ?? []
        }
        return answers
    }

    private mutating func carryOut(_ order: Order, at now: Instant) throws -> Order.Answer? {
        try followDirectives()
        let turn: OrderTurn
        do {
            switch order.request {
            case .reload: return nil
            case .release: return try release(order.id, at: now)
            case .mail(let id, let request): return try ledger.carryOut(order.id, request, on: id, at: now)
            case .person(let id, let request): return try carryOut(order.id, request, on: id, at: now)
            case .incoming(let incoming): return try take(incoming, as: order.id, at: now)
            case .meeting(let id, let request):
                turn = try OrderTurn(
                    request, about: id, office: office, ledger: ledger, at: now, said: min(order.given, now))
            case .relationship(let id, let request):
                turn = try OrderTurn(request, about: id, office: office, ledger: ledger, at: now)
            }
        } catch let refusal as OrderRefusal {
            let answer = Order.Answer(accepted: false, text: "\(refusal)")
            try ledger.answer(order.id, with: answer, at: now)
            return answer
        }
        let replanning = try replan(turn.asked, directives: turn.directives, at: now)
        var changes = replanning.changes
        let answer = Order.Answer(accepted: true, text: replanning.planning.consequences.account(of: turn.summary))
        changes.journal.append(turn.entry)
        changes.answers[order.id] = answer
        try commit(changes, at: now)
        self.office = replanning.office
        return answer
    }

    /// What becomes of the plan when something is asked of it; nothing is written yet.
    struct Replanning {
        let planning: PlanningTurn
        var changes: Changes
        /// To go by once the changes are written.
        let office: Office
    }

    mutating func replan(
        _ asked: Asked, directives: [Relationship.ID: [Directive]], at now: Instant
    ) throws -> Replanning {
        let office = Office(
            configuration: configuration, directives: office.directives.merging(directives) { $1 },
            sharing: self.office)
        var planning = try PlanningTurn(office: office, ledger: ledger, at: now, asked: asked)
        try planning.run(using: &source)
        var changes = try office.owing(planning, ledger: ledger, at: now, using: &source)
        changes.directives = directives
        return Replanning(planning: planning, changes: changes, office: office)
    }

    /// - Returns: whether there was anything to decide.
    private mutating func decideDue(at now: Instant) throws -> Bool {
        let due = try ledger.dueFirings(at: now, after: try ledger.heldThrough(), limit: 500)
        guard !due.isEmpty else { return false }
        var turn = FiringTurn(office: office, ledger: ledger, now: now, due: due)
        try turn.run(using: &source)
        try commit(turn.changes, at: now)
        if let explain { for outcome in turn.changes.outcomes { explain(outcome.account(in: ledger)) } }
        return true
    }

    mutating func commit(_ changes: Changes, at now: Instant) throws {
        try ledger.commit(changes, at: now)
        commits += 1
    }
}

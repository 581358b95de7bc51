import CivilTime
import Configuration
import JalonService
import Ledger
import Logging

/// One process of the service: what a crash takes away.
struct Process {
    var wheel: Wheel
    var clerk: Clerk
    var watch: ClockWatch
    var wheelDue: Instant
    var lines: [Line]

    /// A process that begins, with its lines to the server idle.
    init(
        ledger: Ledger, configuration: Configuration, source: TokenSource, connections: Int, at now: Instant
    ) throws {
        clerk = Clerk(
            ledger: ledger, connections: connections, pacePerMinute: nil,
            logger: Logger(label: "simulation") { _ in SwiftLogNoOpLogHandler() })
        try clerk.recover(at: now)
        wheel = Wheel(ledger: ledger, configuration: configuration, source: source)
        watch = ClockWatch(latest: try ledger.latestEntry())
        wheelDue = now
        lines = Array(repeating: .idle, count: connections)
    }

    /// Turns the wheel where it is due.
    ///
    /// - Returns: what was answered to orders; nil where nothing is due.
    mutating func turn(at now: Instant) throws -> [Order.Answer]? {
        guard wheelDue <= now else { return nil }
        let answers = try wheel.carryOutOrders(at: now)
        wheelDue = try wheel.turn(at: now) ?? now.adding(seconds: 86_400)
        return answers
    }

    /// When there is something to do again; soon where the clock is not trusted.
    func wakes(at now: Instant) throws -> Instant {
        let next = watch.trouble == nil ? wheelDue : now.adding(seconds: 30)
        let others = [try clerk.wakes(at: now)].compactMap(\.self) + lines.compactMap { $0.rests(at: now) }
        return others.reduce(next, min)
    }

    /// Whether nothing is under way.
    func rests(at now: Instant) -> Bool {
        lines.allSatisfy(\.isIdle) && wheelDue > now && watch.trouble == nil
    }

    /// Moves one line on by a step.
    ///
    /// - Parameter fate: what the server will do with a mail that begins now.
    /// - Returns: what there is to tell of it.
    mutating func advance(
        _ index: Int, by delivery: Delivery, before judge: inout Judge, at now: Instant,
        fate: () -> MailServer.Fate
    ) throws -> String? {
        let (line, account) = try delivery.advance(lines[index], &clerk, before: &judge, at: now, fate: fate)
        lines[index] = line
        return account
    }
}

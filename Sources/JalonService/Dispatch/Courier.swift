public import CivilTime
public import CurlMail
public import Ledger
import Logging

/// Sends what an outbox owes over a route, once: what the daemon does all the time, for those who have a ledger and no
/// daemon.
public struct Courier: Sendable {
    private let dispatcher: Dispatcher

    /// - Parameter connections: how many send at the same time, from 1 to 16.
    public init(ledger: Ledger, route: SMTPRoute, connections: Int, clock: any WallClock) {
        dispatcher = Dispatcher(
            ledger: ledger, connections: (0..<connections).map { _ in SMTPConnection(route: route) }, clock: clock,
            logger: Logger(label: "jalon.courier") { _ in SwiftLogNoOpLogHandler() })
    }

    /// Sends all that is due, and says when to ask again; nil where nothing is owed.
    public func sendDue() async throws -> Instant? { try await dispatcher.sendDue() }

    public func close() async { await dispatcher.close() }
}

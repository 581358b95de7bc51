import Configuration
import CurlMail
import Ledger
import Logging
import Synchronization

/// The ways to the servers as they are by now: built at a start, anew where a reload changes them, and tried again as
/// long as one cannot be built.
final class RouteKeeper: Sendable {
    private struct State {
        var configuration: Configuration
        var routes: Routes
    }

    private let state: Mutex<State>
    private let ledger: Ledger
    private let logger: Logger

    init(configuration: Configuration, ledger: Ledger, logger: Logger) {
        self.ledger = ledger
        self.logger = logger
        let routes = Routes(of: configuration, for: .service)
        state = Mutex(State(configuration: configuration, routes: routes))
        tell(of: routes, before: nil)
    }

    /// The way to the mail server, or why there is none.
    var mail: Result<SMTPRoute, Missing> {
        let routes = state.withLock(\.routes)
        return routes.mail.map(Result.success)
            ?? .failure(Missing(words: routes.trouble(with: .mail) ?? "there is no `mail:`"))
    }

    /// The way to the mailbox with the answers, and how it is looked at; nil where there is none.
    var mailbox: (route: IMAPRoute, authserv: String?, interval: Int64)? {
        state.withLock { state in
            guard let route = state.routes.mailbox, let answers = state.configuration.answers else { return nil }
            return (route, answers.authserv, Int64(answers.mailbox?.interval ?? 0))
        }
    }

    /// Why something that is asked for cannot be done: nothing is sent, no answer read, or no calendar written; nil where all
    /// can.
    var trouble: String? {
        state.withLock { state in
            if let words = state.routes.trouble(with: .mail) { return "nothing can be sent: \(words)" }
            if let words = state.routes.trouble(with: .answers) { return "answers cannot be read: \(words)" }
            return state.routes.trouble(with: .calendars).map { "calendars cannot be written: \($0)" }
        }
    }

    /// Another configuration is in force.
    func adopt(_ configuration: Configuration) {
        renew { $0 = configuration }
    }

    /// Tries once more what could not be built.
    ///
    /// - Returns: whether there is something new to try.
    @discardableResult
    func mend() -> Bool {
        let isWhole = state.withLock { $0.routes.errors.isEmpty }
        return isWhole ? false : renew { _ in }
    }

    @discardableResult
    private func renew(_ change: (inout Configuration) -> Void) -> Bool {
        let (before, now) = state.withLock { state in
            change(&state.configuration)
            let before = state.routes
            state.routes = Routes(of: state.configuration, for: .service)
            return (before, state.routes)
        }
        tell(of: now, before: before)
        return now.mail != before.mail || now.mailbox != before.mailbox
    }

    /// Says what is new to the log, and to those who ask the ledger.
    private func tell(of routes: Routes, before: Routes?) {
        let words = routes.errors.map(\.headline)
        let known = before?.errors.map(\.headline) ?? []
        for word in words where !known.contains(word) { logger.error("\(word)") }
        if words.isEmpty, !known.isEmpty { logger.notice("what could not be used can be used now") }
        guard before == nil || words != known else { return }
        // For people to read; where it cannot be written, the wheel has more to say of the ledger.
        try? ledger.note(.noRoute, routes.trouble(with: .mail) ?? "")
        try? ledger.note(.noMailbox, routes.trouble(with: .answers) ?? "")
    }

    /// Why there is no way to a server, for people to read.
    struct Missing: Error {
        let words: String
    }
}

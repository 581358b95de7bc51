import CivilTime
import CurlMail
import JalonService
import Ledger

/// A connection to the server, step by step, so that anything can come between two of them.
enum Line {
    case idle
    /// The body is on its way.
    case sending(OutboxEntry, MailServer.Fate)
    /// The marker is set, the dot is not sent yet.
    case marked(OutboxEntry, MailServer.Fate)
    /// The server has not answered yet.
    case waiting(OutboxEntry, Verdict, until: Instant)
    case answered(OutboxEntry, Verdict)

    /// Until when nothing happens on the line; nil where it can go on at once.
    func rests(at now: Instant) -> Instant? {
        if case .waiting(_, _, let until) = self, until > now { until } else { nil }
    }

    var isIdle: Bool {
        if case .idle = self { true } else { false }
    }
}

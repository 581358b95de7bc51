import CivilTime

/// Keeps mails from running against a route that does not work.
///
/// A failure of the route is no failure of a mail: it costs no mail an attempt, and after it the route rests. After the
/// rest one mail tries it, and the others follow when that one has come through.
struct RouteBreaker: Sendable, Hashable {
    enum State: Sendable, Hashable {
        case working
        /// Tried again at the instant; it has failed so often in a row.
        case resting(until: Instant, failures: Int)
        /// An admin must act; tried again at the instant all the same.
        case suspended(until: Instant)
    }

    private(set) var state = State.working

    /// The route's own rest: 30 s, doubled with each failure, up to 15 min. What else fails while it rests adds nothing.
    mutating func failed(at now: Instant) {
        guard restsUntil(at: now) == nil else { return }
        var failures = 1
        if case .resting(_, let before) = state { failures = before + 1 }
        let rest = min(Int64(30) << Int64(min(failures - 1, 5)), 900)
        state = .resting(until: now.adding(seconds: rest), failures: failures)
    }

    /// Credentials, certificate, missing STARTTLS: an hour.
    mutating func needsAdmin(at now: Instant) {
        state = .suspended(until: now.adding(seconds: 3600))
    }

    mutating func worked() {
        state = .working
    }

    /// When the route may be tried; nil for at once.
    func restsUntil(at now: Instant) -> Instant? {
        switch state {
        case .working: nil
        case .resting(let until, _), .suspended(let until): until > now ? until : nil
        }
    }

    /// How many mails may be under way at the same time.
    func mostAtOnce(of connections: Int) -> Int { state == .working ? connections : 1 }
}

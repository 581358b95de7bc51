import CivilTime

/// How many mails a minute may leave, evenly spread, with a second's worth at once.
struct Pace: Sendable {
    /// Milliseconds between two mails.
    private let interval: Int64
    /// When the next mail would be due, in milliseconds since the epoch, if all came evenly.
    private var next: Int64 = 0

    /// - Parameter perMinute: nil for as many as the server takes.
    init(perMinute: Int?) {
        interval = perMinute.map { 60_000 / Int64(max(1, $0)) } ?? 0
    }

    /// How many may leave now.
    func allowance(at now: Instant) -> Int {
        guard interval > 0 else { return .max }
        let budget = Self.milliseconds(now) + 1000 - max(next, Self.milliseconds(now))
        return budget > 0 ? Int((budget + interval - 1) / interval) : 0
    }

    /// When there is an allowance again.
    func opens(at now: Instant) -> Instant {
        allowance(at: now) > 0 ? now : Instant(secondsSinceEpoch: (next - 1000) / 1000 + 1)
    }

    mutating func note(_ mails: Int, at now: Instant) {
        next = max(next, Self.milliseconds(now)) + interval * Int64(mails)
    }

    private static func milliseconds(_ instant: Instant) -> Int64 { instant.secondsSinceEpoch * 1000 }
}

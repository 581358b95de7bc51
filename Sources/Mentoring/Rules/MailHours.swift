public import CivilTime

/// The hours of the day in which mail leaves, on the recipient's wall clock.
public struct MailHours: Sendable, Hashable {
    public var opens: LocalTime
    public var closes: LocalTime

    /// - Precondition: `opens` is before `closes`.
    public init(opens: LocalTime, closes: LocalTime) {
        self.opens = opens
        self.closes = closes
    }

    /// Whether a meeting is so near that word of its change cannot wait for the morning: within 24 hours.
    public static func isUrgent(_ starts: Instant, at now: Instant) -> Bool {
        (0...86_400).contains(now.seconds(until: starts))
    }

    /// 08:00 to 20:00.
    public static let standard = MailHours(
        opens: LocalTime(hour: 8, minute: 0) ?? .midnight, closes: LocalTime(hour: 20, minute: 0) ?? .midnight)

    /// The first moment from `instant` on at which mail may leave.
    public func next(from instant: Instant, in zone: Zone) -> Instant {
        let local = zone.local(at: instant)
        if local.time < opens { return zone.instant(of: LocalDateTime(local.date, opens)) }
        if local.time > closes { return zone.instant(of: LocalDateTime(local.date.adding(days: 1), opens)) }
        return instant
    }

    /// The hour of the same day at which something that should be early enough leaves: too late in the evening becomes
    /// closing time, too early in the morning becomes opening time.
    func sameDay(as instant: Instant, in zone: Zone) -> Instant {
        let local = zone.local(at: instant)
        if local.time < opens { return zone.instant(of: LocalDateTime(local.date, opens)) }
        if local.time > closes { return zone.instant(of: LocalDateTime(local.date, closes)) }
        return instant
    }
}

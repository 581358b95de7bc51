public import CivilTime

/// What does not leave although it is tried: decided from what the outbox has seen, without a clock.
///
/// Trouble counts once it has been seen for most of a day, so that a service that did not run is no trouble.
public struct Standstill: Sendable, Hashable {
    /// What there is to tell.
    public enum Kind: String, Sendable, Hashable {
        /// The server has taken nothing for a day.
        case nothingLeaves = "nothing leaves"
        /// Some mails have been waiting for a day, and others leave.
        case someWait = "some wait"
    }

    /// Tries without success since the server took a mail the last time.
    public struct Tries: Sendable, Hashable {
        public var first: Instant
        public var last: Instant

        public init(first: Instant, last: Instant) {
            self.first = first
            self.last = last
        }
    }

    /// A mail that servers have asked to come again with.
    public struct Wait: Sendable, Hashable {
        public var since: Instant
        public var next: Instant

        public init(since: Instant, next: Instant) {
            self.since = since
            self.next = next
        }
    }

    /// Nil where the server took the last mail.
    public var tries: Tries?
    /// Since when the mail that should have left first is owed; nil where none is.
    public var owedSince: Instant?
    public var waits: [Wait]

    public init(tries: Tries? = nil, owedSince: Instant? = nil, waits: [Wait] = []) {
        self.tries = tries
        self.owedSince = owedSince
        self.waits = waits
    }

    /// Seconds after which somebody is told.
    public static let patience: Int64 = 86_400
    /// Seconds that lie between the first try and the last before trouble has been seen for long: the last tries of a
    /// day lie six hours apart.
    private static let seen: Int64 = 18 * 3600

    /// What there is to tell at a moment, and since when it is so; nil where all is well, or it is not known yet.
    public func trouble(at now: Instant) -> (kind: Kind, since: Instant)? {
        let day = now.adding(seconds: -Self.patience)
        if let tries, let owedSince, tries.first <= day, owedSince <= day,
            tries.first.seconds(until: tries.last) >= Self.seen
        {
            return (.nothingLeaves, max(tries.first, owedSince))
        }
        return late(at: now).map(\.since).min().map { (.someWait, $0) }
    }

    /// The mails that have been waiting for a day.
    public func late(at now: Instant) -> [Wait] {
        waits.filter {
            $0.since.seconds(until: now) >= Self.patience && $0.since.seconds(until: $0.next) >= Self.patience
        }
    }

    /// What is to be told, and what is remembered of what was told: a trouble is told once, and again when all was well
    /// in between.
    ///
    /// - Parameter told: what was told last and has not ended since.
    public func news(at now: Instant, told: Kind?) -> (tell: Kind?, told: Kind?) {
        switch (trouble(at: now)?.kind, told) {
        case (.nothingLeaves?, .nothingLeaves?): (nil, told)
        case (.nothingLeaves?, _): (.nothingLeaves, .nothingLeaves)
        case (.someWait?, nil): (.someWait, .someWait)
        // What was stuck leaves step by step.
        case (.someWait?, _): (nil, tries == nil ? .someWait : told)
        case (nil, _):
            (nil, tries == nil && !waits.contains { $0.since.seconds(until: now) >= Self.patience } ? nil : told)
        }
    }

    /// When there may be something to tell; nil where nothing is in trouble.
    public func nextLook(after now: Instant) -> Instant? {
        let starts = [tries?.first].compactMap(\.self) + waits.map(\.since)
        if let next = starts.map({ $0.adding(seconds: Self.patience) }).filter({ $0 > now }).min() { return next }
        // Begun a day ago, and not seen for long enough yet.
        let isOpen = tries != nil && owedSince != nil || !waits.isEmpty
        return isOpen && trouble(at: now) == nil ? now.adding(seconds: 3600) : nil
    }
}

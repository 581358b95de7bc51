package import CivilTime

/// Compares the time of day with the time since boot, and says when the time of day is not to be trusted.
///
/// A clock that is set by less than three hours is nothing: backwards refires nothing, and what a jump ahead skips
/// counts as downtime. Several such jumps add up: ahead and back cancel out, and what is left fades, three hours in a
/// week, so that a clock that is merely bad never comes so far. A suspended machine's time has passed on both clocks.
package struct ClockWatch: Sendable {
    /// Why nothing is decided and nothing sent.
    package enum Trouble: Sendable, Hashable {
        /// The wall clock was set so many seconds ahead, at once or bit by bit.
        case ahead(by: Int64)
        /// The wall clock is so many seconds behind what has been written down already.
        case behind(by: Int64)
        /// The wall clock was set so many seconds back, bit by bit, and is not behind what has been written down.
        case setBack(by: Int64)
    }

    /// Seconds that the wall clock may be set by without a word.
    private static let tolerance: Int64 = 3 * 3600
    /// Seconds in which a drift as large as the tolerance fades: a week. Nothing that is sound drifts by 26 minutes a
    /// day, and a freeze that was not needed costs a quarter of an hour.
    private static let fading: Int64 = 7 * 86_400
    /// After so many seconds without another jump, the clock is taken as right.
    private static let steady: Int64 = 900
    /// What two readings may differ by when nobody has set anything.
    private static let slack: Int64 = 60

    package private(set) var trouble: Trouble?
    private var last: (wall: Instant, boot: Int64)?
    /// The latest instant that was ever trusted.
    private var latest: Instant?
    /// By how much the wall clock has gone ahead of the time since boot, less what has faded; in seconds times
    /// `fading / tolerance`, for a second takes that many to fade.
    private var drift: Int64 = 0
    /// How much of it has come since `steadySince`, in seconds.
    private var moved: Int64 = 0
    private var steadySince: Int64 = 0

    private static let parts = fading / tolerance

    /// - Parameter latest: the latest instant that the ledger knows of.
    package init(latest: Instant?) {
        self.latest = latest
    }

    /// Looks at both clocks.
    package mutating func look(wall: Instant, boot: Int64) -> Trouble? {
        if let last { note(elapsed: boot - last.boot, jump: last.wall.seconds(until: wall) - (boot - last.boot), boot) }
        last = (wall, boot)
        trouble = judge(wall, boot)
        if trouble == nil { latest = max(latest ?? wall, wall) }
        return trouble
    }

    private mutating func note(elapsed: Int64, jump: Int64, _ boot: Int64) {
        // While nothing is trusted, nothing is forgotten either.
        if trouble == nil { drift -= min(max(drift, -elapsed), elapsed) }
        drift += jump * Self.parts
        moved += jump
        if abs(moved) > Self.slack {
            steadySince = boot
            moved = 0
        }
    }

    private mutating func judge(_ wall: Instant, _ boot: Int64) -> Trouble? {
        switch trouble {
        case .behind: drift = 0
        case .ahead, .setBack: if boot - steadySince >= Self.steady { drift = 0 }
        case nil: break
        }
        let ahead = drift / Self.parts
        if ahead > Self.tolerance { return .ahead(by: ahead) }
        if let latest, wall.seconds(until: latest) > Self.tolerance { return .behind(by: wall.seconds(until: latest)) }
        return ahead < -Self.tolerance ? .setBack(by: -ahead) : nil
    }

    /// A person says that the clock is right.
    package mutating func release() {
        trouble = nil
        latest = last?.wall
        drift = 0
        moved = 0
    }
}

extension ClockWatch.Trouble: CustomStringConvertible {
    package var description: String {
        switch self {
        case .ahead(let by):
            "the clock was set \(Self.words(by)) ahead: nothing is planned or sent until it has been steady for a "
                + "quarter of an hour, or `jalon outbox release` says that it is right"
        case .setBack(let by):
            "the clock was set \(Self.words(by)) back, bit by bit: nothing is planned or sent until it has been steady "
                + "for a quarter of an hour, or `jalon outbox release` says that it is right"
        case .behind(let by):
            "the clock is \(Self.words(by)) behind what the ledger has written down: nothing is planned or sent until "
                + "it is set right, or `jalon outbox release` says that it is"
        }
    }

    private static func words(_ seconds: Int64) -> String {
        seconds >= 2 * 86_400 ? "\(seconds / 86_400) days" : "\(seconds / 3600) h \(seconds % 3600 / 60) min"
    }
}

package import CivilTime

/// Compares the time of day with the time since boot, and says when the time of day is not to be trusted.
///
/// A clock that is set by less than three hours is nothing: backwards refires nothing, and what a jump ahead skips
/// counts as downtime. A suspended machine's time has passed on both clocks.
package struct ClockWatch: Sendable {
    /// Why nothing is decided and nothing sent.
    package enum Trouble: Sendable, Hashable {
        /// The wall clock was set so many seconds ahead.
        case ahead(by: Int64)
        /// The wall clock is so many seconds behind what has been written down already.
        case behind(by: Int64)
    }

    /// Seconds that the wall clock may be set by without a word.
    private static let tolerance: Int64 = 3 * 3600
    /// After so many seconds without another jump, the clock is taken as right.
    private static let steady: Int64 = 900
    /// What two readings may differ by when nobody has set anything.
    private static let slack: Int64 = 60

    package private(set) var trouble: Trouble?
    private var last: (wall: Instant, boot: Int64)?
    /// The latest instant that was ever trusted.
    private var latest: Instant?
    private var steadySince: Int64 = 0

    /// - Parameter latest: the latest instant that the ledger knows of.
    package init(latest: Instant?) {
        self.latest = latest
    }

    /// Looks at both clocks.
    package mutating func look(wall: Instant, boot: Int64) -> Trouble? {
        let jump = last.map { $0.wall.seconds(until: wall) - (boot - $0.boot) } ?? 0
        last = (wall, boot)
        if abs(jump) > Self.slack { steadySince = boot }
        switch trouble {
        case .ahead(let by):
            let left = by + jump
            trouble = left > Self.tolerance && boot - steadySince < Self.steady ? .ahead(by: left) : nil
        case .behind, nil:
            trouble = jump > Self.tolerance && trouble == nil ? .ahead(by: jump) : nil
        }
        if trouble == nil, let latest, wall.seconds(until: latest) > Self.tolerance {
            trouble = .behind(by: wall.seconds(until: latest))
        }
        if trouble == nil { latest = max(latest ?? wall, wall) }
        return trouble
    }

    /// A person says that the clock is right.
    package mutating func release() {
        trouble = nil
        latest = last?.wall
    }
}

extension ClockWatch.Trouble: CustomStringConvertible {
    package var description: String {
        switch self {
        case .ahead(let by):
            "the clock was set \(Self.words(by)) ahead: nothing is planned or sent until it has been steady for a "
                + "quarter of an hour, or `jalon outbox release` says that it is right"
        case .behind(let by):
            "the clock is \(Self.words(by)) behind what the ledger has written down: nothing is planned or sent until "
                + "it is set right, or `jalon outbox release` says that it is"
        }
    }

    private static func words(_ seconds: Int64) -> String {
        seconds >= 2 * 86_400 ? "\(seconds / 86_400) days" : "\(seconds / 3600) h \(seconds % 3600 / 60) min"
    }
}

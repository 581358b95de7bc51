import CivilTime

/// When a mail is tried again.
enum RetrySchedule {
    /// Seconds after the first, second, … time that the server asked to come again; the last one repeats.
    private static let steps: [Int64] = [2, 5, 15, 30, 60, 120, 240, 360].map { $0 * 60 }
    /// A mail of which nothing says how long it is of use is given up thirty days after it was first not taken.
    static let longest: Int64 = 30 * 86_400
    /// Where less than this is left of a mail's use, in seconds, it is not tried once more.
    private static let tooShort: Int64 = 600
    /// A mail in doubt goes again after a quarter of an hour, …
    static let afterDoubt: Int64 = 15 * 60
    /// … twice at most.
    static let doubts = 2

    /// The next try; nil where none comes before the end of the mail's use.
    ///
    /// A try that would come too late is made halfway to the end instead.
    static func next(afterAttempt attempt: Int, of id: Int64, at now: Instant, before end: Instant) -> Instant? {
        let planned = now.adding(seconds: delay(afterAttempt: attempt, of: id))
        if planned < end { return planned }
        let rest = now.seconds(until: end)
        return rest < tooShort ? nil : now.adding(seconds: rest / 2)
    }

    /// - Returns: seconds, spread by a fifth either way, so that mails refused together do not come back together; the
    ///   same entry and attempt always give the same.
    static func delay(afterAttempt attempt: Int, of id: Int64) -> Int64 {
        let step = steps[min(attempt, steps.count - 1)]
        let mixed = UInt64(bitPattern: id &* 31 &+ Int64(attempt)) &* 0x9E37_79B9_7F4A_7C15
        let spread = Int64(mixed >> 33) % (step * 2 / 5 + 1)
        return step - step / 5 + spread
    }
}

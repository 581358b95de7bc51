/// When a mail is tried again.
enum RetrySchedule {
    /// Seconds after the first, second, … time that the server asked to come again; the last one repeats.
    private static let steps: [Int64] = [2, 5, 15, 30, 60, 120, 240, 360].map { $0 * 60 }
    /// Five days after the server asked to wait for the first time, a mail is given up.
    static let longest: Int64 = 5 * 86_400
    /// A mail in doubt goes again after a quarter of an hour, …
    static let afterDoubt: Int64 = 15 * 60
    /// … twice at most.
    static let doubts = 2

    /// - Returns: seconds, spread by a fifth either way, so that mails refused together do not come back together; the
    ///   same entry and attempt always give the same.
    static func delay(afterAttempt attempt: Int, of id: Int64) -> Int64 {
        let step = steps[min(attempt, steps.count - 1)]
        let mixed = UInt64(bitPattern: id &* 31 &+ Int64(attempt)) &* 0x9E37_79B9_7F4A_7C15
        let spread = Int64(mixed >> 33) % (step * 2 / 5 + 1)
        return step - step / 5 + spread
    }
}

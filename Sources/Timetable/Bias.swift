/// Costs that are not real: they make one demand leave days or months to others that come after it.
struct Bias {
    var salt: UInt64
    /// Days differ by up to so much; one less than a power of two.
    var days: UInt64
    /// Meetings in most months cost so much more, as if the months were scarce.
    var months: Int

    static let none = Bias(salt: 0, days: 0, months: 0)

    func of(day: Int32, month: Int32) -> Int {
        (days == 0 ? 0 : Int(truncatingIfNeeded: hash(day) & days)) + (months == 0 ? 0 : ofMonth(month))
    }

    private func ofMonth(_ month: Int32) -> Int {
        hash(~month) & 3 == 0 ? 0 : months
    }

    private func hash(_ number: Int32) -> UInt64 {
        RandomSource.mixed(salt ^ UInt64(UInt32(bitPattern: number)))
    }
}

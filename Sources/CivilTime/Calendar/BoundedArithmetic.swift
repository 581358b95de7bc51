extension FixedWidthInteger where Self: SignedInteger {
    /// The quotient rounded down, where `/` rounds towards zero; `divisor` is positive.
    func flooredQuotient(by divisor: Self) -> Self {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? quotient - 1 : quotient
    }

    /// What is left of the number above `flooredQuotient(by:)`: never negative.
    func flooredRemainder(by divisor: Self) -> Self {
        let remainder = self % divisor
        return remainder < 0 ? remainder + divisor : remainder
    }

    /// The sum, held at the type's bounds: a cadence of a billion weeks is a mistake, not a crash.
    func addingHeld(_ other: Self) -> Self {
        let (sum, overflow) = addingReportingOverflow(other)
        return overflow ? (other < 0 ? .min : .max) : sum
    }

    func held(in bounds: ClosedRange<Self>) -> Self {
        Swift.min(Swift.max(self, bounds.lowerBound), bounds.upperBound)
    }
}

// What every language does with numbers and lists.

extension Int {
    /// `05`.
    var twoDigits: String { self < 10 ? "0\(self)" : "\(self)" }
}

extension [String] {
    /// The items with commas between them, and the last one behind a word of its own.
    func joined(lastWith conjunction: String) -> String {
        guard count > 1, let last else { return joined() }
        return dropLast().joined(separator: ", ") + conjunction + last
    }
}

extension ClosedRange<Int> {
    /// The same span counted in weeks; nil where it is not whole weeks.
    var inWeeks: ClosedRange<Int>? {
        guard lowerBound.isMultiple(of: 7), upperBound.isMultiple(of: 7) else { return nil }
        return lowerBound / 7...upperBound / 7
    }
}

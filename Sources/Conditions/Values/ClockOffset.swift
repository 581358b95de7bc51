/// Hours and minutes from UTC, as `+05:45`; at most 23:59 either way.
struct ClockOffset {
    /// East of UTC.
    let seconds: Int

    /// Nil without a sign.
    init?(signed text: String) {
        guard text.hasPrefix("+") || text.hasPrefix("-") else { return nil }
        self.init(text)
    }

    /// A sign that is not written is a plus.
    init?(_ text: String) {
        let isNegative = text.hasPrefix("-")
        let parts = (isNegative || text.hasPrefix("+") ? text.dropFirst() : text[...])
            .split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, let hours = Self.number(parts[0], below: 24),
            let minutes = Self.number(parts[1], below: 60)
        else { return nil }
        seconds = (hours * 3600 + minutes * 60) * (isNegative ? -1 : 1)
    }

    private static func number(_ text: Substring, below limit: Int) -> Int? {
        guard text.utf8.count == 2, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return Int(text).flatMap { $0 < limit ? $0 : nil }
    }
}

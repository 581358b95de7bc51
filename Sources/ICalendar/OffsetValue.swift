/// The UTC-OFFSET type of RFC 5545 section 3.3.14, such as `+0100` or `-004430`.
struct OffsetValue: Hashable {
    /// East of UTC; less than a day.
    let seconds: Int

    init(seconds: Int) {
        self.seconds = seconds
    }

    /// Nil for what is no offset; a colon between the digits, as some write it, is passed over.
    init?(_ text: some StringProtocol) {
        var digits = DigitReader(text)
        let isWest = digits.take("-")
        if !isWest { _ = digits.take("+") }
        guard let hours = digits.number(of: 2), hours < 24 else { return nil }
        _ = digits.take(":")
        guard let minutes = digits.number(of: 2), minutes < 60 else { return nil }
        var total = hours * 3600 + minutes * 60
        if !digits.isAtEnd {
            _ = digits.take(":")
            guard let seconds = digits.number(of: 2), seconds < 60, digits.isAtEnd else { return nil }
            total += seconds
        }
        seconds = isWest ? -total : total
    }
}

/// Reads the values that are digits at fixed places, a byte at a time.
struct DigitReader {
    private var rest: ArraySlice<UInt8>

    init(_ bytes: ArraySlice<UInt8>) {
        rest = bytes
    }

    init(_ text: some StringProtocol) {
        rest = Array(text.utf8)[...]
    }

    var isAtEnd: Bool { rest.isEmpty }

    /// The number that so many digits make; nil when there is anything else among them.
    mutating func number(of count: Int) -> Int? {
        var number = 0
        for _ in 0..<count {
            guard let digit = rest.popFirst(), ASCII.isDigit(digit) else { return nil }
            number = 10 * number + Int(digit - UInt8(ascii: "0"))
        }
        return number
    }

    /// The number that all the digits make which come next; nil when there are none, or more than so many.
    mutating func number(upTo most: Int) -> Int? {
        let digits = rest.prefix(while: ASCII.isDigit).count
        return (1...most).contains(digits) ? number(of: digits) : nil
    }

    /// Steps over the letter, in either case, if it comes next.
    mutating func take(_ letter: Unicode.Scalar) -> Bool {
        guard let next = rest.first, ASCII.uppercased(next) == UInt8(ascii: letter) else { return false }
        rest.removeFirst()
        return true
    }
}

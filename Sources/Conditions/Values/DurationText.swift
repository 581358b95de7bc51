/// Durations as the language reads, writes and bounds them: whole nanoseconds in 64 bits, about 292 years.
extension Duration {
    /// What is finer than a nanosecond is dropped.
    var nanoseconds: Int128 {
        let (seconds, attoseconds) = components
        return Int128(seconds) * 1_000_000_000 + Int128(attoseconds / 1_000_000_000)
    }

    /// Nil beyond 64 bits.
    init?(nanoseconds: Int128) {
        guard let exact = Int64(exactly: nanoseconds) else { return nil }
        self = .nanoseconds(exact)
    }

    /// Reads amounts with their units, after at most one sign: `1h30m`, `-1.5s`, `250ms`, or a bare `0`.
    init?(written text: String) {
        var rest = text.utf8[...]
        let isNegative = rest.first == UInt8(ascii: "-")
        if isNegative || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
        if rest.elementsEqual("0".utf8) {
            self = .zero
            return
        }
        guard !rest.isEmpty else { return nil }
        var total: Int128 = 0
        while !rest.isEmpty {
            guard let part = Self.amount(from: &rest) else { return nil }
            total += part
            guard total <= Int128(UInt64.max) else { return nil }
        }
        self.init(nanoseconds: isNegative ? -total : total)
    }

    /// The longest first where one begins with another.
    private static let units: [(name: String, nanoseconds: Int128)] = [
        ("ns", 1), ("us", 1_000), ("µs", 1_000), ("μs", 1_000), ("ms", 1_000_000),
        ("s", 1_000_000_000), ("m", 60_000_000_000), ("h", 3_600_000_000_000),
    ]

    private static func amount(from rest: inout Substring.UTF8View) -> Int128? {
        let whole = digits(from: &rest)
        var fraction = ""
        if rest.first == UInt8(ascii: ".") {
            rest.removeFirst()
            fraction = digits(from: &rest)
        }
        guard !whole.isEmpty || !fraction.isEmpty, whole.utf8.count <= 20,
            let unit = units.first(where: { rest.starts(with: $0.name.utf8) })
        else { return nil }
        rest = rest.dropFirst(unit.name.utf8.count)
        // The least unit is reached after 13 digits in any case.
        fraction = String(fraction.prefix(15))
        var scale: Int128 = 1
        for _ in fraction.utf8 { scale *= 10 }
        return (Int128(whole) ?? 0) * unit.nanoseconds + (Int128(fraction) ?? 0) * unit.nanoseconds / scale
    }

    private static func digits(from rest: inout Substring.UTF8View) -> String {
        let digits = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        rest = rest[digits.endIndex...]
        return String(Substring(digits))
    }

    /// Seconds, with their fraction where there is one: `5400s`, `-1.5s`.
    var written: String {
        let (whole, rest) = nanoseconds.magnitude.quotientAndRemainder(dividingBy: 1_000_000_000)
        return (nanoseconds < 0 ? "-" : "") + "\(whole)" + (rest == 0 ? "" : "." + Int(rest).fractionDigits) + "s"
    }
}

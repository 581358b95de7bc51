/// Reads one text or row of bytes, with its quotes: `'…'`, `"…"`, either of them tripled, after `r`, `b` or `br`.
struct LiteralReader {
    private let source: [Unicode.Scalar]
    private let start: Int
    /// Behind what has been read.
    private(set) var position: Int
    private let isRaw: Bool
    private let isBytes: Bool

    init(_ source: [Unicode.Scalar], at start: Int, prefix: Int) {
        self.source = source
        self.start = start
        position = start + prefix
        let letters = source[start..<position]
        isRaw = letters.contains { $0 == "r" || $0 == "R" }
        isBytes = letters.contains { $0 == "b" || $0 == "B" }
    }

    mutating func read() throws(Fault) -> Token.Kind {
        let quote = source[position]
        let isTripled = position + 2 < source.count && source[position...(position + 2)].allSatisfy { $0 == quote }
        let width = isTripled ? 3 : 1
        position += width
        var scalars = String.UnicodeScalarView()
        var bytes: [UInt8] = []
        while true {
            guard position < source.count else { throw Fault(.unterminatedText, at: start) }
            let scalar = source[position]
            if closes(quote, width) {
                position += width
                return isBytes ? .bytes(bytes) : .string(String(scalars))
            }
            if scalar == "\\", !isRaw {
                let (value, isByte) = try escape()
                if isBytes, isByte {
                    bytes.append(UInt8(value.value))
                } else {
                    scalars.append(value)
                    bytes += UTF8.encode(value).map(Array.init) ?? []
                }
                continue
            }
            if !isTripled, scalar == "\n" || scalar == "\r" { throw Fault(.unterminatedText, at: start) }
            scalars.append(scalar)
            if isBytes { bytes += UTF8.encode(scalar).map(Array.init) ?? [] }
            position += 1
        }
    }

    private func closes(_ quote: Unicode.Scalar, _ width: Int) -> Bool {
        position + width <= source.count && source[position..<(position + width)].allSatisfy { $0 == quote }
    }

    private static let simple: [Unicode.Scalar: Unicode.Scalar] = [
        "a": "\u{07}", "b": "\u{08}", "f": "\u{0C}", "n": "\n", "r": "\r", "t": "\t", "v": "\u{0B}", "\\": "\\",
        "?": "?", "\"": "\"", "'": "'", "`": "`",
    ]

    /// A backslash and what follows. Among bytes, `\xFF` and `\377` are one byte; in a text they are code points.
    private mutating func escape() throws(Fault) -> (Unicode.Scalar, isByte: Bool) {
        let begin = position
        guard begin + 1 < source.count else { throw Fault(.unterminatedText, at: start) }
        let letter = source[begin + 1]
        position += 2
        if let value = Self.simple[letter] { return (value, false) }
        let digits: (count: Int, radix: UInt32)?
        switch letter {
        case "x", "X": digits = (2, 16)
        case "u" where !isBytes: digits = (4, 16)
        case "U" where !isBytes: digits = (8, 16)
        case "0"..."3":
            position -= 1
            digits = (3, 8)
        default: digits = nil
        }
        guard let (count, radix) = digits, let value = number(count, radix), let scalar = Unicode.Scalar(value) else {
            let end = min(source.count, max(position, begin + 2))
            let shown = String(String.UnicodeScalarView(source[begin..<end]))
            throw Fault(.badEscape(shown), at: begin)
        }
        return (scalar, radix == 8 || count == 2)
    }

    private mutating func number(_ count: Int, _ radix: UInt32) -> UInt32? {
        var value: UInt32 = 0
        for _ in 0..<count {
            guard position < source.count, let digit = source[position].hexValue, digit < radix else { return nil }
            let (product, overflow) = value.multipliedReportingOverflow(by: radix)
            guard !overflow else { return nil }
            value = product + digit
            position += 1
        }
        return value
    }
}

/// Cuts an expression into tokens, one at a time.
struct Lexer {
    private let source: [Unicode.Scalar]
    private var position = 0

    init(_ source: [Unicode.Scalar]) {
        self.source = source
    }

    private func peek(_ ahead: Int = 0) -> Unicode.Scalar? {
        position + ahead < source.count ? source[position + ahead] : nil
    }

    mutating func next() throws(Fault) -> Token {
        skipBlanks()
        let start = position
        guard let first = peek() else { return Token(kind: .end, offset: start) }
        let kind: Token.Kind
        if first.isDigit || first == "." && peek(1)?.isDigit == true {
            kind = try number()
        } else if let length = textPrefix {
            var reader = LiteralReader(source, at: start, prefix: length)
            kind = try reader.read()
            position = reader.position
        } else if first.isNameStart {
            kind = .name(run { $0.isNameStart || $0.isDigit })
        } else {
            kind = try symbol(first)
        }
        return Token(kind: kind, offset: start)
    }

    private mutating func run(while belongs: (Unicode.Scalar) -> Bool) -> String {
        let start = position
        while let scalar = peek(), belongs(scalar) { position += 1 }
        return String(String.UnicodeScalarView(source[start..<position]))
    }

    /// Blanks, and comments from `//` to the end of the line.
    private mutating func skipBlanks() {
        while let scalar = peek() {
            if scalar == "/", peek(1) == "/" {
                while let other = peek(), other != "\n" { position += 1 }
            } else if [" ", "\t", "\n", "\r", "\u{0C}"].contains(scalar) {
                position += 1
            } else {
                return
            }
        }
    }

    /// How many letters stand before the quote of a text: `r`, `b` or `br`; nil where no text begins.
    private var textPrefix: Int? {
        var length = 0
        if let scalar = peek(length), scalar == "b" || scalar == "B" { length += 1 }
        if let scalar = peek(length), scalar == "r" || scalar == "R" { length += 1 }
        guard let quote = peek(length), quote == "'" || quote == "\"" else { return nil }
        return length
    }

    private mutating func number() throws(Fault) -> Token.Kind {
        let start = position
        if peek() == "0", peek(1) == "x" || peek(1) == "X" {
            position += 2
            return try whole(run { $0.hexValue != nil }, radix: 16, from: start)
        }
        let digits = run(while: \.isDigit)
        var text = digits
        if peek() == ".", peek(1)?.isDigit == true {
            position += 1
            text += "." + run(while: \.isDigit)
        }
        let signed = peek(1) == "+" || peek(1) == "-"
        if let scalar = peek(), scalar == "e" || scalar == "E", peek(signed ? 2 : 1)?.isDigit == true {
            text += signed ? "e" + String(peek(1) ?? "+") : "e"
            position += signed ? 2 : 1
            text += run(while: \.isDigit)
        }
        if text == digits { return try whole(digits, radix: 10, from: start) }
        try endOfNumber(from: start)
        guard let value = Double(text.hasPrefix(".") ? "0" + text : text), value.isFinite else {
            throw Fault(.numberOutOfRange(text), at: start)
        }
        return .double(value)
    }

    private mutating func whole(_ digits: String, radix: Int, from start: Int) throws(Fault) -> Token.Kind {
        let isUnsigned = peek() == "u" || peek() == "U"
        if isUnsigned { position += 1 }
        try endOfNumber(from: start)
        guard !digits.isEmpty else { throw Fault(.badNumber(text(from: start)), at: start) }
        guard let value = UInt64(digits, radix: radix) else {
            throw Fault(.numberOutOfRange(text(from: start)), at: start)
        }
        return isUnsigned ? .uint(value) : .int(value)
    }

    private mutating func endOfNumber(from start: Int) throws(Fault) {
        guard let scalar = peek(), scalar.isNameStart else { return }
        _ = run { $0.isNameStart || $0.isDigit }
        throw Fault(.badNumber(text(from: start)), at: start)
    }

    private func text(from start: Int) -> String {
        String(String.UnicodeScalarView(source[start..<position]))
    }

    private mutating func symbol(_ first: Unicode.Scalar) throws(Fault) -> Token.Kind {
        if let second = peek(1), ["&&", "||", "==", "!=", "<=", ">="].contains("\(first)\(second)") {
            position += 2
            return .symbol("\(first)\(second)")
        }
        guard "+-*/%<>!?:.,()[]{}".unicodeScalars.contains(first) else {
            let meant: [Unicode.Scalar: String] = ["=": "==", "&": "&&", "|": "||", "’": "'", "“": "\"", "”": "\""]
            throw Fault(.strayCharacter(String(first), meant: meant[first]), at: position)
        }
        position += 1
        return .symbol(String(first))
    }
}

extension Unicode.Scalar {
    var isDigit: Bool { ("0"..."9").contains(self) }

    /// An ASCII letter or `_`.
    var isNameStart: Bool { ("a"..."z").contains(self) || ("A"..."Z").contains(self) || self == "_" }

    /// 0...15.
    var hexValue: UInt32? {
        switch self {
        case "0"..."9": value - 0x30
        case "a"..."f": value - 0x61 + 10
        case "A"..."F": value - 0x41 + 10
        default: nil
        }
    }
}

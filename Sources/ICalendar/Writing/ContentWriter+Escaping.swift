extension ContentWriter {
    /// The string as the TEXT type of RFC 5545 section 3.3.11: `Café\, 12 rue de l'Ourcq\nParis`
    mutating func append(text: String) {
        text.utf8Span.span.withUnsafeBufferPointer { Escaping.text.append($0, to: &buffer) }
    }

    /// The string as it is, without the characters that a line may not hold.
    mutating func append(bare value: String) {
        value.utf8Span.span.withUnsafeBufferPointer { Escaping.none.append($0, to: &buffer) }
    }

    /// The string as the value of a parameter: `"Petit, Claire"`
    ///
    /// Quotes only where RFC 5545 asks for them: some clients take the quotes of a TZID or a ROLE for a part of the
    /// value. Spaces at an end and backslashes are quoted too: bare, some readers take the ones away, and the others
    /// for escapes.
    mutating func append(parameter value: String) {
        let isPadded = value.unicodeScalars.beginOrEndInSpace
        value.utf8Span.span.withUnsafeBufferPointer { utf8 in
            let isQuoted = isPadded || utf8.contains(where: \.isDelimiter)
            if isQuoted { buffer.append(UInt8(ascii: "\"")) }
            Escaping.parameter.append(utf8, to: &buffer)
            if isQuoted { buffer.append(UInt8(ascii: "\"")) }
        }
    }
}

extension String.UnicodeScalarView {
    /// Whether what is written of them begins or ends so.
    fileprivate var beginOrEndInSpace: Bool {
        let (first, last) = (first { !$0.isLeftOut }, last { !$0.isLeftOut })
        return first?.isSpace == true || last?.isSpace == true
    }
}

extension Unicode.Scalar {
    /// Controls that stand for no line end.
    fileprivate var isLeftOut: Bool {
        switch value {
        case 0x09...0x0D, 0x85: false
        case ..<0x20, 0x7F...0x9F: true
        default: false
        }
    }

    fileprivate var isSpace: Bool {
        isASCII ? self == " " || (0x09...0x0D).contains(value) : properties.isWhitespace
    }
}

extension UInt8 {
    fileprivate var isDelimiter: Bool {
        switch self {
        case UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: ","), UInt8(ascii: "\\"): true
        default: false
        }
    }
}

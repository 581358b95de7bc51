/// The CAL-ADDRESS type of RFC 5545 section 3.3.3: an address as a `mailto:` URI of RFC 6068.
enum CalendarAddress {
    /// What two spellings of one address have in common: servers that tell cases apart are not found in practice, and
    /// clients send addresses back in other cases.
    static func key(_ address: String) -> String {
        address.lowercased()
    }

    /// Whether both are spellings of one address: whether their keys are equal.
    static func same(_ one: String, _ other: String) -> Bool {
        if one == other { return true }
        let (left, right) = (one.utf8Span, other.utf8Span)
        guard left.isKnownASCII, right.isKnownASCII else { return key(one) == key(other) }
        let (lefts, rights) = (left.span, right.span)
        guard lefts.count == rights.count else { return false }
        for index in lefts.indices where ASCII.uppercased(lefts[index]) != ASCII.uppercased(rights[index]) {
            return false
        }
        return true
    }

    /// The address that a `mailto:` URI names, without a query; nil for any other URI.
    static func address(of uri: String) -> String? {
        let (scheme, rest) = (uri.utf8.prefix(7), uri.utf8.dropFirst(7))
        guard scheme.map(ASCII.uppercased) == Array("MAILTO:".utf8) else { return nil }
        var bytes: [UInt8] = []
        var left = rest.prefix { $0 != UInt8(ascii: "?") }
        while let byte = left.popFirst() {
            if byte == UInt8(ascii: "%"), let code = UInt8(String(Substring(left.prefix(2))), radix: 16) {
                bytes.append(code)
                left = left.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

// MARK: - Wire form

extension ContentWriter {
    /// `mailto:` and the address, without controls, and with the octets escaped that a URI cannot hold or that would
    /// begin a query.
    ///
    /// The other delimiters stay as they are: clients compare these strings, and hardly one of them unescapes first.
    mutating func append(address: String) {
        buffer.append("mailto:")
        address.utf8Span.span.withUnsafeBufferPointer { utf8 in
            for octet in utf8 {
                append(addressOctet: octet)
            }
        }
    }

    private mutating func append(addressOctet octet: UInt8) {
        switch octet {
        case 0x00...0x1F, 0x7F: break
        case 0x20, UInt8(ascii: "\""), UInt8(ascii: "#"), UInt8(ascii: "%"), UInt8(ascii: "<"), UInt8(ascii: ">"),
            UInt8(ascii: "?"), UInt8(ascii: "["), UInt8(ascii: "\\"), UInt8(ascii: "]"), UInt8(ascii: "^"),
            UInt8(ascii: "`"), UInt8(ascii: "{"), UInt8(ascii: "|"), UInt8(ascii: "}"), 0x80...:
            buffer.append(UInt8(ascii: "%"))
            append(hexadecimal: octet >> 4)
            append(hexadecimal: octet & 0x0F)
        default: buffer.append(octet)
        }
    }

    /// A digit of a number in base 16, in upper case.
    private mutating func append(hexadecimal digit: UInt8) {
        buffer.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "A") + digit - 10)
    }
}

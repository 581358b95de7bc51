/// What becomes of characters while they are copied into a line.
///
/// Controls but the tab are left out: RFC 5545 section 3.1 has none in a line. NEL and the line and paragraph separators
/// are no line ends to it, but some readers split at them, so they count as such.
enum Escaping {
    /// The TEXT type of RFC 5545 section 3.3.11: `Café\, 12 rue de l'Ourcq\nParis`
    case text
    /// The value of a parameter, in quotes or not; RFC 6868 for what quotes cannot hold: `dite ^'Tom^'`
    case parameter
    /// A value that has no escapes, such as a URI.
    case none

    /// Appends the octets, which are UTF-8.
    func append(_ utf8: UnsafeBufferPointer<UInt8>, to buffer: inout ByteBuffer) {
        var copied = 0
        var index = 0
        while index < utf8.count {
            guard Self.stops[Int(utf8[index])] else {
                index += 1
                continue
            }
            let (length, replacement) = replacement(at: index, in: utf8)
            if let replacement {
                buffer.append(UnsafeBufferPointer(rebasing: utf8[copied..<index]))
                buffer.append(replacement)
                copied = index + length
            }
            index += length
        }
        buffer.append(UnsafeBufferPointer(rebasing: utf8[copied...]))
    }

    /// The octets at which the copying has to stop and look: those that any type escapes, and those with which a
    /// control or a separator may begin.
    private static let stops: [Bool] = (0...255).map { (octet: UInt8) in
        (octet < 0x20 && octet != 0x09) || octet == 0x7F || octet == 0xC2 || octet == 0xE2
            || Array("\\;,^\"".utf8).contains(octet)
    }

    /// How many octets belong together at a stop, and what is written for them; nil for themselves.
    private func replacement(at index: Int, in utf8: UnsafeBufferPointer<UInt8>) -> (Int, StaticString?) {
        switch utf8[index] {
        case 0x0A where index > 0 && utf8[index - 1] == 0x0D: (1, "")
        case 0x0A...0x0D: (1, lineEnd)
        case 0x00..<0x20, 0x7F: (1, "")
        case 0xC2 where utf8[index + 1] < 0xA0: (2, utf8[index + 1] == 0x85 ? lineEnd : "")
        case 0xC2: (2, nil)
        case 0xE2: (3, utf8[index + 1] == 0x80 && utf8[index + 2] & 0xFE == 0xA8 ? lineEnd : nil)
        case let octet: (1, escape(octet))
        }
    }

    private var lineEnd: StaticString {
        switch self {
        case .text: "\\n"
        case .parameter: "^n"
        case .none: ""
        }
    }

    private func escape(_ octet: UInt8) -> StaticString? {
        switch (self, octet) {
        case (.text, UInt8(ascii: "\\")): "\\\\"
        case (.text, UInt8(ascii: ";")): "\\;"
        case (.text, UInt8(ascii: ",")): "\\,"
        case (.parameter, UInt8(ascii: "^")): "^^"
        case (.parameter, UInt8(ascii: "\"")): "^'"
        default: nil
        }
    }
}

/// Text that was bytes in some charset.
public struct DecodedText: Sendable, Hashable {
    /// Without a byte order mark; lines end in a line feed.
    public let string: String
    /// Whether the charset is another one than was said: none was and the bytes are not ASCII, it is unknown, or the
    /// bytes are not of it.
    public let isGuess: Bool

    init(string: String, isGuess: Bool) {
        self.string = string
        self.isGuess = isGuess
    }

    /// Unknown bytes are UTF-8 where they can be, and Windows-1252 else, in which every byte is something.
    init(_ bytes: some Collection<UInt8>, charset name: String?) {
        let bytes = ArraySlice(bytes)
        let charset = Charset(name ?? "us-ascii")
        let declared = charset?.decode(bytes)
        isGuess = declared == nil
        let decoded = declared ?? (charset == .utf8 ? Self.repaired(bytes) : nil) ?? Self.guess(bytes)
        string = Self.withoutReturns(decoded)
    }

    private static func guess(_ bytes: ArraySlice<UInt8>) -> String {
        Charset.utf8.decode(bytes) ?? Charset.windows1252.decode(bytes) ?? ""
    }

    /// UTF-8 that is damaged in places, such as a subject cut within a character; nil where it never was UTF-8.
    private static func repaired(_ bytes: ArraySlice<UInt8>) -> String? {
        let text = String(decoding: bytes, as: UTF8.self)
        var (whole, broken) = (0, 0)
        for scalar in text.unicodeScalars where !scalar.isASCII {
            if scalar == "\u{FFFD}" { broken += 1 } else { whole += 1 }
        }
        return whole > broken ? text : nil
    }

    private static func withoutReturns(_ text: String) -> String {
        guard text.utf8.contains(0x0D) || text.utf8.first == 0xEF else { return text }
        var result = String.UnicodeScalarView()
        var isAfterReturn = false
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\u{FEFF}" where result.isEmpty: break
            case "\n" where isAfterReturn: break
            case "\r": result.append("\n")
            default: result.append(scalar)
            }
            isAfterReturn = scalar == "\r"
        }
        return String(result)
    }
}

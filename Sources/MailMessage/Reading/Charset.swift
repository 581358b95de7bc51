/// How bytes stand for characters (RFC 2978), for the charsets that mail in Europe is written in.
enum Charset: Sendable {
    case ascii
    case utf8
    /// ISO-8859-1 too: what differs are controls there, which nobody means.
    case windows1252
    /// ISO-8859-15.
    case latin9
    /// With a byte order mark, or big-endian (RFC 2781 section 4.3).
    case utf16
    case utf16BigEndian
    case utf16LittleEndian

    /// - Parameter name: in either case, hyphens and underscores wherever.
    init?(_ name: some StringProtocol) {
        switch name.lowercased().filter({ $0 != "-" && $0 != "_" }) {
        case "usascii", "ascii", "ansix3.41968", "646": self = .ascii
        case "utf8": self = .utf8
        case "iso88591", "latin1", "l1", "windows1252", "cp1252": self = .windows1252
        case "iso885915", "latin9", "l9": self = .latin9
        case "utf16": self = .utf16
        case "utf16be": self = .utf16BigEndian
        case "utf16le": self = .utf16LittleEndian
        default: return nil
        }
    }

    /// - Returns: nil where the bytes are not of this charset.
    func decode(_ bytes: ArraySlice<UInt8>) -> String? {
        switch self {
        case .ascii: bytes.allSatisfy { $0 < 0x80 } ? String(decoding: bytes, as: UTF8.self) : nil
        case .utf8: String(validating: bytes, as: UTF8.self)
        case .windows1252: Self.string(of: bytes, Self.windows1252Scalars)
        case .latin9: Self.string(of: bytes, Self.latin9Scalars)
        case .utf16:
            switch bytes.prefix(2) {
            case [0xFF, 0xFE]: Self.string(ofUTF16: bytes.dropFirst(2), isBigEndian: false)
            case [0xFE, 0xFF]: Self.string(ofUTF16: bytes.dropFirst(2), isBigEndian: true)
            default: Self.string(ofUTF16: bytes, isBigEndian: true)
            }
        case .utf16BigEndian: Self.string(ofUTF16: bytes, isBigEndian: true)
        case .utf16LittleEndian: Self.string(ofUTF16: bytes, isBigEndian: false)
        }
    }

    private static func string(of bytes: ArraySlice<UInt8>, _ scalars: [Unicode.Scalar]) -> String {
        var text = String.UnicodeScalarView()
        for byte in bytes { text.append(scalars[Int(byte)]) }
        return String(text)
    }

    private static func string(ofUTF16 bytes: ArraySlice<UInt8>, isBigEndian: Bool) -> String? {
        guard bytes.count.isMultiple(of: 2) else { return nil }
        let units = stride(from: bytes.startIndex, to: bytes.endIndex, by: 2).map { index in
            let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
            return isBigEndian ? first << 8 | second : second << 8 | first
        }
        return String(validating: units, as: UTF16.self)
    }
}

// MARK: Tables

extension Charset {
    private static let latin1Scalars = (UInt8.min...UInt8.max).map { Unicode.Scalar($0) }

    /// The five places that are free keep their controls.
    private static let windows1252Scalars = replacing(
        latin1Scalars, from: 0x80,
        [
            "\u{20AC}", "\u{81}", "\u{201A}", "\u{192}", "\u{201E}", "\u{2026}", "\u{2020}", "\u{2021}", "\u{2C6}",
            "\u{2030}", "\u{160}", "\u{2039}", "\u{152}", "\u{8D}", "\u{17D}", "\u{8F}", "\u{90}", "\u{2018}",
            "\u{2019}", "\u{201C}", "\u{201D}", "\u{2022}", "\u{2013}", "\u{2014}", "\u{2DC}", "\u{2122}", "\u{161}",
            "\u{203A}", "\u{153}", "\u{9D}", "\u{17E}", "\u{178}",
        ])

    private static let latin9Scalars: [Unicode.Scalar] = {
        let differences: [Int: Unicode.Scalar] = [
            0xA4: "€", 0xA6: "Š", 0xA8: "š", 0xB4: "Ž", 0xB8: "ž", 0xBC: "Œ", 0xBD: "œ", 0xBE: "Ÿ",
        ]
        return latin1Scalars.indices.map { differences[$0] ?? latin1Scalars[$0] }
    }()

    private static func replacing(
        _ scalars: [Unicode.Scalar], from start: Int, _ others: [Unicode.Scalar]
    ) -> [Unicode.Scalar] {
        Array(scalars[..<start]) + others + scalars[(start + others.count)...]
    }
}

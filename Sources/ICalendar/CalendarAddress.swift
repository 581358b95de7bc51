/// The CAL-ADDRESS type of RFC 5545 section 3.3.3: an address as a `mailto:` URI of RFC 6068.
enum CalendarAddress {
    /// `mailto:` and the address, with the characters escaped that a URI cannot hold or that would begin a query.
    ///
    /// The other delimiters stay as they are: clients compare these strings, and hardly one of them unescapes first.
    static func encode(_ address: String) -> String {
        var uri = "mailto:"
        for byte in address.utf8 {
            switch byte {
            case 0x00...0x1F, 0x7F: continue
            case 0x20, UInt8(ascii: "\""), UInt8(ascii: "#"), UInt8(ascii: "%"), UInt8(ascii: "<"), UInt8(ascii: ">"),
                UInt8(ascii: "?"), UInt8(ascii: "["), UInt8(ascii: "\\"), UInt8(ascii: "]"), UInt8(ascii: "^"),
                UInt8(ascii: "`"), UInt8(ascii: "{"), UInt8(ascii: "|"), UInt8(ascii: "}"), 0x80...:
                let digits = String(byte, radix: 16, uppercase: true)
                uri += digits.utf8.count == 1 ? "%0" + digits : "%" + digits
            default:
                uri.unicodeScalars.append(Unicode.Scalar(byte))
            }
        }
        return uri
    }

    /// What two spellings of one address have in common: servers that tell cases apart are not found in practice, and
    /// clients send addresses back in other cases.
    static func key(_ address: String) -> String {
        address.lowercased()
    }
}

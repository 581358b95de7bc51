/// The words of an address while it is read, which blanks may part at a dot or at the sign alone (RFC 5322 section 4.4).
struct AddressText {
    private var bytes: [UInt8] = []
    private var isBroken = false

    var isEmpty: Bool { bytes.isEmpty }

    /// - Parameter isParted: whether blanks or comments stand before the word.
    mutating func append(_ word: [UInt8], isParted: Bool) {
        if isParted, let last = bytes.last, let first = word.first, !Self.joins(last), !Self.joins(first) {
            isBroken = true
        }
        // One that is longer is no address, and no memory is needed for it.
        if bytes.count <= 254 { bytes += word.prefix(255) }
    }

    private static func joins(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: ".") || byte == UInt8(ascii: "@")
    }

    var address: EmailAddress? {
        isBroken ? nil : String(validating: bytes, as: UTF8.self).flatMap { EmailAddress($0) }
    }

    /// As a quoted string, since within an address quotes are a part of it.
    static func quoted(_ content: [UInt8]) -> [UInt8] {
        let escaped = content.flatMap { byte -> [UInt8] in
            byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") ? [UInt8(ascii: "\\"), byte] : [byte]
        }
        return [UInt8(ascii: "\"")] + escaped + [UInt8(ascii: "\"")]
    }
}

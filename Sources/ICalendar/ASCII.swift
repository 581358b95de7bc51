/// What calendars say in ASCII alone: names, numbers and keywords.
enum ASCII {
    static func uppercased(_ byte: UInt8) -> UInt8 {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) ? byte & 0xDF : byte
    }

    static func uppercased(_ bytes: some Collection<UInt8>) -> String {
        // A name of up to fifteen letters, as all but a few are, then needs no memory of its own.
        String(unsafeUninitializedCapacity: bytes.count) { buffer in
            for (index, byte) in bytes.enumerated() { buffer[index] = uppercased(byte) }
            return bytes.count
        }
    }

    /// Whether the bytes are that upper-case name, in whatever case.
    static func isSame(_ bytes: ArraySlice<UInt8>, as name: String) -> Bool {
        guard bytes.count == name.utf8.count else { return false }
        var place = bytes.startIndex
        for byte in name.utf8 {
            guard uppercased(bytes[place]) == byte else { return false }
            place += 1
        }
        return true
    }

    static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }

    /// What the names of properties and parameters are made of; the underscore is none of RFC 5545's, but is in use.
    static func isName(_ byte: UInt8) -> Bool {
        isDigit(byte) || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte & 0xDF)
            || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
    }

    static func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

    static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
}

extension String {
    /// So many scalars of the start: a single character may be as long as its file.
    func firstScalars(_ most: Int) -> String { String(unicodeScalars.prefix(most)) }

    /// The string without the characters that move a terminal's cursor, or do worse.
    var withoutControls: String {
        func isControl(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.generalCategory == .control }
        guard unicodeScalars.contains(where: isControl) else { return self }
        return String(String.UnicodeScalarView(unicodeScalars.filter { !isControl($0) }))
    }
}

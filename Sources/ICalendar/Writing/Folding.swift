/// Folds lines at 75 octets; RFC 5545 section 3.1.
enum Folding {
    /// Octets on a line, its CRLF not counted.
    static let limit = 75

    /// Appends `line` in pieces that are parted by CRLF and a space, and a last CRLF.
    ///
    /// A fold falls between two characters as people see them, so that a reader which takes lines one by one shows no
    /// half of an emoji or a bare accent. A character that is longer than a line is folded between its scalars.
    static func write(_ line: String, to bytes: inout [UInt8]) {
        bytes.reserveCapacity(bytes.count + line.utf8.count + line.utf8.count / 24 + 2)
        if line.utf8.count <= limit {
            bytes.append(contentsOf: line.utf8)
        } else {
            writeInPieces(line, to: &bytes)
        }
        bytes.append(contentsOf: [0x0D, 0x0A])
    }

    private static func writeInPieces(_ line: String, to bytes: inout [UInt8]) {
        var room = limit
        func fold() {
            bytes.append(contentsOf: [0x0D, 0x0A, 0x20])
            room = limit - 1
        }
        for character in line {
            let octets = character.utf8.count
            if octets <= limit - 1 {
                if octets > room { fold() }
                bytes.append(contentsOf: character.utf8)
                room -= octets
                continue
            }
            for scalar in character.unicodeScalars {
                if UTF8.width(scalar) > room { fold() }
                let encoded = Array(String(scalar).utf8)
                bytes.append(contentsOf: encoded)
                room -= encoded.count
            }
        }
    }
}

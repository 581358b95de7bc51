/// A content line put together again, in bytes: a fold may fall inside a character.
struct UnfoldedLine {
    /// Where it begins in the file, the first line being 1.
    let number: Int
    var bytes: [UInt8]
}

/// Undoes folding; RFC 5545 section 3.1.
enum Unfolding {
    /// The lines of `bytes`, without a byte order mark and without empty lines.
    ///
    /// Files that have been through editors end lines by LF or CR, so each of CRLF, LF and CR ends one here.
    static func lines(of bytes: [UInt8]) -> [UnfoldedLine] {
        var lines: [UnfoldedLine] = []
        var rest = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
        var number = 0
        while !rest.isEmpty {
            number += 1
            let end = rest.firstIndex { $0 == 0x0A || $0 == 0x0D } ?? rest.endIndex
            let line = rest[rest.startIndex..<end]
            rest = rest[end...]
            if rest.first == 0x0D { rest = rest.dropFirst() }
            if rest.first == 0x0A { rest = rest.dropFirst() }
            guard let first = line.first else { continue }
            if first == 0x20 || first == 0x09, !lines.isEmpty {
                lines[lines.endIndex - 1].bytes += line.dropFirst()
            } else {
                lines.append(UnfoldedLine(number: number, bytes: Array(line)))
            }
        }
        return lines
    }
}

/// Folds lines at 75 octets; RFC 5545 section 3.1.
///
/// A fold falls between two characters as people see them, so that a reader which takes lines one by one shows no half
/// of an emoji or a bare accent. A character that is longer than a line is folded between its scalars.
enum Folding {
    /// Octets on a line, its CRLF not counted.
    static let limit = 75

    /// Parts the line that begins at `start` and ends with the buffer, by CRLF and a space.
    static func fold(_ buffer: inout ByteBuffer, from start: Int) {
        guard buffer.count - start > limit else { return }
        buffer.rewrite(from: start) { line, buffer in
            var begin = 0
            while true {
                let end = end(of: line, from: begin, room: begin == 0 ? limit : limit - 1)
                buffer.append(UnsafeBufferPointer(rebasing: line[begin..<end]))
                if end == line.count { return }
                buffer.append("\r\n ")
                begin = end
            }
        }
    }

    /// Where the piece ends that begins at `start` and has `room` octets at most.
    private static func end(of line: UnsafeBufferPointer<UInt8>, from start: Int, room: Int) -> Int {
        guard line.count - start > room else { return line.count }
        var end = start + room
        if line[end] < 0x80, line[end - 1] < 0x80 { return end }
        while line[end] & 0xC0 == 0x80 { end -= 1 }
        if line.isPlain(at: end), line.isPlain(before: end) { return end }
        return characterEnd(in: line, from: start, to: end)
    }

    /// The last end of a character before `end`, or `end` itself if it is inside one that no line can hold.
    private static func characterEnd(in line: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) -> Int {
        // A character that begins before the end and is still not over at the horizon is longer than a line.
        var horizon = min(end + limit, line.count)
        while horizon < line.count, line[horizon] & 0xC0 == 0x80 { horizon += 1 }
        var position = start
        for character in String(decoding: line[start..<horizon], as: UTF8.self) {
            let next = position + character.utf8.count
            if next > end { return next - position < limit ? position : end }
            position = next
        }
        return end
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Whether the scalar at a place is a character, whatever plain scalar stands beside it: Latin letters and
    /// European punctuation. None of them joins with another one.
    fileprivate func isPlain(at place: Int) -> Bool {
        switch self[place] {
        case ..<0xCC: true  // Below U+0300.
        case 0xE2: self[place + 1] == 0x80 && (0x90...0xA7).contains(self[place + 2])  // U+2010 to U+2027.
        default: false
        }
    }

    fileprivate func isPlain(before place: Int) -> Bool {
        var start = place - 1
        while self[start] & 0xC0 == 0x80 { start -= 1 }
        return isPlain(at: start)
    }
}

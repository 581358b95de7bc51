/// Puts the pieces that follow `354` together: unstuffs dots (RFC 5321, section 4.5.2) and finds the end.
///
/// Only CR LF ends a line here: a dot after a bare line feed is text, so that no mail can be smuggled into another.
struct MailReader {
    private(set) var bytes: [UInt8] = []
    /// The mail has grown over the limit; what has come is forgotten, and its end is still found.
    private(set) var isTooLong = false
    private let limit: Int
    private var line: [UInt8] = []
    private var isAtLineStart = true

    init(limit: Int) {
        self.limit = limit
    }

    /// True when the piece ends the mail.
    mutating func take(_ piece: ArraySlice<UInt8>) -> Bool {
        line += piece
        // A long line is passed on in parts, but never cut where its end or a leading dot may still show.
        guard line.last == UInt8(ascii: "\n") || line.count > 4096 else { return false }
        let isWhole = line.suffix(2) == [UInt8(ascii: "\r"), UInt8(ascii: "\n")]
        if isAtLineStart, isWhole, line.count == 3, line.first == UInt8(ascii: ".") { return true }
        let held = line.last == UInt8(ascii: "\r") ? 1 : 0
        let start = isAtLineStart && line.first == UInt8(ascii: ".") ? 1 : 0
        keep(line[start..<(line.count - held)])
        line = Array(line.suffix(held))
        isAtLineStart = isWhole
        return false
    }

    private mutating func keep(_ part: ArraySlice<UInt8>) {
        if isTooLong || bytes.count + part.count > limit {
            isTooLong = true
            bytes = []
        } else {
            bytes += part
        }
    }
}

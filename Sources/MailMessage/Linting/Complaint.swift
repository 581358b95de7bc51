extension MailLinter {
    /// A rule that a mail breaks.
    public enum Complaint: Sendable, Hashable {
        /// A CR without LF or an LF without CR, at an octet counted from 0.
        case bareLineEnd(at: Int)
        /// A line of more than 998 octets (RFC 5322 section 2.1.1), counted from 1.
        case longLine(Int)
        case nul(at: Int)
        /// A line among the headers that is none.
        case strayLine(String)
        /// A header with octets above 127, but for the address in From and To, which RFC 6532 allows.
        case eightBitHeader(String)
        /// A header with an encoded word that is too long, or whose bytes are no whole characters (RFC 2047).
        case brokenWord(String)
        /// A header that must stand there just once.
        case headerCount(String, Int)
        /// The calendar part in the text and the attached one differ.
        case calendarsDiffer
        /// The part's `method` parameter is not the METHOD of the calendar in it, in capitals.
        case methodDiffers
        /// The calendar's ORGANIZER is not the From of the mail.
        case organizerIsNotFrom
        /// The mail's recipient is not among the calendar's ATTENDEEs.
        case recipientIsNotAttendee
    }
}

extension MailLinter.Complaint: CustomStringConvertible {
    public var description: String {
        switch self {
        case .bareLineEnd(let at): "a line ends in a lone CR or LF, at octet \(at)"
        case .longLine(let line): "line \(line) has more than 998 octets"
        case .nul(let at): "there is a NUL at octet \(at)"
        case .strayLine(let line): "the line \"\(line)\" among the headers is none"
        case .eightBitHeader(let name): "the header \(name) is not ASCII"
        case .brokenWord(let name): "an encoded word in the header \(name) is too long or splits a character"
        case .headerCount(let name, let count): "the header \(name) stands there \(count) times, not once"
        case .calendarsDiffer: "the calendar in the text and the attached one are not the same"
        case .methodDiffers: "the part's method is not the calendar's METHOD"
        case .organizerIsNotFrom: "the calendar's ORGANIZER is not the From of the mail"
        case .recipientIsNotAttendee: "the recipient is not an ATTENDEE of the calendar"
        }
    }
}

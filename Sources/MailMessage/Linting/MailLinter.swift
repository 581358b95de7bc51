/// Looks a finished mail over before it leaves: what a client or a server on the way could stumble over.
public enum MailLinter {
    /// A rule that a mail breaks.
    public enum Complaint: Sendable, Hashable {
        /// A CR without LF or an LF without CR, at an octet counted from 0.
        case bareLineEnd(at: Int)
        /// A line of more than 998 octets (RFC 5322 section 2.1.1), counted from 1.
        case longLine(Int)
        case nul(at: Int)
        /// A header with octets above 127.
        case eightBitHeader(String)
        /// A header that must stand there just once.
        case headerCount(String, Int)
        /// The calendar part in the text and the attached one differ.
        case calendarsDiffer
        /// The part's `method` parameter is not the METHOD of the calendar in it.
        case methodDiffers
        /// The calendar's ORGANIZER is not the From of the mail.
        case organizerIsNotFrom
        /// The mail's recipient is not among the calendar's ATTENDEEs.
        case recipientIsNotAttendee
    }

    /// Every rule that the mail breaks; empty for a good one.
    public static func lint(_ bytes: [UInt8]) -> [Complaint] {
        let mail = WrittenPart(bytes[...])
        return lines(of: bytes) + headers(of: mail) + calendars(in: mail)
    }

    private static let once = ["date", "from", "to", "subject", "message-id", "mime-version", "content-type"]

    private static func lines(of bytes: [UInt8]) -> [Complaint] {
        var complaints: [Complaint] = []
        var length = 0
        var line = 1
        for (index, byte) in bytes.enumerated() {
            if byte == 0 { complaints.append(.nul(at: index)) }
            if byte == 0x0A {
                if index == 0 || bytes[index - 1] != 0x0D { complaints.append(.bareLineEnd(at: index)) }
                if length > 999 { complaints.append(.longLine(line)) }
                length = 0
                line += 1
                continue
            }
            if byte == 0x0D, index + 1 == bytes.count || bytes[index + 1] != 0x0A {
                complaints.append(.bareLineEnd(at: index))
            }
            length += 1
        }
        if length > 998 { complaints.append(.longLine(line)) }
        return complaints
    }

    private static func headers(of mail: WrittenPart) -> [Complaint] {
        let counts = once.compactMap { name -> Complaint? in
            let count = mail.values(of: name).count
            return count == 1 ? nil : .headerCount(name, count)
        }
        let eightBit = mail.all.flatMap(\.headers).filter { header in
            (header.name + header.value).utf8.contains { $0 > 0x7F }
        }
        return counts + eightBit.map { .eightBitHeader($0.name) }
    }

    private static func calendars(in mail: WrittenPart) -> [Complaint] {
        let inline = mail.all.filter { $0.type == "text/calendar" }
        let attached = mail.all.filter { $0.type == "application/ics" }
        guard let first = inline.first else { return attached.isEmpty ? [] : [.calendarsDiffer] }
        var complaints: [Complaint] = []
        if inline.count != 1 || attached.map(\.decoded) != [first.decoded] { complaints.append(.calendarsDiffer) }
        let lines = unfolded(first.decoded)
        if lines.first(where: { $0.hasPrefix("METHOD:") }) != first.parameter("method").map({ "METHOD:" + $0 }) {
            complaints.append(.methodDiffers)
        }
        let from = address(in: mail.values(of: "from").first ?? "")
        if !lines.contains(where: { isAddress(from, inProperty: "ORGANIZER", line: $0) }) {
            complaints.append(.organizerIsNotFrom)
        }
        let to = address(in: mail.values(of: "to").first ?? "")
        if !lines.contains(where: { isAddress(to, inProperty: "ATTENDEE", line: $0) }) {
            complaints.append(.recipientIsNotAttendee)
        }
        return complaints
    }

    private static func unfolded(_ bytes: [UInt8]) -> [Substring] {
        String(decoding: bytes, as: UTF8.self).replacing("\r\n ", with: "").split(separator: "\r\n")
    }

    private static func address(in header: String) -> String {
        guard let open = header.lastIndex(of: "<") else { return header }
        return String(header[header.index(after: open)...].prefix { $0 != ">" })
    }

    private static func isAddress(_ address: String, inProperty name: String, line: Substring) -> Bool {
        (line.hasPrefix(name + ";") || line.hasPrefix(name + ":"))
            && line.lowercased().hasSuffix(":mailto:" + address.lowercased())
    }
}

extension MailLinter.Complaint: CustomStringConvertible {
    public var description: String {
        switch self {
        case .bareLineEnd(let at): "a line ends in a lone CR or LF, at octet \(at)"
        case .longLine(let line): "line \(line) has more than 998 octets"
        case .nul(let at): "there is a NUL at octet \(at)"
        case .eightBitHeader(let name): "the header \(name) is not ASCII"
        case .headerCount(let name, let count): "the header \(name) stands there \(count) times, not once"
        case .calendarsDiffer: "the calendar in the text and the attached one are not the same"
        case .methodDiffers: "the part's method is not the calendar's METHOD"
        case .organizerIsNotFrom: "the calendar's ORGANIZER is not the From of the mail"
        case .recipientIsNotAttendee: "the recipient is not an ATTENDEE of the calendar"
        }
    }
}

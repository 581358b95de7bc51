/// The calendar in an invitation: once in the text, once attached (RFC 6047 section 2.4).
struct CalendarParts {
    private let inline: [WrittenPart]
    private let attached: [WrittenPart]
    private let from: EmailAddress?
    private let to: EmailAddress?

    init(of mail: WrittenPart) {
        inline = mail.all.filter { $0.type == "text/calendar" }
        attached = mail.all.filter { $0.type == "application/ics" }
        from = mail.values(of: "from").first.flatMap { Mailbox($0)?.address }
        to = mail.values(of: "to").first.flatMap { Mailbox($0)?.address }
    }

    /// None for a mail without a calendar.
    var complaints: [MailLinter.Complaint] {
        guard let first = inline.first else { return attached.isEmpty ? [] : [.calendarsDiffer] }
        var complaints: [MailLinter.Complaint] = []
        if inline.count != 1 || attached.map(\.decoded) != [first.decoded] { complaints.append(.calendarsDiffer) }
        let lines = Self.lines(of: first.decoded)
        if !Self.isMethod(first.parameter("method"), of: lines) { complaints.append(.methodDiffers) }
        if from == nil || !Self.addresses("ORGANIZER", in: lines).contains(from) {
            complaints.append(.organizerIsNotFrom)
        }
        // A DECLINECOUNTER has no attendees (RFC 5546 section 3.2.8).
        let namesRecipient = first.parameter("method") != "DECLINECOUNTER"
        if namesRecipient, to == nil || !Self.addresses("ATTENDEE", in: lines).contains(to) {
            complaints.append(.recipientIsNotAttendee)
        }
        return complaints
    }

    private static func isMethod(_ method: String?, of lines: [String]) -> Bool {
        guard let method, method == method.uppercased() else { return false }
        return lines.filter { $0.hasPrefix("METHOD:") } == ["METHOD:\(method)"]
    }

    private static func addresses(_ property: String, in lines: [String]) -> [EmailAddress?] {
        lines.filter { $0.hasPrefix(property + ";") || $0.hasPrefix(property + ":") }.map { line in
            guard let scheme = line.ranges(of: ":mailto:").last else { return nil }
            return EmailAddress(percentDecoded(line[scheme.upperBound...]))
        }
    }

    /// Unfolded by octets (RFC 5545 section 3.1): a mark behind the blank of a fold would hide it as a character.
    private static func lines(of bytes: [UInt8]) -> [String] {
        var unfolded: [UInt8] = []
        var index = bytes.startIndex
        while index < bytes.endIndex {
            if bytes[index...].starts(with: [0x0D, 0x0A, 0x20]) || bytes[index...].starts(with: [0x0D, 0x0A, 0x09]) {
                index += 3
            } else {
                unfolded.append(bytes[index])
                index += 1
            }
        }
        return unfolded.split { $0 == 0x0D || $0 == 0x0A }.map { String(decoding: $0, as: UTF8.self) }
    }

    /// A `mailto:` URI escapes what it cannot hold (RFC 6068 section 2), as quoted-printable does with another sign.
    private static func percentDecoded(_ text: Substring) -> String {
        let escaped = text.utf8.flatMap { byte -> [UInt8] in
            switch byte {
            case UInt8(ascii: "%"): [UInt8(ascii: "=")]
            case UInt8(ascii: "="): Array("=3D".utf8)
            default: [byte]
            }
        }
        return String(decoding: QuotedPrintable.decode(escaped[...]), as: UTF8.self)
    }
}

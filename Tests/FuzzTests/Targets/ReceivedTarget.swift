import MailMessage

/// A mail of any bytes is read within its bounds, or set aside; all that can be asked of it has an answer.
enum ReceivedTarget {
    static func run(_ bytes: [UInt8]) throws(Broken) {
        let mail: ReceivedMessage
        do {
            mail = try ReceivedMessage(reading: bytes)
        } catch {
            return
        }
        _ = (mail.subject, mail.sender, mail.replyTo, mail.messageID, mail.inReplyTo, mail.references)
        _ = (mail.automation, mail.authenticationResults(by: "mx.exemple.fr"), mail.deliveryReport)
        for mailbox in mail.from {
            try hold(EmailAddress(mailbox.address.description) == mailbox.address, "an address is not itself again")
        }
        if let line = mail.firstUnquotedLine {
            try hold(!line.isEmpty && !line.contains { $0.isNewline }, "a line is none: \(line)")
        }
        for calendar in mail.calendarParts {
            try hold(String(validating: calendar.bytes, as: UTF8.self) != nil, "a calendar is not in UTF-8")
        }
        try count(mail.root, level: 1)
    }

    private static func count(_ part: ReceivedPart, level: Int) throws(Broken) {
        try hold(level <= 8 && part.parts.count <= 64, "a bound is exceeded")
        for inner in part.parts { try count(inner, level: level + 1) }
    }
}

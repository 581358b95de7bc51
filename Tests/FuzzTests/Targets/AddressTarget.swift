import MailMessage

/// What is taken for an address can end neither a header nor an SMTP command, and is read as itself again.
enum AddressTarget {
    static func run(_ bytes: [UInt8]) throws(Broken) {
        let text = String(decoding: bytes, as: UTF8.self)
        if let address = EmailAddress(text) {
            try hold(address.description == text, "\(address) is written otherwise than it was")
            try hold(EmailAddress(address.description) == address, "\(address) is not itself again")
            try hold(isOneLine(address.description), "\(address) holds a control character")
        }
        if let identity = MessageID(text) {
            try hold(MessageID(identity.description) == identity, "\(identity) is not itself again")
            try hold(isOneLine(identity.description), "\(identity) holds a control character")
        }
        guard let mailbox = Mailbox(text) else { return }
        try hold(Mailbox(mailbox.description) == mailbox, "\(mailbox) is not itself again")
        try hold(isOneLine(mailbox.headerValue), "\(mailbox) holds a control character")
        let isASCII = mailbox.headerValue.utf8.allSatisfy { $0 < 0x80 }
        try hold(isASCII || !mailbox.address.isASCII, "\(mailbox) is not ASCII in a header")
    }

    private static func isOneLine(_ text: String) -> Bool {
        text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
    }
}

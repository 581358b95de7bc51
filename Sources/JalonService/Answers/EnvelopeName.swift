import MailMessage

/// The envelope sender that one mail alone has, so that what comes back to it names the mail (VERP).
///
///     mentorat+b-7k2f3m@exemple.fr
///
/// What stands behind the mark is the token of the Message-ID: nobody but the recipient knows it.
enum EnvelopeName {
    private static let mark = "+b-"

    /// Nil where the address would become none.
    static func address(for mail: MessageID, of mailbox: EmailAddress) -> EmailAddress? {
        guard let token = mail.description.dropFirst().split(separator: "@").first else { return nil }
        let parts = mailbox.description.split(separator: "@", maxSplits: 1)
        guard parts.count == 2, "\(parts[0])\(mark)\(token)".utf8.count <= 64 else { return nil }
        return EmailAddress("\(parts[0])\(mark)\(token)@\(parts[1])")
    }

    /// The mail that an address is of; nil where it is of none.
    static func mail(of address: EmailAddress) -> MessageID? {
        let parts = address.description.split(separator: "@", maxSplits: 1)
        guard parts.count == 2, let mark = parts[0].firstRange(of: mark) else { return nil }
        return MessageID("<\(parts[0][mark.upperBound...])@\(parts[1])>")
    }

    /// The mails that those headers name which say where a mail was delivered.
    static func mails(in headers: HeaderFields) -> [MessageID] {
        ["Delivered-To", "X-Original-To", "Envelope-To", "To"].flatMap { headers.mailboxes($0) }
            .compactMap { mail(of: $0.address) }
    }
}

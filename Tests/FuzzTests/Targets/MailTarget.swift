import MailMessage

/// A mail of any words breaks no rule of the linter, and gives its text and its attachment back.
///
/// Line feeds part the words: subject, name, file name, and the rest is the text.
enum MailTarget {
    static func run(_ bytes: [UInt8]) throws(Broken) {
        _ = MailLinter.lint(bytes)
        _ = MailText.plain(in: bytes)
        _ = MailText.calendars(in: bytes)
        guard let sender = EmailAddress("mentorat@exemple.fr"), let recipient = EmailAddress("lea@exemple.fr"),
            let identity = MessageID("<1@exemple.fr>")
        else { throw Broken(description: "the target's own addresses are none") }
        let pieces = bytes.split(separator: 0x0A, maxSplits: 3, omittingEmptySubsequences: false)
            .map { String(decoding: $0, as: UTF8.self) }
        func piece(_ index: Int) -> String { index < pieces.count ? pieces[index] : "" }

        var generator = Zeroes()
        let mail = MailMessage(
            date: MailDate(secondsSinceEpoch: 1_796_000_000, offset: 3600), from: Mailbox(name: nil, address: sender),
            to: Mailbox(name: piece(1), address: recipient), subject: piece(0), messageID: identity, inReplyTo: nil,
            references: [], contentLanguage: "fr", headers: [],
            body: .multipart(
                "mixed",
                [
                    .text(piece(3), subtype: "plain"),
                    .data(bytes, type: ContentType("application/octet-stream"), disposition: .init(filename: piece(2))),
                ]))
        let written = mail.serialized(using: &generator)
        let complaints = MailLinter.lint(written)
        try hold(complaints.isEmpty, "the mail breaks rules: \(complaints)")
        try hold(MailText.plain(in: written).map(lines) == lines(piece(3)), "the text is not itself again")
    }

    /// The lines of a text that hold anything, whatever ends them.
    private static func lines(_ text: String) -> [Substring] {
        text.split(whereSeparator: \.isNewline)
    }

    /// The poorest of all generators.
    private struct Zeroes: RandomNumberGenerator {
        mutating func next() -> UInt64 { 0 }
    }
}

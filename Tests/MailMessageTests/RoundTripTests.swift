import MailMessage
import Testing

/// Mails made of anything, from a seed, read back as what they were made of.
@Suite struct RoundTripTests {
    private static let signs =
        [
            "a", "Z", "7", " ", "  ", ".", ",", "\"", "\\", "=", "?", "_", "=?UTF-8?Q?x?=", "@", "<", ">", "(", ":",
            ";", "\n",
        ]
        + [
            "é", "ç", "œ", "’", "€", "\u{A0}", "\u{202F}!", "«", "😀", "👩‍👩‍👧‍👦", "🇫🇷", "e\u{301}", "日本", "שלום", "From ", "--",
            "\t",
        ]

    private static func text(_ length: Range<Int>, _ counter: inout Counter) -> String {
        let length = Int.random(in: length, using: &counter)
        return (0..<length).map { _ in signs.randomElement(using: &counter) ?? "" }.joined()
    }

    /// What a header may keep of a text: its words, on one line.
    private static func line(_ text: String) -> String {
        text.split { $0 == " " || $0 == "\n" || $0 == "\t" }.joined(separator: " ")
    }

    @Test(arguments: 0..<40) func `every mail reads back`(seed: UInt64) throws {
        var counter = Counter(state: seed &* 0x9E37_79B9_7F4A_7C15)
        for _ in 0..<10 {
            let (subject, name, file) = (
                Self.text(0..<60, &counter), Self.text(0..<30, &counter), Self.text(1..<40, &counter)
            )
            let (plain, html) = (Self.text(0..<200, &counter), Self.text(0..<200, &counter))
            let bytes = (0..<Int.random(in: 0..<400, using: &counter)).map { _ in
                UInt8.random(in: 0...255, using: &counter)
            }
            let mail = try SampleMail.mail(
                subject: subject, to: SampleMail.mailbox(name, "lea@exemple.fr"),
                body: .multipart(
                    "mixed",
                    [
                        .multipart("alternative", [.text(plain, subtype: "plain"), .text(html, subtype: "html")]),
                        .data(bytes, type: ContentType("application/ics"), disposition: .init(filename: file)),
                    ]))
            // The attachment is no copy of a calendar; nothing else may be wrong.
            let written = mail.serialized(using: &counter)
            #expect(MailLinter.lint(written) == [.calendarsDiffer])
            #expect(written.split(separator: 0x0A).allSatisfy { $0.count <= 79 })

            let read = try ReadBack(written)
            #expect(try read.text("Subject") == Self.line(subject))
            #expect(try read.mailbox("To").name ?? "" == mail.to.name ?? "")
            #expect(try read.mailbox("To").address == "lea@exemple.fr")
            let leaves = read.parts.flatMap { $0.parts.isEmpty ? [$0] : $0.parts }
            let texts = [plain, html].map { Array($0.replacing("\n", with: "\r\n").utf8) }
            #expect(leaves.map(\.body) == texts + [bytes])
            #expect(try leaves.last?.parameters("Content-Disposition")["filename"] == Self.line(file))
        }
    }
}

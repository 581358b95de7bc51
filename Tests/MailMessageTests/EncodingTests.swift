import Testing

@testable import MailMessage

@Suite struct EncodingTests {
    @Test(
        arguments: [
            (0, 0, "Thu, 01 Jan 1970 00:00:00 +0000"), (1_796_000_000, 3600, "Mon, 30 Nov 2026 01:53:20 +0100"),
            (1_803_600_000, -12_600, "Thu, 25 Feb 2027 20:30:00 -0330"),
            (951_782_400, 20_700, "Tue, 29 Feb 2000 05:45:00 +0545"),
            (4_107_542_400, 0, "Mon, 01 Mar 2100 00:00:00 +0000"), (-1, 0, "Wed, 31 Dec 1969 23:59:59 +0000"),
        ] as [(Int64, Int, String)])
    func `a date is written in its zone`(seconds: Int64, offset: Int, text: String) {
        #expect(MailDate(secondsSinceEpoch: seconds, offset: offset).description == text)
    }

    @Test(arguments: [
        ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("foobar", "Zm9vYmFy"),
    ])
    func `base64 is that of RFC 4648's examples`(text: String, encoded: String) {
        #expect(Base64.text(of: Array(text.utf8)) == encoded)
        #expect(Base64.decode(Array(encoded.utf8)[...]) == Array(text.utf8))
    }

    @Test func `base64 lines have 76 characters`() {
        let lines = String(decoding: Base64.lines(of: Array(repeating: 0xFF, count: 200)), as: UTF8.self)
            .split(separator: "\r\n")
        #expect(lines.map(\.count) == [76, 76, 76, 40])
    }

    @Test(arguments: [
        ("Bonjour", "Bonjour\r\n"), ("a=b", "a=3Db\r\n"), ("à", "=C3=A0\r\n"), ("fin ", "fin=20\r\n"),
        ("a\nb\r\nc\rd", "a\r\nb\r\nc\r\nd\r\n"), (".", "=2E\r\n"), (".a.b", "=2Ea.b\r\n"),
        ("From Paris", "=46rom Paris\r\n"), ("Fromage", "Fromage\r\n"), ("a\tb", "a\tb\r\n"), ("a\t", "a=09\r\n"),
    ])
    func `quoted-printable escapes what the way could harm`(text: String, encoded: String) {
        #expect(String(decoding: QuotedPrintable.lines(of: text), as: UTF8.self) == encoded)
    }

    @Test func `any text survives quoted-printable, in lines of at most 76`() {
        var counter = Counter()
        let letters = Array("aé€😀 =.\tF\nrom")
        for length in 0..<400 {
            let text = String((0..<length).map { _ in letters[Int(counter.next() % UInt64(letters.count))] })
            let encoded = QuotedPrintable.lines(of: text)
            let lines = String(decoding: encoded, as: UTF8.self).split(separator: "\r\n")
            #expect(lines.allSatisfy { $0.utf8.count <= 76 && !$0.hasSuffix(" ") && !$0.hasPrefix(".") })
            let decoded = String(decoding: QuotedPrintable.decode(encoded[...]), as: UTF8.self)
            #expect(decoded == text.replacing("\n", with: "\r\n") + "\r\n")
        }
    }

    @Test(arguments: [
        ("Rencontre", "Rencontre"), ("Déjà", "=?UTF-8?B?RMOpasOg?="),
        ("Rencontre à Paris", "=?UTF-8?Q?Rencontre_=C3=A0_Paris?="), ("日本語", "=?UTF-8?B?5pel5pys6Kqe?="),
        ("=?UTF-8?Q?x?=", "=?UTF-8?B?PT9VVEYtOD9RP3g/PQ==?="), ("a\r\nBcc: b", "a Bcc: b"), ("a  b", "a b"),
    ])
    func `a header's text is encoded where it must be`(text: String, encoded: String) {
        #expect(HeaderText.unstructured(text) == encoded)
    }

    @Test func `encoded words are at most 75 long, whole characters each, and lines at most 78`() {
        let text = String(repeating: "Rencontre d’équipe 😀 ", count: 30)
        let header = String(decoding: Header("Subject", text: text).lines, as: UTF8.self)
        #expect(header.split(separator: "\r\n").allSatisfy { $0.utf8.count <= 78 })
        let words = HeaderText.unstructured(text).split(separator: " ")
        #expect(words.allSatisfy { $0.count <= 75 })
        let decoded = words.map { word in
            let payload = word.dropFirst("=?UTF-8?Q?".count).dropLast(2)
            let bytes =
                word.contains("?Q?")
                ? QuotedPrintable.decode(Array(payload.replacing("_", with: " ").utf8)[...])
                : Base64.decode(Array(payload.utf8)[...])
            return String(validating: bytes, as: UTF8.self)
        }
        #expect(decoded.allSatisfy { $0 != nil })
        #expect(decoded.compactMap(\.self).joined() == HeaderText.clean(text))
    }

    @Test(arguments: [
        ("invite.ics", "filename=invite.ics"), ("deux mots.ics", "filename=\"deux mots.ics\""),
        ("été.ics", "filename*=UTF-8''%C3%A9t%C3%A9.ics"), ("a\"b", "filename=\"a\\\"b\""),
        ("a\r\nb", "filename=\"a b\""),
    ])
    func `a parameter is a token, quoted, or as RFC 2231 says`(value: String, text: String) {
        #expect(Parameter.encode("filename", value) == text)
    }
}

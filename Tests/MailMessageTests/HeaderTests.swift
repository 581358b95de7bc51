import Testing

@testable import MailMessage

@Suite struct HeaderTests {
    private func written(_ text: String) -> String {
        String(decoding: Header("Subject", text: text).lines, as: UTF8.self)
    }

    @Test(arguments: [
        ("Rencontre", "Rencontre"), ("", ""), ("a  b ", "a b"), ("Déjà", "=?UTF-8?B?RMOpasOg?="),
        ("Rencontre à Paris", "=?UTF-8?Q?Rencontre_=C3=A0_Paris?="), ("日本語", "=?UTF-8?B?5pel5pys6Kqe?="),
        ("=?UTF-8?Q?x?=", "=?UTF-8?B?PT9VVEYtOD9RP3g/PQ==?="), ("a=b_c?", "a=b_c?"),
        ("a_é=b?", "=?UTF-8?B?YV/DqT1iPw==?="),
        ("Félicitations 🎉", "=?UTF-8?B?RsOpbGljaXRhdGlvbnMg8J+OiQ==?="), ("l\u{AD}a", "la"), ("a\u{7}b", "a b"),
    ])
    func `a subject is encoded where it must be, in the shorter way`(text: String, value: String) {
        #expect(written(text) == (value.isEmpty ? "Subject:\r\n" : "Subject: \(value)\r\n"))
    }

    @Test(arguments: [
        "a\r\nBcc: b", "a\rBcc: b", "a\nBcc: b", "a\u{85}Bcc: b", "a\u{2028}Bcc: b", "a\0Bcc: b", "a\r\n Bcc: b",
    ])
    func `a line break becomes a blank`(text: String) {
        #expect(written(text) == "Subject: a Bcc: b\r\n")
    }

    @Test(arguments: [
        (
            "Votre rencontre de mentorat avec Thomas est déplacée au jeudi 3 décembre, 18 h 30",
            """
            Subject: =?UTF-8?Q?Votre_rencontre_de_mentorat_avec_Thomas_est_d=C3=A9plac?=\r
             =?UTF-8?Q?=C3=A9e_au_jeudi_3_d=C3=A9cembre=2C_18_h_30?=\r

            """
        ),
        (
            "Votre rencontre de mentorat du jeudi 3 décembre à 18 h 30 : l’été, Noël, où, çà et là – à bientôt !",
            """
            Subject: =?UTF-8?B?Vm90cmUgcmVuY29udHJlIGRlIG1lbnRvcmF0IGR1IGpldWRpIDMg?=\r
             =?UTF-8?B?ZMOpY2VtYnJlIMOgIDE4IGggMzAgOiBs4oCZw6l0w6ksIE5vw6tsLCBvw7ks?=\r
             =?UTF-8?B?IMOnw6AgZXQgbMOgIOKAkyDDoCBiaWVudMO0dCAh?=\r

            """
        ),
    ])
    func `a long subject in French is folded between whole words`(text: String, header: String) {
        #expect(written(text) == header)
    }

    @Test func `a long subject in ASCII is folded at 78`() {
        let text = String(repeating: "mentor ", count: 40)
        let lines = written(text).split(separator: "\r\n")
        #expect(lines.dropLast().allSatisfy { (72...78).contains($0.utf8.count) } && lines.count == 4)
        #expect(lines.joined() == "Subject: " + text.dropLast())
    }

    @Test(arguments: [69, 70, 77, 78, 200, 2000])
    func `an ASCII word that fits no line is encoded`(length: Int) throws {
        let text = String(repeating: "x", count: length)
        let lines = written(text).split(separator: "\r\n")
        #expect(lines.allSatisfy { $0.utf8.count <= 78 })
        #expect(written(text).contains("=?") == (length > 69))
        #expect(try ReadBack.words(String(lines.joined().dropFirst("Subject: ".count))) == text)
    }

    static let characters = ["é", "€", "😀", "👩‍👩‍👧‍👦", "🇫🇷", "e\u{301}", "\u{202F}!", "a", " ", ":", "=", "?", "_", "क्षि"]

    @Test func `no word splits a character, and no line with one is longer than 76`() throws {
        var counter = Counter()
        for _ in 0..<500 {
            let count = Int.random(in: 1..<60, using: &counter)
            let text = "é" + (0..<count).map { _ in Self.characters.randomElement(using: &counter) ?? "a" }.joined()
            let lines = written(text).split(separator: "\r\n")
            #expect(lines.allSatisfy { $0.utf8.count <= EncodedWord.longestLine })
            let words = lines.joined().split(separator: " ").dropFirst()
            let pieces = try words.map { try ReadBack.word($0) }
            #expect(pieces.joined() == HeaderText.clean(text))
            // Joined they have as many characters as alone only if none was split.
            #expect(pieces.reduce(0) { $0 + $1.count } == pieces.joined().count, "\(pieces)")
        }
    }

    @Test func `a character longer than a word is split between scalars`() throws {
        let text = "e" + String(repeating: "\u{301}", count: 100)
        let lines = written(text).split(separator: "\r\n")
        #expect(lines.allSatisfy { $0.utf8.count <= 76 } && lines.count > 2)
        #expect(try ReadBack.words(String(lines.joined().dropFirst("Subject: ".count))) == text)
    }

    @Test func `behind a long name the text begins on the next line`() {
        let header = Header("X-Some-Rather-Long-Name-Of-A-Header-Nobody-Ever-Would-Have-Given", text: "😀")
        #expect(
            String(decoding: header.lines, as: UTF8.self)
                == "X-Some-Rather-Long-Name-Of-A-Header-Nobody-Ever-Would-Have-Given:\r\n =?UTF-8?B?8J+YgA==?=\r\n")
    }

    @Test func `a name of any length reads back in lines of at most 76`() throws {
        for length in 1..<120 {
            let name = String(repeating: "Zoé ", count: length).dropLast()
            let mailbox = try SampleMail.mailbox(String(name), "zoe@exemple.fr")
            let lines = String(decoding: Header("From", structured: mailbox.headerValue).lines, as: UTF8.self)
                .split(separator: "\r\n")
            #expect(lines.allSatisfy { $0.utf8.count <= 76 })
        }
    }
}

import MailMessage
import Testing

@Suite struct MailLinterTests {
    @Test func `a good mail has no complaint`() throws {
        #expect(try MailLinter.lint(Array(SampleMail.text(SampleMail.invitation()).utf8)).isEmpty)
    }

    @Test(arguments: [
        (
            "Auto-Submitted: auto-generated\r\n", "Auto-Submitted: auto-generated\n",
            ["a line ends in a lone CR or LF", "mime-version stands there 0 times"]
        ),
        ("auto-generated", "auto\rgenerated", ["a line ends in a lone CR or LF"]),
        ("auto-generated", "auto-g\u{0}enerated", ["there is a NUL"]),
        ("auto-generated", "auto-générated", ["the header auto-submitted is not ASCII"]),
        ("auto-generated", String(repeating: "x", count: 1000), ["line 9 has more than 998 octets"]),
        ("MIME-Version: 1.0\r\n", "", ["the header mime-version stands there 0 times"]),
        (
            "Message-ID: <second", "Message-ID: <third@exemple.fr>\r\nMessage-ID: <second",
            ["message-id stands there 2 times"]
        ),
        ("method=REQUEST", "method=CANCEL", ["the part's method is not the calendar's METHOD"]),
        ("From: Mentorat Exemple <mentorat@", "From: Mentorat Exemple <autre@", ["ORGANIZER is not the From"]),
        ("<lea@exemple.fr>", "<leo@exemple.fr>", ["the recipient is not an ATTENDEE"]),
        ("application/ics; name=invite.ics", "application/json; name=invite.ics", ["not the same"]),
    ])
    func `each rule can be broken`(original: String, mutated: String, complaints: [String]) throws {
        let text = try SampleMail.text(SampleMail.invitation())
        let broken = text.replacing(original, with: mutated, maxReplacements: 1)
        #expect(broken != text)
        let found = MailLinter.lint(Array(broken.utf8)).map(\.description)
        #expect(found.count == complaints.count)
        for (complaint, words) in zip(found, complaints) { #expect(complaint.contains(words)) }
    }
}

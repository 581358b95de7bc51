import MailMessage
import Testing

@Suite struct MailLinterTests {
    @Test func `a good mail has no complaint`() throws {
        #expect(try MailLinter.lint(SampleMail.bytes(SampleMail.invitation())).isEmpty)
        #expect(try MailLinter.lint(SampleMail.bytes(SampleMail.mail())).isEmpty)
    }

    @Test(arguments: [(998, true), (999, false)]) func `a line may have 998 octets`(length: Int, isGood: Bool) throws {
        let line = "X-Jalon: " + String(repeating: "x", count: length - "X-Jalon: ".count)
        let text = try SampleMail.text(SampleMail.mail()).replacing("MIME-Version", with: line + "\r\nMIME-Version")
        #expect(MailLinter.lint(Array(text.utf8)) == (isGood ? [] : [.longLine(9)]))
    }

    /// What is changed in the good mail, what it becomes, and what is found then, in words.
    struct Mutation: Sendable, CustomTestStringConvertible {
        var original: String
        var mutated: String
        var found: [String]
        var testDescription: String { found.joined(separator: ", ") }

        init(_ original: String, _ mutated: String, _ found: String...) {
            (self.original, self.mutated, self.found) = (original, mutated, found)
        }
    }

    @Test(arguments: [
        Mutation(
            "Auto-Submitted: auto-generated\r\n", "Auto-Submitted: auto-generated\n", "a line ends in a lone CR or LF",
            "mime-version stands there 0 times"),
        Mutation("auto-generated", "auto\rgenerated", "a line ends in a lone CR or LF"),
        Mutation("Bonjour L", "Bonjour\nL", "a line ends in a lone CR or LF"),
        Mutation("auto-generated", "auto-g\u{0}enerated", "there is a NUL"),
        Mutation("Bonjour L", "Bonjour\u{0}L", "there is a NUL"),
        Mutation("auto-generated", "auto-générated", "the header auto-submitted is not ASCII"),
        Mutation("Mentorat Exemple <", "Mentorat Éxemple <", "the header from is not ASCII"),
        Mutation("auto-generated", "<é@exemple.fr>", "the header auto-submitted is not ASCII"),
        Mutation("filename=invite", "filename=invité", "the header content-disposition is not ASCII"),
        Mutation("Auto-Submitted: auto", "Auto-Submitted auto", "the line \"Auto-Submitted auto-generated\""),
        Mutation("auto-generated", String(repeating: "x", count: 983), "line 9 has more than 998 octets"),
        Mutation("Bonjour L", String(repeating: "x", count: 999), "line 20 has more than 998 octets"),
        Mutation("=C3=A9cembre", "=C3cembre", "an encoded word in the header subject"),
        Mutation("_jeudi", String(repeating: "_jeudi", count: 4), "an encoded word in the header subject"),
        Mutation("TMOpYSBOb8OrbA==", "TMOpYSBOb8M=", "an encoded word in the header to"),
        Mutation("Date: Mon", "X-Date: Mon", "date stands there 0 times"),
        Mutation("From: Mentorat", "X-From: Mentorat", "from stands there 0 times", "ORGANIZER is not the From"),
        Mutation("To: =?", "X-To: =?", "to stands there 0 times", "the recipient is not an ATTENDEE"),
        Mutation("Message-ID: <", "X-Message-ID: <", "message-id stands there 0 times"),
        Mutation("Subject: ", "X-Subject: ", "subject stands there 0 times"),
        Mutation("MIME-Version: 1.0\r\n", "", "mime-version stands there 0 times"),
        Mutation("Date: Mon", "Date: Sun\r\nDate: Mon", "date stands there 2 times"),
        Mutation("From: M", "From: a@exemple.fr\r\nFrom: M", "from stands there 2 times", "ORGANIZER is not the From"),
        Mutation("To: =?", "To: lea@exemple.fr\r\nTo: =?", "to stands there 2 times"),
        Mutation("Message-ID: <", "Message-ID: <a@b>\r\nMessage-ID: <", "message-id stands there 2 times"),
        Mutation("MIME-Version: 1.0", "MIME-Version: 1.0\r\nMIME-Version: 1.0", "mime-version stands there 2 times"),
        Mutation("method=REQUEST", "method=CANCEL", "the part's method is not the calendar's METHOD"),
        Mutation("; method=REQUEST", "", "the part's method is not the calendar's METHOD"),
        Mutation("From: Mentorat Exemple <mentorat@", "From: Mentorat Exemple <autre@", "ORGANIZER is not the From"),
        Mutation("<lea@exemple.fr>", "<leo@exemple.fr>", "the recipient is not an ATTENDEE"),
        Mutation("application/ics; name=invite.ics", "application/json; name=invite.ics", "not the same"),
        Mutation("text/calendar", "text/csv", "not the same"),
    ])
    func `each rule can be broken`(mutation: Mutation) throws {
        let text = try SampleMail.text(SampleMail.invitation())
        let broken = text.replacing(mutation.original, with: mutation.mutated, maxReplacements: 1)
        #expect(broken != text)
        let found = MailLinter.lint(Array(broken.utf8)).map(\.description)
        #expect(found.count == mutation.found.count, "\(found)")
        for (complaint, words) in zip(found, mutation.found) { #expect(complaint.contains(words)) }
    }

    @Test(
        arguments: [
            ("METHOD:REQUEST", "METHOD:CANCEL", .methodDiffers), ("METHOD:REQUEST\r\n", "", .methodDiffers),
            ("METHOD:REQUEST", "METHOD:REQUEST\r\nMETHOD:CANCEL", .methodDiffers),
            ("mailto:mentorat@", "mailto:autre@", .organizerIsNotFrom),
            ("ORGANIZER", "X-ORGANIZER", .organizerIsNotFrom),
            ("mailto:lea@", "mailto:leo@", .recipientIsNotAttendee),
            ("mailto:lea@", "mailto:xlea@", .recipientIsNotAttendee),
            ("ATTENDEE", "CONTACT", .recipientIsNotAttendee),
        ] as [(String, String, MailLinter.Complaint)])
    func `a calendar that belongs to another mail is found`(
        original: String, mutated: String, complaint: MailLinter.Complaint
    ) throws {
        let calendar = SampleMail.calendar.replacing(original, with: mutated)
        #expect(try MailLinter.lint(SampleMail.bytes(SampleMail.invitation(calendar: calendar))) == [complaint])
    }

    @Test func `calendars that differ in one octet are found`() throws {
        let text = try SampleMail.text(SampleMail.invitation())
        // The last line of the calendar, in the inline part only.
        let broken = text.replacing("Ug0K", with: "Rg0K", maxReplacements: 1)
        #expect(broken != text)
        #expect(MailLinter.lint(Array(broken.utf8)) == [.calendarsDiffer])
    }

    @Test func `a second calendar in the text is found, and so is a second attachment`() throws {
        let bytes = Array(SampleMail.calendar.utf8)
        let inline = BodyPart.data(bytes, type: ContentType("text/calendar", [("method", "REQUEST")]), disposition: nil)
        let attached = BodyPart.data(bytes, type: ContentType("application/ics"), disposition: nil)
        let found = try [[inline, attached], [inline, inline, attached], [inline, attached, attached]].map { parts in
            MailLinter.lint(SampleMail.bytes(try SampleMail.mail(body: .multipart("mixed", parts))))
        }
        #expect(found == [[], [.calendarsDiffer], [.calendarsDiffer]])
    }

    @Test func `a method in small letters is found though both agree`() throws {
        let calendar = SampleMail.calendar.replacing("METHOD:REQUEST", with: "METHOD:request")
        let text = try SampleMail.text(SampleMail.invitation(calendar: calendar))
            .replacing("method=REQUEST", with: "method=request")
        #expect(MailLinter.lint(Array(text.utf8)) == [.methodDiffers])
    }

    @Test(arguments: [
        ("CN=Léa;", "CN=Le\r\n \u{301}a;"), ("CN=Léa;", "CN=\"👩\r\n \u{200D}👧\";"), ("RSVP=TRUE", "RSVP=\r\n\tTRUE"),
        ("lea@exemple", "Lea@EXEMPLE"), ("mailto:lea", "mai\r\n lto:lea"),
        ("CN=Léa;", "SENT-BY=\"mailto:x@exemple.fr\";"),
    ])
    func `the same attendee is found however it is written`(original: String, written: String) throws {
        let calendar = SampleMail.calendar.replacing(original, with: written)
        #expect(calendar != SampleMail.calendar)
        #expect(try MailLinter.lint(SampleMail.bytes(SampleMail.invitation(calendar: calendar))) == [])
    }

    @Test(arguments: [
        ("a%b@exemple.fr", "a%25b@exemple.fr"), ("a=3D@exemple.fr", "a=3D@exemple.fr"),
        ("léa@exemple.fr", "l%C3%A9a@exemple.fr"), ("{x}@exemple.fr", "%7Bx%7D@exemple.fr"),
    ])
    func `an address escaped in the calendar is the one in the header`(address: String, escaped: String) throws {
        let calendar = SampleMail.calendar.replacing("mailto:lea@exemple.fr", with: "mailto:" + escaped)
        let mail = try SampleMail.invitation(to: SampleMail.mailbox("Léa", address), calendar: calendar)
        #expect(MailLinter.lint(SampleMail.bytes(mail)) == [])
    }

    @Test(arguments: [0, 1, 2, 3, 50, 400])
    func `what is no mail at all is complained about, not crashed on`(length: Int) {
        var counter = Counter()
        let bytes = (0..<length).map { _ in UInt8.random(in: 0...255, using: &counter) }
        #expect(MailLinter.lint(bytes).contains(.headerCount("date", 0)))
    }

    @Test func `a mail cut short anywhere is read without a crash`() throws {
        let bytes = try SampleMail.bytes(SampleMail.invitation())
        for length in stride(from: 0, to: 300, by: 7) {
            #expect(!MailLinter.lint(Array(bytes.prefix(length))).isEmpty)
        }
        for length in stride(from: 300, to: bytes.count, by: 41) { _ = MailLinter.lint(Array(bytes.prefix(length))) }
    }
}

import Correspondence
import Mentoring
import Testing

@Suite struct TemplateLibraryTests {
    private static let german = Language("de")

    @Test(arguments: [
        ("Subject: x\n\nBonjour {{recipiend}},", 3, "unknown variable 'recipiend'; did you mean 'recipient'?"),
        ("Subject: {{objectives}}", 1, "unknown variable 'objectives'"),
        ("Subject: x\n\n{{#zone}}\n\nthere", 3, "the section 'zone' is not closed; write {{/zone}} where it ends"),
        ("Subject: x\n{{/zone}}", 2, "the section 'zone' ends here without having begun"),
        (
            "Subject: x\n{{#zone}}{{#place}}\n{{/zone}}{{/place}}", 3,
            "the section 'place' of line 2 should end before 'zone' does"
        ),
        ("Subject: x\n\n{{{place}}}", 3, "tags with '{' are not offered here; use {{name}}"),
        ("Subject: x\n\n{{> other}}", 3, "tags with '>' are not offered here; use {{name}}"),
        ("Subject: x\n\n{{&place}}", 3, "tags with '&' are not offered here; use {{name}}"),
        ("Subject: x\n\n{{place", 3, "'{{' is not closed by '}}'"),
        ("Bonjour", 1, "the first line must be the subject: 'Subject: …'"),
        ("", 1, "the first line must be the subject: 'Subject: …'"),
        ("Subject: {{#zone}}x\n{{/zone}}", 1, "every section of the subject must end in the subject"),
    ])
    func `a mistake is told with its line`(_ source: String, _ line: Int, _ message: String) throws {
        let complaints = TemplateLibrary(overrides: [.french: [.invitation: source]]).complaints()
        let first = try #require(complaints.first)
        #expect(first.line == line)
        #expect(first.message == message)
        #expect(first.language == .french && first.name == .invitation)
    }

    @Test func `every mistake of a text is told, in the order of the lines`() {
        let source = "Subject: {{one_thing}}\n\n{{place}} {{two_things}}\n{{#three_things}}{{/three_things}}"
        let complaints = TemplateLibrary(overrides: [.english: [.update: source]]).complaints()
        #expect(complaints.map(\.line) == [1, 3, 4])
        #expect(complaints[0].description == "templates/en/update.md:1: unknown variable 'one_thing'")
    }

    @Test func `what an item of a list has is known inside the list only`() {
        let inside = "Subject: x\n\n{{#objectives}}{{goal}}{{/objectives}}"
        let outside = "Subject: x\n\n{{goal}}"
        #expect(TemplateLibrary(overrides: [.french: [.welcome: inside]]).complaints() == [])
        #expect(TemplateLibrary(overrides: [.french: [.welcome: outside]]).complaints().map(\.line) == [3])
    }

    @Test func `a text of the admin's own comes before the one that is built in`() throws {
        var sample = Sample()
        sample.templates = TemplateLibrary(overrides: [
            .french: [.invitation: "\u{FEFF}Subject: À deux, {{date}}\r\n\r\nChez {{place}}.\r\n"]
        ])
        let mail = try sample.compose(sample.invitation(to: "thomas"))
        #expect(mail.subject == "À deux, jeudi 3\u{A0}décembre 2026")
        #expect(
            try ReadMail(mail.bytes).leaf("text/plain").text == "Chez Café du Sentier, 12 rue du Sentier, Paris.\n")
    }

    @Test func `a text with a mistake is left aside for the one that is built in`() throws {
        var sample = Sample()
        sample.templates = TemplateLibrary(overrides: [.french: [.invitation: "Subject: {{nothing}}"]])
        #expect(try sample.compose(sample.invitation(to: "thomas")).subject.hasPrefix("Invitation"))
    }

    @Test(arguments: [
        (Language("fr-CA"), "Invitation\u{A0}: rencontre"), (Language("en-GB"), "Invitation: mentoring"),
        (german, "Invitation\u{A0}: rencontre"),
    ])
    func `a reader whose language has no text gets the wider one, else the programme's`(
        _ language: Language, _ subject: String
    ) throws {
        var sample = Sample()
        try sample.change("thomas") { $0.language = language }
        #expect(try sample.compose(sample.invitation(to: "thomas")).subject.hasPrefix(subject))
    }

    @Test func `a third language needs only its texts`() throws {
        var sample = Sample()
        sample.templates = TemplateLibrary(overrides: [Self.german: [.invitation: "Subject: Einladung von {{others}}"]])
        try sample.change("thomas") { $0.language = Self.german }
        let mail = try sample.compose(sample.invitation(to: "thomas"))
        #expect(mail.subject == "Einladung von Claire")
        #expect(mail.language == Self.german)
        #expect(try ReadMail(mail.bytes).root["Content-Language"] == "de")
    }

    @Test func `a name that nobody wrote a text for says what to do`() throws {
        let sample = Sample()
        let letter = try sample.reminder(TemplateName("tips"), to: "thomas", as: .mentee)
        #expect(throws: CorrespondenceError.noTemplate(TemplateName("tips"))) { try sample.compose(letter) }
    }

    @Test func `a text about a meeting is not sent without one`() throws {
        let sample = Sample()
        let letter = Letter(
            template: .prepare, recipient: try sample.recipient("thomas", as: .mentee),
            relationship: Sample.relationship)
        #expect(throws: CorrespondenceError.noMeeting(.prepare)) { try sample.compose(letter) }
    }

    @Test func `a text about the framework is not sent without a relationship`() throws {
        let sample = Sample()
        let letter = Letter(template: .closing, recipient: try sample.recipient("thomas", as: .mentee))
        #expect(throws: CorrespondenceError.noRelationship(.closing)) { try sample.compose(letter) }
    }

    @Test func `what a text may name is listed`() {
        #expect(TemplateLibrary.variables(of: .cancellation).contains("reason"))
        #expect(!TemplateLibrary.variables(of: .invitation).contains("goal"))
        #expect(TemplateLibrary.variables(of: .prepareReview).contains("goal"))
    }
}

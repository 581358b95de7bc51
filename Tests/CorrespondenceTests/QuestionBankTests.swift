import CivilTime
import Correspondence
import Mentoring
import Testing

@Suite struct QuestionBankTests {
    /// The question of a preparation mail, between its guillemets or quotation marks.
    private func question(
        ordinal: Int, to role: Role, language: Language, relationship: String = "claire-thomas"
    ) throws -> String {
        var sample = Sample(language: language)
        sample.templates = TemplateLibrary(overrides: [language: [.prepare: "Subject: x\n\n{{question}}"]])
        var letter = try sample.reminder(.prepare, to: role == .mentor ? "claire" : "thomas", as: role)
        letter.ordinal = ordinal
        letter.relationship = Relationship(
            id: Relationship.ID(relationship), mentors: Sample.relationship.mentors,
            mentees: Sample.relationship.mentees, start: Sample.relationship.start, zone: Sample.paris,
            series: Sample.relationship.series)
        return try ReadMail(sample.compose(letter).bytes).leaf("text/plain").text
    }

    @Test(arguments: [Language.french, .english], [Role.mentor, .mentee])
    func `fifty-two weekly sessions have fifty-two questions`(_ language: Language, _ role: Role) throws {
        let questions = try (1...52).map { try question(ordinal: $0, to: role, language: language) }
        #expect(Set(questions).count == 52)
        #expect(questions.allSatisfy { $0.contains("?") && !$0.contains("{{") })
    }

    @Test func `relationships begin at different places of the bank, and each always at the same`() throws {
        let first = try question(ordinal: 1, to: .mentee, language: .french)
        #expect(try first == question(ordinal: 1, to: .mentee, language: .french))
        let others = try ["a", "b", "c", "d"].map {
            try question(ordinal: 1, to: .mentee, language: .french, relationship: $0)
        }
        #expect(Set(others + [first]).count > 1)
    }

    @Test(arguments: [
        ("# Mentee\n- Pourquoi ?\n", 1, "there is no question under '# Mentor'"),
        ("# Mentee\nPourquoi ?\n# Mentor\n- Qui ?", 2, "a question is a line of its own that begins with '- '"),
        ("# Tout le monde\n- Qui ?", 1, "write # Mentee or # Mentor"),
    ])
    func `a bank with a mistake is complained of with its line`(_ source: String, _ line: Int, _ message: String) {
        let complaints = TemplateLibrary(overrides: [.french: [TemplateName("questions"): source]]).complaints()
        #expect(complaints.contains { $0.line == line && $0.message == message }, "\(complaints)")
    }

    @Test func `an admin's own bank takes the place of the one that is built in`() throws {
        var sample = Sample()
        sample.templates = TemplateLibrary(overrides: [
            .french: [TemplateName("questions"): "# Mentee\n- Et si ?\n# Mentor\n- Et alors ?\n"]
        ])
        var letter = try sample.reminder(.prepare, to: "thomas", as: .mentee)
        letter.ordinal = 3
        #expect(try ReadMail(sample.compose(letter).bytes).leaf("text/plain").text.contains("Et si ?"))
    }
}

import Correspondence
import Mentoring
import Testing

@Suite struct ConfidentialityTests {
    private let sample = Sample()
    private let secrets = ["lead développeur", "prise de poste", "sans notes"]

    @Test(arguments: TemplateName.builtIn.sorted(), [Role.referent, .mediator, .coordinator])
    func `no third person reads an objective`(_ template: TemplateName, _ role: Role) throws {
        let mail = try sample.compose(letter(template, to: "nadia", as: role))
        let words = mail.subject + (try ReadMail(mail.bytes).root.leaves.map(\.text).joined())
        #expect(secrets.filter(words.contains) == [])
    }

    @Test(arguments: [Role.mentor, .mentee])
    func `the two sides read their objectives with the indicators`(_ role: Role) throws {
        let person = role == .mentor ? "claire" : "thomas"
        let mail = try sample.compose(letter(.prepareReview, to: person, as: role))
        let words = try ReadMail(mail.bytes).leaf("text/plain").text
        #expect(secrets.filter { !words.contains($0) } == [])
    }

    @Test func `no calendar holds an objective`() throws {
        for letter in try sample.convergence.letters(from: nil, to: sample.announcement(), at: Sample.monday).letters {
            let calendar = try ReadMail(sample.compose(letter).bytes).leaf("text/calendar").text
            #expect(secrets.filter(calendar.contains) == [])
        }
    }

    @Test func `a text of the admin's own cannot show a third person what is not theirs`() throws {
        var sample = sample
        sample.templates = TemplateLibrary(overrides: [
            .french: [.prepareReview: "Subject: x\n\n{{#objectives}}{{goal}}{{/objectives}}."]
        ])
        let mail = try sample.compose(letter(.prepareReview, to: "nadia", as: .referent))
        #expect(try ReadMail(mail.bytes).leaf("text/plain").text == ".\n")
    }

    /// What each role may read of what not everybody may.
    private static let reserved: [Role: Set<String>] = [
        .mentor: ["has_objectives", "objectives", "goal", "indicator", "by", "question"],
        .mentee: ["has_objectives", "objectives", "goal", "indicator", "by", "question"],
        .mediator: ["asker", "asker_address"], .referent: [],
        .coordinator: [
            "held_count", "missed_count", "mails_count", "waiting_count", "has_coming", "coming", "has_unanswered",
            "unanswered", "has_silent", "silent", "has_gaps", "gaps", "has_undelivered", "undelivered", "has_held_back",
            "held_back", "nothing_to_do", "missed_in_a_row",
        ],
    ]

    @Test(arguments: TemplateName.builtIn.sorted(), Role.allCases)
    func `a role reads of a text just what is everybody's and its own`(_ template: TemplateName, _ role: Role) throws {
        let names = TemplateLibrary.variables(of: template)
        let all = Set(Self.reserved.values.joined())
        for name in names where all.contains(name) && !["goal", "indicator", "by"].contains(name) {
            var sample = sample
            let source = "Subject: x\n\n{{#\(name)}}there{{/\(name)}}{{^\(name)}}absent{{/\(name)}}."
            sample.templates = TemplateLibrary(overrides: [.french: [template: source]])
            var letter = try letter(template, to: "nadia", as: role)
            letter.digest?.silent = []
            let text = try ReadMail(sample.compose(letter).bytes).leaf("text/plain").text
            if Self.reserved[role]?.contains(name) == false {
                #expect(text == "absent.\n", "\(name) reaches a \(role)")
            }
        }
    }

    @Test func `a third person is not told of mails that go to others`() throws {
        let mail = try sample.compose(letter(.welcome, to: "nadia", as: .mediator))
        #expect(try !ReadMail(mail.bytes).leaf("text/plain").text.contains("avant chaque rencontre"))
    }

    private func letter(_ template: TemplateName, to person: String, as role: Role) throws -> Letter {
        Letter(
            template: template, recipient: try sample.recipient(person, as: role), relationship: Sample.relationship,
            meeting: try sample.announcement(), previous: try sample.announcement(), reason: .planChanged,
            history: try Sample.history(), ordinal: 1, digest: try Sample.digest(), asker: Person.ID("thomas"),
            waiting: 240)
    }
}

import CivilTime
import Foundation
import Mentoring
import Testing

@Suite struct ExplainTests {
    private let config: String

    init() throws {
        let folder = try Binary.scratch()
        config = folder.path
        try SampleFiles.write(to: folder, server: "smtp://127.0.0.1:2525")
        let rules = """
            rules:
              silence:
                trigger: 45 days after last held session
                only_if: [relationship has a mediator]
                condition: relationship.missed_in_a_row >= 2
                send: {template: how-is-it-going, to: [mentor, mentee]}
                then: [{after: 10 days, send: {template: offer-mediator, to: [mentor, mentee]}}]
                max_times: 2
            """
        try Data(rules.utf8).write(to: folder.appendingPathComponent("more.yaml"))
        let main = folder.appendingPathComponent("jalon.yaml")
        let text = try String(contentsOf: main, encoding: .utf8) + "\ninclude: [more.yaml]\n"
        try Data(text.utf8).write(to: main)
    }

    @Test func `a rule is said in English and in French`() async throws {
        let english = try await Binary.run("explain", "silence", "--config", config, "--lang", "en")
        #expect(
            english.output == """
                45\u{A0}days after the last meeting that was held, the text “how-is-it-going” goes to the mentor and the mentee.
                Only if the relationship has a mediator.
                Only if the condition holds: relationship.missed_in_a_row >= 2
                At most 2 times, for a person and a meeting.
                Then, 10\u{A0}days later and if all of this still holds, the text “offer-mediator” goes to the mentor and the mentee.

                """, "\(english.errors)")
        let french = try await Binary.run("explain", "silence", "--config", config)
        #expect(
            french.output.hasPrefix(
                "45\u{A0}jours après le dernier rendez-vous tenu, le texte «\u{A0}how-is-it-going\u{A0}» part"))
        #expect(french.output.contains("Seulement si la relation a une médiation."))
    }

    @Test(arguments: ["en", "fr"]) func `every phrase, event, role, fact and text is in a list`(_ lang: String)
        async throws
    {
        let rules = try await Binary.run("explain", "rules", "--lang", lang)
        for term in Phrase.allCases.map(\.rawValue) + Trigger.Event.allCases.map(\.rawValue)
            + Audience.allCases.map(\.rawValue)
        {
            #expect(rules.output.contains("  \(term) ") || rules.output.contains("  when \(term)"), "\(term)")
        }
        let facts = try await Binary.run("explain", "facts", "--lang", lang)
        for fact in OfferedFact.allCases { #expect(facts.output.contains("  \(fact.rawValue): \(fact.type)")) }
        let templates = try await Binary.run("explain", "templates", "--lang", lang)
        for name in TemplateName.builtIn { #expect(templates.output.contains("  \(name) ")) }
    }

    @Test func `an unknown rule is told with those that there are`() async throws {
        let outcome = try await Binary.run("explain", "silense", "--config", config)
        #expect(outcome.status != 0 && outcome.errors.contains("invitation, silence"))
    }

    @Test func `why answers for each mail of a person's day, past and ahead`() async throws {
        let state = try Binary.scratch().path
        // An invitation is due at once; nothing runs, so this is what would be.
        let today = try await Binary.run(
            "why", "claire", "\(SampleFiles.today)", "--config", config, "--state", state)
        #expect(
            today.status == 0 && today.output.contains("invitation  session of claire-thomas on"), "\(today.errors)")
        let nothing = try await Binary.run(
            "why", "lea", "\(SampleFiles.today.adding(days: -30))", "--config", config, "--state", state)
        #expect(nothing.output.hasPrefix("No rule had anything for lea"))
        let unknown = try await Binary.run("why", "nobody", "2027-01-01", "--config", config, "--state", state)
        #expect(unknown.status == 1 && unknown.errors.contains("There is no person and no relationship 'nobody'"))
    }

    @Test func `a text that reaches further than its reader's role is refused with its place`() async throws {
        let rules = """
            rules:
              leak: {trigger: 3 days before session, send: {template: leak, to: [mentor, coordinator]}}
            """
        try Data(rules.utf8).write(to: URL(fileURLWithPath: config + "/more.yaml"))
        let folder = URL(fileURLWithPath: config + "/templates/fr")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let text = "Subject: x\n\n{{#objectives}}{{goal}}{{/objectives}}"
        try Data(text.utf8).write(to: folder.appendingPathComponent("leak.md"))
        let check = try await Binary.run("check", "--config", config)
        #expect(check.status == 1)
        #expect(
            check.errors.contains(
                "more.yaml:2:69: error: the text 'leak' speaks of goal, objectives, which a coordinator may not see"),
            "\(check.errors) \(check.output)")
    }
}

import CivilTime
import Foundation
import MailMessage
import Mentoring
import Testing

@Suite struct PreviewTests {
    private let config: String
    private let state: String

    init() throws {
        let folder = try Binary.scratch()
        config = folder.path
        state = folder.appendingPathComponent("state").path
        try SampleFiles.write(to: folder, server: "smtp://127.0.0.1:2525")
        let main = folder.appendingPathComponent("jalon.yaml")
        let text = try String(contentsOf: main, encoding: .utf8)
            .replacing("language: fr\nmail", with: "language: fr\n  coordinator: sophie\nmail")
            .replacing(
                "people:\n",
                with: "people:\n  sophie: {name: Sophie Martin, email: sophie@exemple.fr}\n"
                    + "  nadia: {name: Nadia Haddad, email: nadia@exemple.fr}\n"
            )
            .replacing(
                "mentee: thomas,",
                with: "mentee: thomas, mediator: nadia, objectives: [{goal: Animer une réunion sans notes}],")
        try Data(text.utf8).write(to: main)
    }

    private func jalon(_ arguments: String...) async throws -> Binary.Outcome {
        try await Binary.run(executable: Binary.url.path, arguments + ["--config", config, "--state", state])
    }

    @Test func `a coordinator who mediates reads what is for the coordinator`() async throws {
        let file = URL(fileURLWithPath: config).appendingPathComponent("jalon.yaml")
        let text = try String(contentsOf: file, encoding: .utf8).replacing("mediator: nadia", with: "mediator: sophie")
        try Data(text.utf8).write(to: file)
        let note = try await jalon("preview", "coordinator-note", "--relationship", "claire-thomas")
        #expect(note.output.contains("Thomas Petit souhaite une pause"), "\(note.output)")
    }

    @Test(arguments: TemplateName.builtIn.sorted())
    func `every text can be looked at, in French and in English`(_ name: TemplateName) async throws {
        for language in ["fr", "en"] {
            let text = try await jalon("preview", name.rawValue, "--relationship", "claire-thomas", "--lang", language)
            #expect(text.status == 0, "\(text.errors)")
            #expect(text.output.count > 200 && !text.output.contains("{{"))
            let hello = ["Bonjour", "Hello"].filter(text.output.contains)
            #expect(hello == [language == "fr" ? "Bonjour" : "Hello"])
        }
    }

    @Test(arguments: TemplateName.builtIn.sorted())
    func `every text has a page and a whole mail`(_ name: TemplateName) async throws {
        let page = try await jalon("preview", name.rawValue, "--lang", "en", "--format", "html")
        #expect(page.status == 0 && page.output.hasPrefix("<!DOCTYPE html>\n<html lang=\"en\""))
        let mail = try await jalon("preview", name.rawValue, "--lang", "fr", "--format", "eml")
        #expect(mail.status == 0 && MailLinter.lint(Array(mail.output.utf8)) == [])
    }

    @Test(arguments: ["invitation", "update", "cancellation", "prepare"])
    func `the whole mail is one that the linter lets pass`(_ name: String) async throws {
        let mail = try await jalon("preview", name, "--relationship", "claire-thomas", "--format", "eml")
        #expect(mail.status == 0 && MailLinter.lint(Array(mail.output.utf8)) == [])
        #expect(mail.output.contains("text/calendar") == (name != "prepare"))
    }

    @Test func `the HTML half loads nothing from anywhere`() async throws {
        let page = try await jalon("preview", "welcome", "--to", "thomas", "--format", "html")
        #expect(page.output.hasPrefix("<!DOCTYPE html>") && page.output.contains("Animer une réunion sans notes"))
        for word in ["<img", "<script", "<link", "url(", "@import"] { #expect(!page.output.contains(word)) }
    }

    @Test(arguments: [
        (["preview", "prepar"], "there is no text 'prepar'; did you mean 'prepare'?"),
        (["preview", "prepare", "--to", "nobody"], "there is no person 'nobody' in the configuration"),
        (
            ["preview", "prepare", "--to", "tomas"],
            "there is no person 'tomas' in the configuration; did you mean 'thomas'?"
        ),
        (["preview", "prepare", "--lang", "de"], "there is no text 'prepare' in 'de'; it is written in en, fr"),
        (["preview", "prepare", "--relationship", "x"], "there is no relationship 'x' in the configuration"),
        (["preview", "prepare", "--meeting", "m-0"], "there is no meeting m-0; `jalon plan` shows the ids"),
        (
            ["preview", "prepare", "--to", "lea", "--relationship", "claire-thomas"],
            "'lea' has no part in claire-thomas to which the text could go"
        ),
        (
            ["show", "claire-tomas"],
            "there is no relationship 'claire-tomas' in the configuration; did you mean 'claire-thomas'?"
        ),
        (["show", "x"], "there is no relationship 'x' in the configuration"),
    ])
    func `what is not there is told in one sentence`(_ arguments: [String], _ sentence: String) async throws {
        let outcome = try await Binary.run(
            executable: Binary.url.path, arguments + ["--config", config, "--state", state])
        #expect(outcome.status == 1 && outcome.errors == "jalon: \(sentence)\n")
    }

    @Test func `the framework is what the welcome says, and shows objectives to the two alone`() async throws {
        let framework = try await jalon("show", "claire-thomas")
        #expect(framework.output.hasPrefix("Mentorat · Thomas et Claire\n\n## Le cadre\n"))
        #expect(framework.output.contains("Animer une réunion sans notes"))
        let welcome = try await jalon("preview", "welcome", "--to", "thomas", "--relationship", "claire-thomas")
        let body = try #require(framework.output.split(separator: "\n\n", maxSplits: 1).last)
        #expect(welcome.output.hasSuffix(body))
        for person in ["sophie", "nadia"] {
            let theirs = try await jalon("show", "claire-thomas", "--to", person)
            #expect(theirs.status == 0 && !theirs.output.contains("Animer une réunion sans notes"))
        }
        let page = try await jalon("show", "claire-thomas", "--format", "html", "--lang", "en")
        #expect(page.output.contains("<h1>Mentoring · Thomas and Claire</h1>") && page.output.contains("@media print"))
    }
}

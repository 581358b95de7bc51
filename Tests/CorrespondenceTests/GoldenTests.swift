import Correspondence
import Foundation
import MailMessage
import Mentoring
import Testing

@Suite struct GoldenTests {
    @Test(arguments: Scene.all) func `a letter has the words that its golden file keeps`(_ scene: Scene) throws {
        #expect(try scene.words() == golden(scene))
    }

    @Test(arguments: Scene.all.filter { $0.language == .french })
    func `French is typeset with its own spaces and apostrophes`(_ scene: Scene) throws {
        let words = try scene.words()
        let slips = [" ;", " :", " !", " ?", "« ", " »", "'", "\"", "..."].filter(words.contains)
        #expect(slips == [])
    }

    @Test(arguments: Scene.all.filter { $0.tone == .tu })
    func `the familiar tone never says vous to the reader`(_ scene: Scene) throws {
        let words = try scene.words()
        #expect(!words.contains("votre") && !words.contains("vos ") && !words.contains("Écrivez à"))
    }

    @Test(arguments: Scene.all) func `nothing of a template is left unfilled`(_ scene: Scene) throws {
        let words = try scene.words()
        #expect(!words.contains("{{") && !words.contains("}}") && !words.contains("  \n") && !words.contains("\n\n\n"))
    }

    @Test(arguments: Scene.all) func `the linter finds nothing in a letter`(_ scene: Scene) throws {
        #expect(try MailLinter.lint(scene.mail().bytes) == [])
    }

    @Test func `the texts that are built in have no mistake`() {
        #expect(TemplateLibrary().complaints() == [])
    }

    @Test(arguments: TemplateName.builtIn.sorted(), [Language.french, .english])
    func `every text is there in French and in English`(_ name: TemplateName, _ language: Language) {
        #expect(TemplateLibrary().has(name, language))
    }

    private func golden(_ scene: Scene) throws -> String {
        let file = try #require(Bundle.module.url(forResource: "Goldens/" + scene.file, withExtension: nil))
        return try String(contentsOf: file, encoding: .utf8)
    }
}

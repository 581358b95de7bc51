import Foundation
import Testing

@testable import jalon

/// Help in French where the locale asks for it.
@Suite struct FrenchHelpTests {
    private static func help(_ arguments: String..., locale: [String: String]) async throws -> Binary.Outcome {
        try await Binary.outcome(
            of: Binary.process(
                arguments, environment: ["LC_ALL": "", "LC_MESSAGES": "", "LANG": ""].merging(locale) { $1 }))
    }

    @Test(arguments: [["LANG": "fr_FR.UTF-8"], ["LANG": "C", "LC_ALL": "fr_CA.UTF-8"], ["LC_MESSAGES": "fr"]])
    func `a French locale gets French help`(locale: [String: String]) async throws {
        let help = try await Self.help("people", "forget", "--help", locale: locale)
        #expect(help.status == 0)
        #expect(help.output.hasPrefix("RÉSUMÉ : Efface le nom et l’adresse d’une personne"))
        #expect(help.output.contains("UTILISATION : jalon people forget [--config <config>]"))
        #expect(help.output.contains("Exemple : jalon people forget thomas"))
        #expect(help.output.replacing(/\s+/, with: " ").contains("(par défaut : /etc/jalon)"))
    }

    @Test(arguments: [["LANG": "en_GB.UTF-8"], ["LANG": "C.UTF-8"], [:], ["LANG": "fr_FR.UTF-8", "LC_ALL": "C"]])
    func `any other gets English`(locale: [String: String]) async throws {
        let help = try await Self.help("people", "forget", "--help", locale: locale)
        #expect(help.output.hasPrefix("OVERVIEW: Erase a person's name and address"))
    }

    @Test(arguments: [[], ["help"], ["--help"], ["relationship"], ["help", "outbox", "list"], ["-h"]])
    func `help is had in every way in which it is asked for`(words: [String]) async throws {
        let outcome = try await Binary.outcome(of: Binary.process(words, environment: ["LC_ALL": "fr_FR.UTF-8"]))
        #expect(outcome.status == 0 && outcome.output.hasPrefix("RÉSUMÉ : "), "\(outcome.errors)")
    }

    @Test func `no line is longer than a terminal, and everything that help says has its French`() throws {
        func look(at command: CommandTree, _ path: [String]) throws {
            let texts =
                [command.abstract, command.discussion].compactMap(\.self)
                + (command.arguments ?? []).filter(\.shouldDisplay).compactMap(\.abstract)
            #expect(texts.filter { !FrenchHelp.knows($0) } == [], "\(path)")
            let help = try #require(try FrenchHelp(words: path + ["--help"], width: 80))
            #expect(
                help.text.split(separator: "\n").filter { $0.count > 80 && $0.contains(" ") }.filter {
                    !$0.contains("jalon ")
                } == [])
            for sub in command.shown { try look(at: sub, path + [sub.commandName]) }
        }
        try look(at: CommandTree.all(), [])
    }
}

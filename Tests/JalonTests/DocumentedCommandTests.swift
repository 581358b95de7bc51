import ArgumentParser
import Foundation
import Testing

@testable import jalon

/// What the pages tell people to type is what the program takes.
@Suite struct DocumentedCommandTests {
    private static let pages = [
        "README.md", "docs/tutorial.md", "docs/tutoriel.md", "docs/answers.md", "docs/outbox.md",
    ]

    /// Words that stand for a value of their kind.
    private static let samples = ["DAY": "2026-12-10", "DATE": "2026-12-10", "JOUR": "2026-12-10"]

    /// Each command of a page, in its words, up to a comment, a pipe or a redirection.
    private func commands(in page: String) throws -> [[String]] {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../..")
        let text = try String(contentsOf: root.appendingPathComponent(page), encoding: .utf8)
        let lines = text.split(separator: "\n").filter { $0.hasPrefix("jalon ") || $0.hasPrefix("sudo jalon ") }
            .map { String($0).replacing("sudo ", with: "") }
        let inline = text.matches(of: /`(jalon [^`\n]+)`/).map { "\($0.output.1)" }
        return (lines + inline).map { line in
            line.split(separator: " ").prefix { !["#", "<", ">", "|", "&&"].contains($0) }.dropFirst()
                .map { Self.samples[String($0)] ?? String($0) }
        }
    }

    @Test(arguments: pages)
    func `every command of the page is one`(page: String) throws {
        let commands = try commands(in: page)
        #expect(!commands.isEmpty)
        for words in commands {
            // A command that is only named has no arguments to be held to.
            guard words.count > 1 else {
                #expect(Jalon.configuration.subcommands.contains { $0._commandName == words.first }, "\(words)")
                continue
            }
            #expect(throws: Never.self, "jalon \(words.joined(separator: " "))") { _ = try Jalon.parseAsRoot(words) }
        }
    }
}

import Foundation
import Testing

/// jalon(8) has every command with its options, and no other.
@Suite struct ManPageTests {
    /// A command as the program describes itself.
    private struct Command: Decodable {
        struct Argument: Decodable {
            struct Name: Decodable { let kind: String, name: String }
            let kind: String
            let shouldDisplay: Bool
            let names: [Name]?
        }
        let commandName: String
        let shouldDisplay: Bool?
        let discussion: String?
        let abstract: String?
        let subcommands: [Command]?
        let arguments: [Argument]?

        /// The command and those within it, each with its whole name.
        func all(after path: String = "") -> [(name: String, command: Command)] {
            let name = path.isEmpty ? commandName : "\(path) \(commandName)"
            guard shouldDisplay ?? true, commandName != "help" else { return [] }
            return [(name, self)] + (subcommands ?? []).flatMap { $0.all(after: name) }
        }
    }

    private static func commands() async throws -> [(name: String, command: Command)] {
        struct Dump: Decodable { let command: Command }
        let dump = try await Binary.run("--experimental-dump-help")
        return try JSONDecoder().decode(Dump.self, from: Data(dump.output.utf8)).command.all()
    }

    private static func page() throws -> String {
        let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../../docs/man/jalon.8").standardizedFileURL
        return try String(contentsOf: url, encoding: .utf8).replacing("\\-", with: "-")
    }

    @Test func `every command has its place in the manual, with each of its options`() async throws {
        let page = try Self.page()
        let commands = try await Self.commands()
        try #require(commands.count > 25)
        for (name, command) in commands where command.subcommands == nil {
            // `jalon meeting move` is told under `jalon meeting`, where `move` is in bold.
            let words = name.split(separator: " ")
            let isTold =
                page.contains(".SS \(name)\n") || page.contains("\"\(name)\"")
                || words.count == 3 && page.contains(".SS \(words.prefix(2).joined(separator: " "))\n")
                    && page.contains(/\n\.BR? .*\b/.ignoresCase()) && page.contains("\(words[2])")
            #expect(isTold, "\(name)")
            for argument in command.arguments ?? [] where argument.shouldDisplay {
                for long in argument.names ?? [] where long.kind == "long" {
                    #expect(page.contains("--\(long.name)"), "\(name) --\(long.name)")
                }
            }
        }
    }

    @Test func `the manual tells of no command that is not there`() async throws {
        let names = Set(try await Self.commands().map(\.name))
        for match in try Self.page().matches(of: /\n\.SS (jalon [a-z ]+)\n/) {
            #expect(names.contains(String(match.output.1)), "\(match.output.1)")
        }
    }

    @Test func `every command's help has an example`() async throws {
        for (name, command) in try await Self.commands() {
            #expect(command.abstract?.isEmpty == false, "\(name)")
            #expect((command.discussion ?? "").contains("jalon "), "\(name) has no example")
        }
    }

    @Test func `exit codes are those of the manual`() throws {
        let page = try Self.page()
        let section = try #require(page.components(separatedBy: ".SH EXIT STATUS").dropFirst().first)
        for code in ["0", "1", "64", "75"] { #expect(section.contains("\n.TP\n.B \(code)\n"), "\(code)") }
    }
}

import ArgumentParser
import Foundation

/// The commands as the argument parser describes them (its tool info, in JSON).
struct CommandTree: Decodable {
    struct Argument: Decodable {
        struct Name: Decodable {
            let kind: String
            let name: String
            var text: String { (kind == "long" ? "--" : "-") + name }
        }

        let kind: String
        let shouldDisplay: Bool
        let isOptional: Bool
        let isRepeating: Bool
        let names: [Name]?
        let valueName: String?
        let defaultValue: String?
        let abstract: String?
    }

    let commandName: String
    let shouldDisplay: Bool?
    let abstract: String?
    let discussion: String?
    let defaultSubcommand: String?
    let subcommands: [CommandTree]?
    let arguments: [Argument]?

    private struct Dump: Decodable { let command: CommandTree }

    static func all() throws -> CommandTree {
        try JSONDecoder().decode(Dump.self, from: Data(Jalon._dumpHelp().utf8)).command
    }

    /// Those that are for everybody.
    var shown: [CommandTree] { (subcommands ?? []).filter { ($0.shouldDisplay ?? true) && $0.commandName != "help" } }

    /// The command that some words name, with the words that do.
    func find(_ words: [String]) -> (path: [String], command: CommandTree) {
        var (path, command) = ([commandName], self)
        for word in words {
            guard let next = command.subcommands?.first(where: { $0.commandName == word }) else { break }
            path.append(word)
            command = next
        }
        return (path, command)
    }
}

import French

/// A command's help in French; the argument parser has its own in English.
struct FrenchHelp {
    let path: [String]
    let command: CommandTree
    /// Columns of the terminal.
    let width: Int

    /// - Returns: nil where the words do not ask for help.
    init?(words: [String], width: Int) throws {
        let tree = try CommandTree.all()
        let isHelp = words.first == "help"
        let (path, command) = tree.find(isHelp ? Array(words.dropFirst()) : words)
        let isBare = command.defaultSubcommand == nil && !command.shown.isEmpty && words.count == path.count - 1
        guard isHelp || isBare || words.contains("--help") || words.contains("-h") else { return nil }
        self.path = path
        self.command = command
        self.width = width
    }

    var text: String {
        var blocks = ["RÉSUMÉ : " + french(command.abstract)]
        if let discussion = command.discussion { blocks.append(french(discussion)) }
        blocks.append("UTILISATION : " + usage)
        let shown = (command.arguments ?? []).filter(\.shouldDisplay)
        blocks += list(
            "ARGUMENTS :", shown.filter { $0.kind == "positional" }.map { ("<\($0.valueName ?? "")>", account($0)) })
        blocks += list("OPTIONS :", shown.filter { $0.kind != "positional" }.map { (title($0), account($0)) })
        blocks += list(
            "SOUS-COMMANDES :",
            command.shown.map { sub in
                (
                    sub.commandName + (sub.commandName == command.defaultSubcommand ? " (par défaut)" : ""),
                    french(sub.abstract)
                )
            })
        if !command.shown.isEmpty {
            blocks.append(
                "Pour le détail : « jalon help \((path.dropFirst() + ["<sous-commande>"]).joined(separator: " ")) ».")
        }
        return blocks.map { wrapped($0, indent: 0) }.joined(separator: "\n\n") + "\n"
    }

    private var usage: String {
        let words = (command.arguments ?? []).filter(\.shouldDisplay).map { argument in
            let value = "<\(argument.valueName ?? "")>" + (argument.isRepeating ? " …" : "")
            let word =
                switch argument.kind {
                case "positional": value
                case "flag": argument.names?.first { $0.kind == "long" }?.text ?? ""
                default: (argument.names?.first { $0.kind == "long" }?.text ?? "") + " " + value
                }
            return argument.isOptional ? "[\(word)]" : word
        }
        let rest = command.shown.isEmpty ? [] : ["<sous-commande>"]
        return (path + words + rest).joined(separator: " ")
    }

    private func title(_ argument: CommandTree.Argument) -> String {
        let names = (argument.names ?? []).map(\.text).joined(separator: ", ")
        return argument.kind == "flag" ? names : "\(names) <\(argument.valueName ?? "")>"
    }

    private func account(_ argument: CommandTree.Argument) -> String {
        let usual = argument.kind == "flag" ? nil : argument.defaultValue
        return french(argument.abstract) + (usual.map { " (par défaut : \($0))" } ?? "")
    }

    private func list(_ heading: String, _ items: [(String, String)]) -> [String] {
        guard !items.isEmpty else { return [] }
        let lines = items.map { title, text in
            let head = "  " + title
            let first =
                head.count < Self.column - 1
                ? head + String(repeating: " ", count: Self.column - head.count)
                : head + "\n" + String(repeating: " ", count: Self.column)
            return wrapped(first + text, indent: Self.column)
        }
        return [([heading] + lines).joined(separator: "\n")]
    }

    /// Whether all of a text has its French.
    static func knows(_ english: String) -> Bool { French.hasAll(of: english) }

    private func french(_ english: String?) -> String { english.map { French.text(of: $0) ?? $0 } ?? "" }

    /// Breaks lines at blanks; those that follow a break are indented.
    private func wrapped(_ text: String, indent: Int) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            guard line.count > width else { return String(line) }
            var lines: [String] = []
            var current: String = line.prefix { $0 == " " }.map(String.init).joined()
            for word in line.drop(while: { $0 == " " }).split(separator: " ", omittingEmptySubsequences: false) {
                if current.count + 1 + word.count > width, current.contains(where: { $0 != " " }) {
                    lines.append(current)
                    current = String(repeating: " ", count: indent) + word
                } else {
                    current += (current.allSatisfy { $0 == " " } ? "" : " ") + word
                }
            }
            return (lines + [current]).joined(separator: "\n")
        }.joined(separator: "\n")
    }

    /// Where what is said of an option begins.
    private static let column = 26
}

import PlainText

@testable import Configuration

/// A table is refused in lines that steer nothing, or becomes YAML that reads as just its entries.
///
/// What stands before the first line feed is the file's name.
enum SpreadsheetTarget {
    static func run(_ bytes: [UInt8]) throws(Broken) {
        let name = String(decoding: bytes.prefix { $0 != 0x0A }, as: UTF8.self)
        let table = Array(bytes.drop { $0 != 0x0A }.dropFirst())
        try take(table, name)
        // Chance does not spell the headings.
        try take(Array("name,email,available,away,aliases\n".utf8) + table, name)
        try take(Array("id;mentor;mentee;start;every;prefer;place;objective\n".utf8) + table, name)
    }

    private static func take(_ table: [UInt8], _ name: String) throws(Broken) {
        let result = SpreadsheetImport(table, file: name)
        for complaint in result.complaints {
            try hold(!complaint.description.unicodeScalars.contains(where: \.isHidden), "a complaint steers")
        }
        guard result.complaints.isEmpty else { return }
        let findings = Findings()
        let source = SourceText(file: "import.yaml", text: result.yaml)
        let value = YAMLDocument(source: source, findings: findings).read()
        // A cell may be longer than a line of YAML; then `check` says so.
        let complaints = findings.diagnostics(sources: [:]).filter { !$0.message.contains("characters") }
        try hold(complaints.isEmpty, "no YAML: \(complaints)\n\(result.yaml)")
        guard case .keys(let kinds) = value?.content, kinds.count == 1, case .keys(let entries) = kinds[0].value.content
        else { return }
        try hold(entries.count == result.count, "\(entries.count) entries of \(result.count) rows:\n\(result.yaml)")
    }
}

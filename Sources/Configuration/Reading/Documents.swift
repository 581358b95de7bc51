/// All files of a configuration, taken apart into their people, relationships and rules.
struct Documents {
    /// An entry of `people:`, `relationships:` or `rules:`.
    typealias Entry = Value.Entry

    private(set) var main: Section
    private(set) var people: [Entry] = []
    private(set) var relationships: [Entry] = []
    private(set) var rules: [Entry] = []
    /// Nothing that was meant to be here is known to be missing.
    private(set) var isComplete = true

    static let mainFile = "jalon.yaml"
    static let included = ["people", "relationships", "rules"]
    static let mainOnly = ["programme", "mail", "answers", "calendars", "defaults", "retention", "include"]

    private let findings: Findings

    /// - Returns: nil where the main file has no keys.
    init?(main value: Value, findings: Findings) {
        let keys = Self.mainOnly + Self.included
        guard let main = Section(value, at: .top(of: Self.mainFile), keys: keys, findings: findings) else { return nil }
        self.main = main
        self.findings = findings
        isComplete = main.has("include") || !main.mentions("include")
        take(from: main)
    }

    /// A file that belongs here could not be read.
    mutating func addUnreadable() {
        isComplete = false
    }

    mutating func add(_ value: Value, of file: String) {
        if case .keys(let entries) = value.content {
            for entry in entries where Self.mainOnly.contains(entry.key) {
                findings.error("`\(entry.key):` belongs into \(Self.mainFile)", at: entry.site)
            }
        }
        let keys = Self.included + (value.keys.filter(Self.mainOnly.contains))
        guard let section = Section(value, at: .top(of: file), keys: keys, findings: findings) else { return }
        take(from: section)
    }

    private mutating func take(from section: Section) {
        people += entries(of: "people", in: section, after: people)
        relationships += entries(of: "relationships", in: section, after: relationships)
        rules += entries(of: "rules", in: section, after: rules)
        if Self.included.contains(where: section.isUnclear) { isComplete = false }
    }

    private func entries(of key: String, in section: Section, after known: [Entry]) -> [Entry] {
        guard let entry = section[key] else { return [] }
        switch entry.value.content {
        case .nothing, .refused: return []
        case .text, .list:
            findings.error(
                "`\(key):` takes ids with what belongs to them, not \(entry.value.kind)", at: entry.value.site)
            return []
        case .keys(let entries):
            let sites = Dictionary(known.map { ($0.key, $0.site) }) { first, _ in first }
            return entries.filter { isSound($0, first: sites[$0.key]) }
        }
    }

    private func isSound(_ entry: Entry, first: Site?) -> Bool {
        if let first {
            findings.error("'\(entry.key)' is there already, in \(first.file):\(first.line)", at: entry.site)
            return false
        }
        if !Names.isID(entry.key) {
            findings.error(
                "'\(entry.key.shortened)' cannot be an id; letters without accents, digits, '-', '_' and '.' can",
                at: entry.site)
        }
        return true
    }
}

extension Value {
    /// The keys of it; none where it has no keys.
    var keys: [String] {
        if case .keys(let entries) = content { entries.map(\.key) } else { [] }
    }
}

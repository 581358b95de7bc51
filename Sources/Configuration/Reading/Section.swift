/// A part of a file in which every key is known, or a mistake.
struct Section {
    /// What a message about something missing points at.
    let site: Site
    let findings: Findings
    private let entries: [String: Value.Entry]
    /// Keys that an unknown one was probably meant to be.
    private let misspelt: Set<String>

    /// Complains of every key that is not among `keys`.
    ///
    /// - Returns: nil where the value is not made of keys; that has been told then.
    init?(_ value: Value, at site: Site, keys: [String], findings: Findings) {
        switch value.content {
        case .nothing: entries = [:]
        case .keys(let found): entries = Dictionary(found.map { ($0.key, $0) }) { first, _ in first }
        case .refused: return nil
        case .text, .list:
            findings.error("keys with values belong here, not \(value.kind)", at: value.site)
            return nil
        }
        self.site = site
        self.findings = findings
        var misspelt: Set<String> = []
        for entry in entries.values where !keys.contains(entry.key) {
            let meant = Suggestion.nearest(to: entry.key, among: keys)
            let hint = meant.map { "; did you mean '\($0)'?" } ?? "; known here: \(keys.joined(separator: ", "))"
            findings.error("unknown key '\(entry.key.shortened)'\(hint)", at: entry.site)
            if let meant { misspelt.insert(meant) }
        }
        self.misspelt = misspelt
    }

    subscript(key: String) -> Value.Entry? { entries[key] }

    func has(_ key: String) -> Bool { entries[key] != nil }

    /// Whether something is said of a key, and be it with a slip that has been told.
    func mentions(_ key: String) -> Bool { has(key) || misspelt.contains(key) }

    /// Whether something was meant to be said of a key, and is not to be had.
    func isUnclear(_ key: String) -> Bool {
        guard let entry = entries[key] else { return misspelt.contains(key) }
        return switch entry.value.content {
        case .keys, .nothing: false
        case .text, .list, .refused: true
        }
    }

    /// Complains of a key that nothing is said of.
    func require(_ key: String, of owner: String) {
        if !mentions(key) { findings.error("\(owner) has no `\(key):`", at: site) }
    }

    /// Where the value of a key stands, or else the section.
    func site(of key: String) -> Site { entries[key]?.value.site ?? site }

    /// Keys within a key; nil where it is missing or no such thing.
    func section(_ key: String, keys: [String]) -> Section? {
        entries[key].flatMap { Section($0.value, at: $0.site, keys: keys, findings: findings) }
    }

    // MARK: - Single values

    /// One line of text; nil where the key is missing or holds something else, which has been told.
    func text(_ key: String) -> Located<String>? {
        entries[key].flatMap { findings.text(of: $0.value, key: $0) }
    }

    /// As `text`, and a mistake where the key is missing.
    func requiredText(_ key: String, of owner: String) -> Located<String>? {
        require(key, of: owner)
        return text(key)
    }

    func value<Target: Written>(_ type: Target.Type, _ key: String) -> Located<Target>? {
        text(key).flatMap { findings.read(type, $0) }
    }

    func flag(_ key: String) -> Bool? {
        guard let text = text(key) else { return nil }
        switch text.value.lowercased() {
        case "true", "yes": return true
        case "false", "no": return false
        default:
            findings.error("'\(text.value.shortened)' is neither true nor false", at: text.site)
            return nil
        }
    }

    func number(_ key: String, in range: ClosedRange<Int>) -> Int? {
        guard let text = text(key) else { return nil }
        guard let number = Int(digits: text.value), range.contains(number) else {
            findings.error(
                "'\(text.value.shortened)' is no number from \(range.lowerBound) to \(range.upperBound)", at: text.site)
            return nil
        }
        return number
    }

    // MARK: - Several values

    /// A list of parts with keys; empty where the key is missing.
    func sections(_ key: String, keys: [String]) -> [Section] {
        guard let entry = entries[key] else { return [] }
        guard case .list(let values) = entry.value.content else {
            return [Section(entry.value, at: entry.site, keys: keys, findings: findings)].compactMap(\.self)
        }
        return values.compactMap { Section($0, at: $0.site, keys: keys, findings: findings) }
    }

    /// A list of texts, or a single one; empty where the key is missing.
    func texts(_ key: String) -> [Located<String>] {
        guard let entry = entries[key] else { return [] }
        guard case .list(let values) = entry.value.content else { return [text(key)].compactMap(\.self) }
        return values.compactMap { findings.text(of: $0, key: entry) }
    }

    func values<Target: Written>(_ type: Target.Type, _ key: String) -> [Located<Target>] {
        texts(key).compactMap { findings.read(type, $0) }
    }
}

extension Findings {
    private static let longestText = 500

    fileprivate func text(of value: Value, key: Value.Entry) -> Located<String>? {
        switch value.content {
        case .refused: return nil
        case .nothing:
            error("`\(key.key):` has no value", at: key.site)
            return nil
        case .list, .keys:
            error("`\(key.key):` takes a text, not \(value.kind)", at: value.site)
            return nil
        case .text(let written):
            let text = written.words.joined(separator: " ")
            if text.isEmpty {
                error("`\(key.key):` is empty", at: value.site)
            } else if text.unicodeScalars.count > Self.longestText {
                error("`\(key.key):` has more than \(Self.longestText) characters", at: value.site)
            } else if text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) {
                error("`\(key.key):` holds a control character", at: value.site)
            } else {
                return Located(value: text, site: value.site)
            }
            return nil
        }
    }

    fileprivate func read<Target: Written>(_ type: Target.Type, _ text: Located<String>) -> Located<Target>? {
        do throws(Misspelling) {
            return Located(value: try Target(written: text.value), site: text.site)
        } catch {
            self.error("'\(text.value.shortened)' \(error.reason)", at: text.site)
            return nil
        }
    }
}

extension String {
    /// As much of it as a message can hold.
    var shortened: String {
        guard unicodeScalars.count > 60 else { return self }
        return String(String.UnicodeScalarView(unicodeScalars.prefix(60))) + "…"
    }
}

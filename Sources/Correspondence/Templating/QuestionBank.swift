import Mentoring

/// Questions to take into a session, one of which goes into each preparation mail.
///
/// A file of them has the headings `# Mentee` and `# Mentor`, and under each a question a line, `- …`.
struct QuestionBank: Sendable {
    private var questions: [Role: [String]] = [:]

    /// The name of the file, among the templates.
    static let name = TemplateName("questions")

    init(_ source: String) throws(TemplateFaults) {
        if let fault = TemplateBounds.fault(in: source) { throw TemplateFaults([fault]) }
        var role: Role?
        var faults: [TemplateCheck.Fault] = []
        for (index, line) in source.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let text = CleanText.line(String(line))
            if text.isEmpty { continue }
            if text.hasPrefix("# ") {
                role = Role(rawValue: text.dropFirst(2).lowercased())
                if role == nil { faults.append(.init(line: index + 1, message: "write # Mentee or # Mentor")) }
            } else if text.hasPrefix("- "), let role {
                questions[role, default: []].append(String(text.dropFirst(2)))
            } else {
                faults.append(.init(line: index + 1, message: "a question is a line of its own that begins with '- '"))
            }
        }
        for role in [Role.mentee, .mentor] where questions[role] == nil {
            faults.append(.init(line: 1, message: "there is no question under '# \(role.rawValue.capitalizedFirst)'"))
        }
        if faults.count > TemplateBounds.mostFaults { faults.removeSubrange(TemplateBounds.mostFaults...) }
        if !faults.isEmpty { throw TemplateFaults(faults) }
    }

    /// One question for a meeting; the next one has another, until all have had their turn.
    func question(for role: Role, in relationship: Relationship.ID, ordinal: Int) -> String? {
        guard let all = questions[role], !all.isEmpty else { return nil }
        // Relationships begin at different places of the list (FNV-1a).
        let start = relationship.rawValue.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { hash, byte in
            (hash ^ UInt64(byte)) &* 0x100_0000_01b3
        }
        return all[(Int(start % UInt64(all.count)) + ordinal) % all.count]
    }

    func count(for role: Role) -> Int { questions[role]?.count ?? 0 }
}

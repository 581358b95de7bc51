import Mentoring

/// Reads `retention:`, which says how long what is no longer needed is kept.
struct RetentionReader {
    let section: Section

    static let keys = ["bodies", "answers", "journal"]

    func retention() -> Retention {
        let usual = Retention()
        func days(_ key: String) -> Int? { section.value(DaysWritten.self, key)?.value.days }
        return Retention(
            bodies: days("bodies") ?? usual.bodies, answers: days("answers") ?? usual.answers,
            journal: days("journal") ?? usual.journal)
    }
}

/// The files of a small programme to begin with, as `jalon init` writes them.
public enum Starter {
    /// The path inside the new directory, and the text. Together they check without a warning.
    public static let files: [(path: String, text: String)] = [
        ("jalon.yaml", programme),
        ("people/people.yaml", people),
        ("relationships/relationships.yaml", relationships),
        ("rules/rules.yaml", rules),
        ("calendars/jours-feries-metropole.ics", FrenchHolidays.calendar(of: 2026...2030)),
    ]
}

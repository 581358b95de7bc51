import MailMessage

/// The rows of a table of people.
struct PersonRows {
    let sheet: Sheet

    func entries() -> [SheetEntry] { sheet.rows.map(entry) }

    private func entry(_ row: Sheet.Row) -> SheetEntry {
        var entry = SheetEntry(row)
        // "Nom" beside "Prénom" is the family name, and alone the whole name.
        let name = row[.name] ?? [row[.firstName], row[.lastName]].compactMap(\.self).joined(separator: " ")
        if name.isEmpty { entry.complain("there is no name") }
        entry.id = row[.id] ?? CellWords.id(name)
        if !Names.isID(entry.id) {
            entry.complain("'\(entry.id)' cannot be an id; give one of letters, digits, - and _ in a column 'id'")
        }
        entry.add("name", name)
        address(row[.email], to: &entry)
        let aliases = row[.aliases].map(CellWords.several) ?? []
        for alias in aliases where EmailAddress(alias) == nil {
            entry.complain("aliases: '\(alias)' is no e-mail address")
        }
        if !aliases.isEmpty { entry.add(line: "aliases: [\(aliases.map(\.yamlScalar).joined(separator: ", "))]") }
        entry.add("language", row[.language].map(Self.language))
        if let zone = row[.timezone] {
            if SystemZones.zone(named: zone) == nil { entry.complain("timezone: there is no zone '\(zone)'") }
            entry.add("timezone", zone)
        }
        entry.addList(
            "available", (row[.available].map(CellWords.several) ?? []).map(CellWords.english), as: WindowsWritten.self)
        let away = row[.away].map(CellWords.several) ?? []
        entry.addList("away", away.map { CellWords.dates($0, isFrench: sheet.isFrench) }, as: DatesWritten.self)
        entry.add(
            "hours_per_month", row[.hoursPerMonth]?.replacing(",", with: "."), as: HoursWritten.self)
        return entry
    }

    private func address(_ text: String?, to entry: inout SheetEntry) {
        guard let text else { return entry.complain("there is no e-mail address") }
        guard EmailAddress(text) != nil else { return entry.complain("'\(text)' is no e-mail address") }
        entry.add(line: "email: \(text.yamlScalar)")
    }

    private static func language(_ text: String) -> String {
        switch Column.plain(text) {
        case "francais", "french": "fr"
        case "anglais", "english": "en"
        default: text.lowercased()
        }
    }
}

import CivilTime
import MailMessage
import Mentoring

/// The rows of a table of relationships.
struct RelationshipRows {
    let sheet: Sheet
    /// By whom mentors and mentees may be named; empty where nobody is known.
    private let people: [String: [Person.ID]]

    init(sheet: Sheet, people: [Person]) {
        self.sheet = sheet
        self.people = people.reduce(into: [:]) { known, person in
            let names = [person.id.rawValue, "=" + Column.plain(person.name), person.address.description]
            for name in Set(names) { known[name, default: []].append(person.id) }
        }
    }

    func entries() -> [SheetEntry] { sheet.rows.map(entry) }

    private func entry(_ row: Sheet.Row) -> SheetEntry {
        var entry = SheetEntry(row)
        let mentors = parties(.mentor, of: row, in: &entry)
        let mentees = parties(.mentee, of: row, in: &entry)
        entry.id = row[.id] ?? [mentors.first, mentees.first].compactMap(\.self).joined(separator: "-")
        if !Names.isID(entry.id) {
            entry.complain("'\(entry.id)' cannot be an id; give one of letters, digits, - and _ in a column 'id'")
        }
        for (key, ids) in [("mentor", mentors), ("mentee", mentees)] where !ids.isEmpty {
            entry.add(line: "\(key): \(ids.count == 1 ? ids[0] : "[\(ids.joined(separator: ", "))]")")
        }
        for column in [Column.mediator, .referent] {
            if let name = row[column] { entry.add(line: "\(column.rawValue): \(id(of: name, in: &entry))") }
        }
        let groups = row[.groups].map(CellWords.several) ?? []
        if !groups.isEmpty { entry.add(line: "groups: [\(groups.map(\.yamlScalar).joined(separator: ", "))]") }
        date(.start, of: row, in: &entry, isNeeded: true)
        date(.end, of: row, in: &entry, isNeeded: false)
        if let zone = row[.timezone] {
            if SystemZones.zone(named: zone) == nil { entry.complain("timezone: there is no zone '\(zone)'") }
            entry.add("timezone", zone)
        }
        sessions(row, in: &entry)
        if let objective = row[.objective] {
            entry.add(line: "objectives:")
            entry.add(line: "  - goal: \(objective.words.joined(separator: " ").yamlScalar)")
        }
        return entry
    }

    private func sessions(_ row: Sheet.Row, in entry: inout SheetEntry) {
        var terms = SheetEntry()
        terms.add("every", row[.every].map(CellWords.english), as: Cadence.self)
        terms.add("lasts", row[.lasts].map(CellWords.length), as: Length.self)
        terms.add("prefer", row[.prefer].map(CellWords.english), as: WeekdayTime.self)
        if let place = row[.firstPlace] {
            terms.add(line: "first: {in_person: \(place.words.joined(separator: " ").quotedInYAML)}")
        }
        if let link = row[.video] {
            do throws(Misspelling) { _ = try SecureLink(written: link) } catch {
                terms.complain("video: '\(link)' \(error.reason)")
            }
            terms.add(line: "then: {video: \(link.words.joined(separator: " ").quotedInYAML)}")
        } else if let place = row[.place] {
            terms.add(line: "then: {in_person: \(place.words.joined(separator: " ").quotedInYAML)}")
        }
        for reason in terms.reasons { entry.complain(reason) }
        guard !terms.lines.isEmpty else { return }
        entry.add(line: "sessions:")
        for line in terms.lines { entry.add(line: "  \(line)") }
    }

    private func date(_ column: Column, of row: Sheet.Row, in entry: inout SheetEntry, isNeeded: Bool) {
        guard let text = row[column] else {
            if isNeeded { entry.complain("there is no \(column.rawValue)") }
            return
        }
        guard let date = CellWords.date(text, isFrench: sheet.isFrench) else {
            return entry.complain(
                "\(column.rawValue): '\(text)' is no date, or may be two; write 2026-12-01")
        }
        entry.add(line: "\(column.rawValue): \(date)")
    }

    private func parties(_ column: Column, of row: Sheet.Row, in entry: inout SheetEntry) -> [String] {
        guard let text = row[column] else {
            entry.complain("there is no \(column.rawValue)")
            return []
        }
        return CellWords.several(text).map { id(of: $0, in: &entry) }
    }

    /// The id of somebody who is named by it, by their name or by their address.
    private func id(of name: String, in entry: inout SheetEntry) -> String {
        if !people.isEmpty {
            let meant = Set((people[name] ?? []) + (people["=" + Column.plain(name)] ?? []))
            if meant.count > 1 { entry.complain("several people are called '\(name)'; write the id") }
            if let person = meant.min() { return person.rawValue }
        }
        let id = Names.isID(name) ? name : CellWords.id(name)
        if name.contains("@") || !Names.isID(id) {
            entry.complain("nobody has the address '\(name)'; import the people first, or write the id")
        } else if !people.isEmpty {
            entry.complain("there is nobody called '\(name)' in the configuration; import the people first")
        }
        return id
    }
}

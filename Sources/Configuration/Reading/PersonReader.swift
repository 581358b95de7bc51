import CivilTime
import MailMessage
import Mentoring

/// Reads one entry of `people:`.
struct PersonReader {
    let readings: Readings

    static let keys = [
        "name", "email", "aliases", "language", "timezone", "available", "away", "hours_per_month", "busy", "without",
        "formerly",
    ]

    private var findings: Findings { readings.findings }

    /// A person, with the places that later checks point at.
    struct Found {
        var person: Person
        var site: Site
        var addresses: [Located<EmailAddress>]
        var language: Located<Language>?
    }

    /// - Returns: nil where the person has no name or no address, which has been told.
    func person(_ entry: Value.Entry) -> Found? {
        guard let section = Section(entry.value, at: entry.site, keys: Self.keys, findings: findings) else {
            return nil
        }
        let owner = "'\(entry.key)'"
        let name = section.requiredText("name", of: owner)
        let address = section.requiredText("email", of: owner).flatMap(readings.address)
        let aliases = section.texts("aliases").compactMap(readings.address)
        let language = readings.language(in: section)
        let zone = readings.zone(in: section) ?? readings.zone
        let available = available(in: section, owner: owner)
        let away = section.values(DatesWritten.self, "away").map(\.value.days)
        let hours = section.value(HoursWritten.self, "hours_per_month")?.value.minutes
        let calendars = section.texts("busy").map { file in
            readings.calendars.busy(file, in: zone, except: readings.mailboxes)
        }
        // A calendar that many people have stays one piece of memory.
        let busy = calendars.count == 1 ? calendars[0] : calendars.flatMap(\.self)
        let without = readings.rules(section.texts("without"))
        let formerly = readings.formerly(in: section, now: readings.names.people)
        guard let name, let address else { return nil }
        let person = Person(
            id: Person.ID(entry.key), name: name.value, address: address.value, aliases: aliases.map(\.value),
            language: language?.value ?? readings.language, zone: zone, available: available,
            away: away.sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) },
            minutesPerMonth: hours, busy: busy, without: without,
            formerly: formerly.map(Person.ID.init))
        return Found(person: person, site: entry.site, addresses: [address] + aliases, language: language)
    }

    private func available(in section: Section, owner: String) -> [WeeklyWindow] {
        if let entry = section["available"] {
            if case .list(let values) = entry.value.content, values.isEmpty {
                findings.error("\(owner) can never meet: `available:` is empty", at: entry.site)
            }
            return section.values(WindowsWritten.self, "available").flatMap(\.value.windows).merged
        }
        if !section.mentions("available"), !readings.defaults.saysHours {
            findings.error("\(owner) has no `available:`, and the defaults have no `hours:`", at: section.site)
        }
        return readings.defaults.hours
    }
}

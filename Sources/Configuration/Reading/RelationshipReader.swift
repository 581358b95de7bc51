import CivilTime
import Mentoring

/// Reads one entry of `relationships:`.
struct RelationshipReader {
    let readings: Readings

    static let keys =
        ["mentor", "mentee", "mediator", "referent", "groups", "start", "end", "timezone"]
        + SeriesReader.keys + ["objectives", "met", "without", "formerly"]

    private var findings: Findings { readings.findings }

    /// A relationship, with the places that later checks point at.
    struct Found {
        var relationship: Relationship
        var site: Site
        var end: Site
    }

    /// - Returns: nil where the relationship has nobody or no start, which has been told.
    func relationship(_ entry: Value.Entry) -> Found? {
        guard let section = Section(entry.value, at: entry.site, keys: Self.keys, findings: findings) else {
            return nil
        }
        let owner = "'\(entry.key)'"
        let mentors = parties("mentor", in: section, owner: owner)
        let mentees = parties("mentee", in: section, owner: owner)
        let mediator = bystander("mediator", in: section, others: mentors + mentees)
        let referent = bystander("referent", in: section, others: mentors + mentees + [mediator].compactMap(\.self))
        for mentee in mentees where mentors.contains(where: { $0.value == mentee.value }) {
            findings.error("'\(mentee.value)' is mentor and mentee of the same relationship", at: mentee.site)
        }
        section.require("start", of: owner)
        let start = section.value(CivilDate.self, "start")
        let end = section.value(CivilDate.self, "end")
        if let start, let end, end.value < start.value {
            findings.error("\(owner) ends before it starts, on \(start.value)", at: end.site)
        }
        let series = SeriesReader(findings: findings).series(
            of: section, id: entry.key, defaults: readings.defaults.series)
        let objectives = objectives(in: section)
        let met = met(in: section, end: end?.value)
        let without = readings.rules(section.texts("without"))
        let formerly = readings.formerly(in: section, now: readings.names.relationships)
        let zone = readings.zone(in: section) ?? readings.zone
        let groups = section.texts("groups").map(\.value)
        guard let start else { return nil }
        let relationship = Relationship(
            id: Relationship.ID(entry.key), mentors: mentors.map(\.value), mentees: mentees.map(\.value),
            mediator: mediator?.value, referent: referent?.value, groups: groups, start: start.value, end: end?.value,
            zone: zone, series: series, objectives: objectives, met: met, without: without,
            formerly: formerly.map(Relationship.ID.init))
        return Found(relationship: relationship, site: entry.site, end: end?.site ?? entry.site)
    }

    private func parties(_ role: String, in section: Section, owner: String) -> [Located<Person.ID>] {
        let texts = section.texts(role)
        section.require(role, of: owner)
        if case .list(let values)? = section[role]?.value.content, values.isEmpty {
            findings.error("\(owner) names no \(role)", at: section.site(of: role))
        }
        var seen: Set<String> = []
        for text in texts where !seen.insert(text.value).inserted {
            findings.error("'\(text.value.shortened)' is named twice", at: text.site)
        }
        return texts.compactMap { text in readings.person(text).map { Located(value: $0, site: text.site) } }
    }

    /// Somebody of whom the two can be sure that they are none of them.
    private func bystander(
        _ role: String, in section: Section, others: [Located<Person.ID>]
    ) -> Located<Person.ID>? {
        guard let text = section.text(role), let person = readings.person(text) else { return nil }
        if others.contains(where: { $0.value == person }) {
            findings.error("'\(person)' has another role here already, and cannot be the \(role) too", at: text.site)
        }
        return Located(value: person, site: text.site)
    }

    private func objectives(in section: Section) -> [Objective] {
        guard let entry = section["objectives"] else { return [] }
        guard case .list(let values) = entry.value.content else {
            findings.error("`objectives:` takes a list of {goal: …, indicator: …, by: …}", at: entry.value.site)
            return []
        }
        return values.compactMap { value in
            guard let part = Section(value, at: value.site, keys: ["goal", "indicator", "by"], findings: findings),
                let goal = part.requiredText("goal", of: "an objective")
            else { return nil }
            return Objective(
                goal: goal.value, indicator: part.text("indicator")?.value, by: part.value(CivilDate.self, "by")?.value)
        }
    }

    private func met(in section: Section, end: CivilDate?) -> [CivilDate] {
        let today = readings.calendars.today
        var seen: Set<CivilDate> = []
        for date in section.values(CivilDate.self, "met") {
            if !seen.insert(date.value).inserted {
                findings.error("\(date.value) is named twice", at: date.site)
            } else if date.value > today {
                findings.error("\(date.value) is yet to come; `met:` names meetings that were held", at: date.site)
            } else if let end, date.value > end {
                findings.error("\(date.value) lies after the end of the relationship", at: date.site)
            }
        }
        return seen.sorted()
    }
}

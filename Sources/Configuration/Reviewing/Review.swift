import CivilTime
import MailMessage
import Mentoring

/// Looks at everything together, once every part has been read: what contradicts itself, and what may not be meant.
struct Review {
    let programme: Programme
    let main: Section
    let people: [PersonReader.Found]
    let relationships: [RelationshipReader.Found]
    let rules: [RuleReader.Found]
    let templates: [Language: [TemplateName: TemplateFile]]
    let findings: Findings
    /// No file is missing or could not be read.
    let isComplete: Bool

    func run(today: CivilDate) {
        findAddressesOfTwo()
        findOldNamesOfTwo()
        findLongMeetings()
        findPreferencesOutOfReach()
        findEnded(before: today)
        RuleReview(
            programme: programme, rules: rules, relationships: relationships,
            site: main["programme"]?.site ?? main.site, findings: findings
        ).run(isComplete: isComplete)
        TemplateReview(
            programme: programme, people: people, rules: rules, templates: templates,
            site: main.section("programme", keys: ProgrammeReader.keys)?.site(of: "language") ?? main.site,
            findings: findings
        ).run()
    }

    /// An attendee is an address: two people cannot share one.
    private func findAddressesOfTwo() {
        var owners: [EmailAddress: Person.ID] = [:]
        for found in people {
            for address in found.addresses {
                if programme.ownAddresses.contains(address.value) {
                    findings.error("'\(address.value)' is the mailbox of the programme", at: address.site)
                } else if let owner = owners[address.value] {
                    let whose = owner == found.person.id ? "is named twice" : "belongs to '\(owner)' already"
                    findings.error("'\(address.value)' \(whose)", at: address.site)
                }
                owners[address.value] = owners[address.value] ?? found.person.id
            }
        }
    }

    private func findOldNamesOfTwo() {
        var seenPeople: Set<Person.ID> = []
        for found in people {
            if let old = found.person.formerly, !seenPeople.insert(old).inserted {
                findings.error("'\(old)' cannot have become two people", at: found.site)
            }
        }
        var seen: Set<Relationship.ID> = []
        for found in relationships {
            if let old = found.relationship.formerly, !seen.insert(old).inserted {
                findings.error("'\(old)' cannot have become two relationships", at: found.site)
            }
        }
    }

    /// An hour that lies outside of somebody's hours is never had; where zones differ, it may be at some time of the year.
    private func findPreferencesOutOfReach() {
        for found in relationships {
            if let series = found.relationship.series(named: .session), let preferred = series.preferred {
                let end = preferred.time.secondsOfDay + series.minutes * 60
                let people = found.relationship.parties.compactMap { programme.people[$0] }
                for person in people where person.zone == found.relationship.zone && !person.available.isEmpty {
                    let fits = person.available.contains { window in
                        window.weekday == preferred.weekday && window.opens <= preferred.time && end <= window.closes
                    }
                    if !fits {
                        findings.warning(
                            "the \(series.name) of '\(found.relationship.id)' prefers \(preferred.weekday.abbreviation) "
                                + "\(preferred.time), and '\(person.id)' cannot meet then", at: found.site)
                    }
                }
            }
        }
    }

    /// A meeting that fits into no window of somebody is never planned.
    private func findLongMeetings() {
        for found in relationships {
            for party in found.relationship.parties {
                guard let person = programme.people[party], !person.available.isEmpty else { continue }
                let longest = person.available.longestMinutes
                for series in found.relationship.series where series.minutes > longest {
                    findings.warning(
                        "a \(series.name) of \(series.minutes) minutes fits into no window of '\(party)'; the longest has "
                            + "\(longest) minutes", at: found.site)
                }
            }
        }
    }

    private func findEnded(before today: CivilDate) {
        for found in relationships {
            if let end = found.relationship.end, end < today {
                findings.warning(
                    "'\(found.relationship.id)' is over since \(end); nothing will be planned", at: found.end)
            }
        }
    }
}

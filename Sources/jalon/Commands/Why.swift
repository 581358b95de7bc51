import ArgumentParser
import CivilTime
import Configuration
import JalonService
import Ledger
import Mentoring

/// `jalon why`
struct Why: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Say why a person got or did not get mail on a day, or what keeps a relationship from its hour.",
        discussion: """
            For a person: every mail that a rule could have sent that day, sent or not, with the reason; for a day \
            ahead, what would be. For a relationship: what stands against meeting at the preferred hour.
            Example: jalon why thomas 2027-01-07; jalon why claire-thomas 2027-01-07
            """)

    @OptionGroup var options: ConfigurationOptions
    @OptionGroup var stateOptions: StateOptions

    @Argument(help: "The id of a person or of a relationship in the configuration.")
    var subject: String

    @Argument(help: "The day, such as 2027-01-07.")
    var date: CivilDate

    @Option(help: "Which series, for a relationship.")
    var series = Series.Name.session.rawValue

    func validate() throws {
        let today = SystemWallClock().today
        guard abs(today.days(until: date)) <= 3_660 else {
            throw ValidationError("The day lies within ten years of today, \(today).")
        }
    }

    func run() async throws {
        try await orComplain {
            let now = SystemWallClock().now()
            let configuration = try Check.configuration(
                in: options.config, today: SystemWallClock().today, known: stateOptions.knownCalendars)
            let ledger = try stateOptions.ledgerIfAny()
            let programme = configuration.programme.following(try ledger?.directives() ?? [:])
            let person = programme.people[Person.ID(subject)]
            let relationship = programme.relationships[Relationship.ID(subject)]
            guard person != nil || relationship != nil else {
                throw ValidationError("There is no person and no relationship '\(subject)' in \(options.config).")
            }
            if let person {
                let mails = WhyMails(programme: programme, person: person, date: date, now: now)
                try mails.show(configuration, ledger)
            }
            if let relationship { try showHindrances(of: relationship, programme, configuration, ledger, at: now) }
        }
    }

    private func showHindrances(
        of relationship: Relationship, _ programme: Programme, _ configuration: Configuration, _ ledger: Ledger?,
        at now: Instant
    ) throws {
        guard let series = relationship.series(named: Series.Name(series)) else {
            let names = relationship.series.map(\.name.rawValue).joined(separator: ", ")
            throw ValidationError("'\(relationship.id)' has no series '\(series)'; it has \(names).")
        }
        let forecast = try Forecast(configuration: configuration, ledger: ledger, now: now, through: now)
        let held = try ledger?.meetings(in: [.held]) ?? []
        let hindrances = programme.hindrances(
            of: series, in: relationship, on: date, meetings: held + forecast.meetings, now: now)
        for meeting in held + forecast.meetings
        where meeting.relationship == relationship.id && meeting.start.date == date {
            let ordinal = meeting.ordinal(in: meeting.kind) ?? meeting.ordinal
            Terminal.print("\(meeting.kind) \(ordinal), \(meeting.state), at \(meeting.start.time)")
        }
        for hindrance in hindrances { Terminal.print("- \(Speech.said("\(hindrance)"))") }
        if hindrances.isEmpty { Terminal.say("Nothing stands against \(date) at the preferred hour.") }
    }
}

/// Every mail that a rule could have sent to somebody on a day.
private struct WhyMails {
    let programme: Programme
    let person: Person
    let date: CivilDate
    let now: Instant

    func show(_ configuration: Configuration, _ ledger: Ledger?) throws {
        let zone = person.zone
        let day =
            zone.instant(
                of: LocalDateTime(date, .midnight))..<zone.instant(of: LocalDateTime(date.adding(days: 1), .midnight))
        // A day that is not over is looked at on a copy of the ledger, turned to its end.
        let known: Ledger?
        if day.upperBound > now {
            known = try Forecast(configuration: configuration, ledger: ledger, now: now, through: day.upperBound).ledger
        } else {
            known = ledger
        }
        let records = try known.map { try $0.firings(for: person.id, within: day) } ?? []
        var lines: [String] = []
        for record in records {
            guard let subject = try subject(of: record.firing, in: known) else { continue }
            let rule =
                record.firing.key.step == 0
                ? "\(record.firing.key.rule)" : "\(record.firing.key.rule), step \(record.firing.key.step)"
            lines.append("\(zone.local(at: record.firing.due).time)  \(rule)  \(subject): \(outcome(of: record))")
        }
        Terminal.print(
            lines.isEmpty ? "No rule had anything for \(person.id) on \(date)." : lines.joined(separator: "\n"))
    }

    /// Nil for a meeting that does not concern the person.
    private func subject(of firing: Firing, in ledger: Ledger?) throws -> String? {
        switch firing.key.subject {
        case .programme: return "the programme"
        case .relationship(let id): return "\(id)"
        case .meeting(let id):
            guard let meeting = try ledger?.meeting(id) else { return "\(id)" }
            let isConcerned =
                programme.relationships[meeting.relationship].map {
                    $0.parties.contains(person.id) || $0.referent == person.id
                } ?? true
            if firing.key.recipient == nil, !isConcerned { return nil }
            return "\(meeting.kind) of \(meeting.relationship) on \(meeting.start.date)"
        }
    }

    private func outcome(of record: FiringRecord) -> String {
        guard let code = record.outcome, let decided = record.decided else {
            return "not decided yet; due on \(person.zone.local(at: record.firing.due))"
        }
        let sentence = SkipReason.sentence(for: code)
        let isAhead = decided > now
        if code == "sent" { return isAhead ? "will be sent" : "sent on \(person.zone.local(at: decided))" }
        return (isAhead ? "will not be sent: " : "not sent: ") + sentence
    }
}

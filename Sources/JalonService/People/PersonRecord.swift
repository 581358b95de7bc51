import CivilTime
public import Configuration
import Correspondence
public import Ledger
import MailMessage
public import Mentoring

/// All that Jalon knows of a person, from the files and from the ledger, for the person to have.
public struct PersonRecord: Sendable, Encodable {
    public let id: String
    /// As the files have it; nil where they no longer name them.
    let person: Entry?
    /// Every id, name and address by which the ledger has known them.
    let knownAs: [String]
    let relationships: [Part]
    let meetings: [Invitation]
    let mails: [Mail]
    let decisions: [Decision]
    let returnedMail: [Return]

    private enum CodingKeys: String, CodingKey {
        case id, person, relationships, meetings, mails, decisions
        case knownAs = "known_as"
        case returnedMail = "returned_mail"
    }

    /// - Throws: `PersonRecord.Unknown` where neither the files nor the ledger know anybody of that id.
    public init(of id: Person.ID, configuration: Configuration, ledger: Ledger?) throws {
        let programme = configuration.programme
        let traces = try ledger?.traces(of: id)
        let person = programme.people[id]
        guard person != nil || traces.map({ !$0.isEmpty }) ?? false else { throw Unknown(id: id) }
        self.id = id.rawValue
        self.person = person.map(Entry.init)
        knownAs =
            (traces?.ids.map(\.rawValue).sorted() ?? []) + (traces?.names.sorted() ?? [])
            + (traces?.addresses.sorted().map(\.description) ?? [])
        relationships = programme.relationships.values.sorted { $0.id < $1.id }.compactMap { Part($0, of: id) }
        meetings = try ledger.map { try Self.invitations(of: id, traces, in: $0) } ?? []
        mails =
            try ledger?.outbox().filter { traces?.ids.contains($0.recipient) ?? false }.map { entry in
                Mail(entry, body: try ledger?.body(of: entry.id))
            } ?? []
        let always = Instant(secondsSinceEpoch: .min)..<Instant(secondsSinceEpoch: .max)
        decisions =
            try ledger?.firings(for: id, within: always).filter { $0.firing.key.recipient == id }
            .map(Decision.init) ?? []
        let addresses = (traces?.addresses ?? []).union(person.map { [$0.address] } ?? [])
        returnedMail = try ledger?.suspensions().filter { addresses.contains($0.address) }.map(Return.init) ?? []
    }

    public struct Unknown: Error, CustomStringConvertible {
        let id: Person.ID
        public var description: String { "nobody has the id '\(id)', neither in the files nor in the ledger" }
    }

    /// The person's meetings as a calendar, in their language.
    public static func calendar(
        of id: Person.ID, configuration: Configuration, ledger: Ledger
    ) throws -> [UInt8]? {
        guard let person = configuration.programme.people[id] else { return nil }
        let publisher = CalendarPublisher(
            programme: configuration.programme, zones: { SystemZones.zone(named: $0) })
        return try publisher.calendar(of: person, from: Array(ledger.announcements().values))
    }

    private static func invitations(of id: Person.ID, _ traces: Traces?, in ledger: Ledger) throws -> [Invitation] {
        try (traces?.meetings ?? []).sorted().compactMap { meeting in
            guard let now = try ledger.meeting(meeting), let told = try ledger.announcement(of: meeting),
                let participant = told.participants.first(where: { $0.person == id })
            else { return nil }
            return Invitation(now, told, participant)
        }.sorted { $0.start < $1.start }
    }
}

extension PersonRecord {
    /// A person as the files describe them.
    struct Entry: Sendable, Encodable {
        let name, email: String
        let aliases: [String]
        let language, timezone: String
        let available, away: [String]
        let minutesPerMonth: Int?
        let without: [String]

        init(_ person: Person) {
            name = person.name
            email = person.address.description
            aliases = person.aliases.map(\.description)
            language = person.language.rawValue
            timezone = person.zone.name
            available = person.available.map(\.description)
            away = person.away.map { "\($0.lowerBound)..\($0.upperBound)" }
            minutesPerMonth = person.minutesPerMonth
            without = person.without.map(\.rawValue).sorted()
        }
    }

    /// What a person is in a relationship.
    struct Part: Sendable, Encodable {
        struct Aim: Sendable, Encodable { let goal: String, indicator: String?, by: String? }
        let id, role, start: String
        let end: String?
        let objectives: [Aim]

        init?(_ relationship: Relationship, of person: Person.ID) {
            guard let role = relationship.role(of: person) else { return nil }
            id = relationship.id.rawValue
            self.role = role.rawValue
            start = relationship.start.description
            end = relationship.end?.description
            // The aims are the pair's own.
            let isParty = relationship.parties.contains(person)
            objectives =
                isParty
                ? relationship.objectives.map { Aim(goal: $0.goal, indicator: $0.indicator, by: $0.by?.description) }
                : []
        }
    }

    /// A meeting as the person was invited to it.
    struct Invitation: Sendable, Encodable {
        let meeting, relationship, series, start, timezone: String
        let minutes: Int
        let place: String?
        let state, name, address: String
        let answer: String?
        let answered: Instant?

        init(_ meeting: Meeting, _ told: Announcement, _ participant: Announcement.Participant) {
            self.meeting = meeting.id.rawValue
            relationship = meeting.relationship.rawValue
            series = told.kind.rawValue
            start = told.start.description
            timezone = told.zone
            minutes = told.minutes
            place = told.place?.text
            state = meeting.state.rawValue
            name = participant.name
            address = participant.address.description
            answer = participant.answer?.answer.rawValue
            answered = participant.answer?.stamp
        }
    }

    /// A mail to the person, with its text as long as that is kept.
    struct Mail: Sendable, Encodable {
        let id: Int64
        let address, template, subject: String
        let composed: Instant
        let state: String
        let ended: Instant?
        let words, text: String?

        init(_ entry: OutboxEntry, body: [UInt8]?) {
            id = entry.id
            address = entry.envelope.recipient.description
            template = entry.template.rawValue
            subject = entry.subject
            composed = entry.composed
            state = entry.state.rawValue
            ended = entry.settled
            words = entry.words
            text = body.flatMap { MailText.plain(in: $0) }
        }
    }

    /// What a rule has decided about mail to the person.
    struct Decision: Sendable, Encodable {
        let rule: String
        let about: String?
        let due: Instant
        let outcome: String?

        init(_ record: FiringRecord) {
            rule = record.firing.key.rule.rawValue
            about =
                switch record.firing.key.subject {
                case .meeting(let id): id.rawValue
                case .relationship(let id): id.rawValue
                case .programme: nil
                }
            due = record.firing.due
            outcome = record.outcome
        }
    }

    /// Mail that came back from the person's address.
    struct Return: Sendable, Encodable {
        let address: String
        let first, last: Instant
        let suspended: Instant?
        let words: String

        init(_ suspension: Suspension) {
            address = suspension.address.description
            first = suspension.first
            last = suspension.last
            suspended = suspension.since
            words = suspension.words
        }
    }
}

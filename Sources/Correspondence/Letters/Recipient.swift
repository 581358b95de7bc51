public import CivilTime
public import MailMessage
public import Mentoring

/// Whom a letter is for: somebody of the programme, or who was still part of it when they were told.
public struct Recipient: Sendable, Hashable {
    public var person: Person.ID
    public var address: EmailAddress
    public var name: String
    public var role: Role
    public var language: Language
    /// Where the recipient reads the hours; nil for the zone of the meeting.
    public var zone: Zone?

    public init(
        person: Person.ID, address: EmailAddress, name: String, role: Role, language: Language, zone: Zone? = nil
    ) {
        self.person = person
        self.address = address
        self.name = name
        self.role = role
        self.language = language
        self.zone = zone
    }

    public init(_ person: Person, as role: Role) {
        self.init(
            person: person.id, address: person.address, name: person.name, role: role, language: person.language,
            zone: person.zone)
    }

    /// - Parameter programme: gives the zone, where the person is still in it.
    public init(_ participant: Announcement.Participant, in programme: Programme) {
        self.init(
            person: participant.person, address: participant.address, name: participant.name, role: participant.role,
            language: participant.language, zone: programme.people[participant.person]?.zone)
    }

    /// The two sides of a relationship; others are told of it, and see less.
    var isParty: Bool { role == .mentor || role == .mentee }
}

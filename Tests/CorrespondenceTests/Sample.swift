import CivilTime
import Correspondence
import Foundation
import MailMessage
import Mentoring
import Testing

/// An invented programme for the tests: Claire meets Thomas, Nadia mediates, Sophie coordinates.
struct Sample {
    var programme: Programme
    var templates = TemplateLibrary()

    static let paris = zone("Europe/Paris")
    static let newYork = zone("America/New_York")
    /// A Monday morning in Paris.
    static let monday = instant("2026-11-30T08:00:00Z")
    /// The day before the meeting, in the afternoon in Paris.
    static let dayBefore = instant("2026-12-02T15:00:00Z")

    init(language: Language = .french, tone: Programme.Tone = .vous) {
        var people: [Person.ID: Person] = [:]
        for (id, name, address) in [
            ("claire", "Claire Durand", "claire.durand@exemple.fr"),
            ("thomas", "Thomas Petit", "thomas_petit@exemple.fr"),
            ("nadia", "Nadia Haddad", "nadia@exemple.fr"),
            ("sophie", "Sophie Martin", "sophie.martin@exemple.fr"),
            ("paul", "Paul O’Neil", "paul@example.org"),
        ] {
            people[Person.ID(id)] = Person(
                id: Person.ID(id), name: name, address: Self.address(address), language: language, zone: Self.paris,
                available: [])
        }
        programme = Programme(
            name: "Mentorat Exemple",
            mailbox: Mailbox(name: "Mentorat Exemple", address: Self.address("mentorat@exemple.fr")),
            zone: Self.paris, language: language, coordinator: Person.ID("sophie"),
            charter: "https://exemple.fr/charte", tone: tone, people: people, rules: Self.rules)
        let relationship = Self.relationship
        programme.relationships[relationship.id] = relationship
    }

    // MARK: - People

    subscript(person: String) -> Person {
        get throws { try #require(programme.people[Person.ID(person)]) }
    }

    func recipient(_ person: String, as role: Role) throws -> Recipient {
        Recipient(try self[person], as: role)
    }

    mutating func change(_ person: String, _ change: (inout Person) -> Void) throws {
        var changed = try self[person]
        change(&changed)
        programme.people[changed.id] = changed
    }

    // MARK: - A relationship and its meeting

    static let relationship = Relationship(
        id: Relationship.ID("claire-thomas"), mentors: [Person.ID("claire")], mentees: [Person.ID("thomas")],
        mediator: Person.ID("nadia"), start: date("2026-12-01"), end: date("2027-11-30"), zone: paris,
        series: [
            Series(
                name: .session, cadence: .days(21...28), minutes: 90,
                preferred: LocalTime(hour: 18, minute: 30).map { WeekdayTime(weekday: .thursday, time: $0) },
                firstPlace: .inPerson("Café du Sentier, 12 rue du Sentier, Paris"),
                place: .video("https://visio.exemple.fr/claire-thomas")),
            Series(name: .review, cadence: .months(3), minutes: 120, placement: .withSession),
        ],
        objectives: [
            Objective(goal: "Devenir lead développeur", indicator: "prise de poste", by: date("2027-06-30")),
            Objective(goal: "Animer une réunion sans notes"),
        ])

    static func meeting(
        at start: String = "2026-12-03T18:30", kind: Series.Name = .session, minutes: Int = 90,
        place: Place? = .inPerson("Café du Sentier, 12 rue du Sentier, Paris")
    ) throws -> Meeting {
        let start = try #require(LocalDateTime(start))
        return Meeting(
            id: Meeting.ID("m-1"), uid: "m-1@exemple.fr", relationship: relationship.id, series: kind, ordinal: 1,
            start: start, zone: paris.name, starts: paris.instant(of: start), minutes: minutes, place: place,
            state: .announced)
    }

    func announcement(
        of meeting: Meeting? = nil, in relationship: Relationship = Sample.relationship,
        previous: Announcement? = nil, at now: Instant = Sample.monday
    ) throws -> Announcement {
        Announcement(
            of: try meeting ?? Self.meeting(), in: relationship, programme: programme, previous: previous, at: now)
    }

    static let rules = [
        Rule(
            id: Rule.ID("welcome"), trigger: Trigger(offsets: [], direction: .at, anchors: [.start]),
            action: .template(.welcome, to: [.everyone])),
        Rule(
            id: Rule.ID("invitation"),
            trigger: Trigger(offsets: [Offset(6, .weeks)], direction: .before, anchors: [.series(.session)]),
            action: .invitation(to: [.everyone])),
        Rule(
            id: Rule.ID("prepare"),
            trigger: Trigger(offsets: [Offset(3, .days)], direction: .before, anchors: [.series(.session)]),
            action: .template(.prepare, to: [.mentor, .mentee])),
        Rule(
            id: Rule.ID("day-before"),
            trigger: Trigger(
                offsets: [Offset(1, .days)], direction: .before, anchors: [.series(.session), .series(.review)]),
            action: .template(.dayBefore, to: [.mentor, .mentee])),
    ]

    // MARK: - Composing

    var convergence: Convergence { Convergence(programme: programme, zones: Self.zones) }

    func compose(_ letter: Letter, at now: Instant = Sample.monday, seed: UInt64 = 1) throws -> Mail {
        var generator = Dice(seed: seed)
        return try Composer(programme: programme, templates: templates, zones: Self.zones)
            .compose(letter, at: now, using: &generator)
    }

    /// The letter that tells one person of the meeting for the first time.
    func invitation(
        to person: String, of meeting: Meeting? = nil, in relationship: Relationship = Sample.relationship
    ) throws -> Letter {
        let letters = try convergence.letters(
            from: nil, to: announcement(of: meeting, in: relationship), at: Self.monday
        ).letters
        return try #require(letters.first { $0.recipient.person == Person.ID(person) })
    }

    func reminder(
        _ template: TemplateName, to person: String, as role: Role, of meeting: Meeting? = nil
    ) throws -> Letter {
        Letter(
            template: template, recipient: try recipient(person, as: role), relationship: Self.relationship,
            meeting: try announcement(of: meeting))
    }

    /// A letter about the relationship, with a held meeting behind and an announced one ahead.
    func letter(_ template: TemplateName, to person: String, as role: Role) throws -> Letter {
        Letter(
            template: template, recipient: try recipient(person, as: role), relationship: Self.relationship,
            history: try Self.history())
    }

    static func history() throws -> Facts.History {
        var held = try meeting(at: "2026-11-05T18:30")
        held.state = .held
        var missed = try meeting(at: "2026-11-26T18:30")
        missed.state = .missed
        return Facts.History([held, missed, try meeting()], now: monday)
    }

    static func digest() throws -> Digest {
        var digest = Digest()
        (digest.held, digest.missed, digest.mails) = (3, 1, 42)
        digest.coming = [try meeting()]
        digest.unanswered = [Digest.Waiting(meeting: try meeting(), people: [Person.ID("thomas")])]
        digest.silent = [Digest.Silence(relationship: relationship.id, lastHeld: date("2026-10-01"))]
        digest.gaps = [Digest.Gap(relationship: relationship.id, until: date("2027-01-28"))]
        digest.undelivered = [Digest.Undelivered(person: Person.ID("paul"), reason: "550 5.1.1 unknown user")]
        digest.heldBack = [Digest.HeldBack(rule: Rule.ID("silence"), reason: "there is no value for it")]
        digest.uninvited = [try meeting()]
        digest.setAside = 2
        return digest
    }

    // MARK: - Reading literals

    @Sendable static func zones(_ name: String) -> Zone? {
        guard Zone.isName(name), let data = FileManager.default.contents(atPath: "/usr/share/zoneinfo/\(name)") else {
            return nil
        }
        return try? Zone(name: name, tzif: [UInt8](data))
    }

    private static func zone(_ name: String) -> Zone {
        guard let zone = zones(name) else { preconditionFailure("the tests need tzdata") }
        return zone
    }

    static func instant(_ text: String) -> Instant {
        guard let instant = Instant(text) else { preconditionFailure("not an instant: \(text)") }
        return instant
    }

    static func date(_ text: String) -> CivilDate {
        guard let date = CivilDate(text) else { preconditionFailure("not a date: \(text)") }
        return date
    }

    static func address(_ text: String) -> EmailAddress {
        guard let address = EmailAddress(text) else { preconditionFailure("not an address: \(text)") }
        return address
    }
}

/// Throws the same numbers for the same seed (SplitMix64).
struct Dice: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

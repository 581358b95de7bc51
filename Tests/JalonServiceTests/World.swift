import CivilTime
import Configuration
import Foundation
import JalonService
import Ledger
import Mentoring
import Testing

/// A small programme in files, its ledger, and a wheel that is turned by hand.
struct World {
    let directory: URL
    let ledger: Ledger
    var wheel: Wheel

    /// Claire with Thomas and with Léa; Nadia mediates. Everything begins in December 2026.
    static let people = """
        people:
          claire: {name: Claire Durand, email: claire@exemple.fr, available: [thu 18:00-21:00, tue 12:00-14:00]}
          thomas: {name: Thomas Petit, email: thomas@exemple.fr, available: [thu 18:00-21:00]}
          lea: {name: Léa Martin, email: lea@exemple.fr, language: en, available: [thu 17:00-21:00, tue 12:00-14:00]}
          nadia: {name: Nadia Benali, email: nadia@exemple.fr}
        """

    static let relationships = """
        relationships:
          claire-thomas:
            mentor: claire
            mentee: thomas
            mediator: nadia
            start: 2026-12-01
            end: 2027-11-30
            sessions: {prefer: thu 18:30, then: {video: "https://visio.exemple.fr/claire-thomas"}}
          claire-lea:
            mentor: claire
            mentee: lea
            start: 2026-12-01
            end: 2027-11-30
            sessions: {prefer: tue 12:00}
        """

    static let rules = """
        rules:
          invitation: {trigger: 6 weeks before session, send: {invitation: everyone}}
          day-before: {trigger: 1 day before session, send: {template: day-before, to: everyone}}
          prepare: {trigger: "3 days before session", send: {template: prepare, to: mentee}}
        """

    static let programme = """
        programme:
          name: Mentorat Exemple
          mailbox: Mentorat Exemple <mentorat@exemple.fr>
          timezone: Europe/Paris
          language: fr
          coordinator: nadia
        defaults:
          sessions: {every: 3-4 weeks, lasts: 1h30, max_gap: 6 weeks}
          reviews: {every: 3 months, lasts: 2h, with: session}
          hours: mon-fri 08:00-21:00
          notice: 5 days
        include: [people.yaml, relationships.yaml, rules.yaml]
        """

    init(
        people: String = Self.people, relationships: String = Self.relationships, rules: String = Self.rules,
        programme: String = Self.programme, ledger: Ledger? = nil
    ) throws {
        directory = FileManager.default.temporaryDirectory.appendingPathComponent("jalon-\(UUID().uuidString)")
        self.ledger = try ledger ?? Ledger.inMemory()
        let configuration = try Self.configuration(
            in: directory, people: people, relationships: relationships, rules: rules, programme: programme)
        wheel = Wheel(ledger: self.ledger, configuration: configuration, source: .seeded(state: 7))
    }

    /// When the sample's configurations are read.
    static let today = CivilDate(dayNumber: 20_759)

    static func configuration(
        in directory: URL, people: String = Self.people, relationships: String = Self.relationships,
        rules: String = Self.rules, programme: String = Self.programme
    ) throws -> Configuration {
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        let files = [
            "jalon.yaml": programme, "people.yaml": people, "relationships.yaml": relationships, "rules.yaml": rules,
        ]
        for (name, text) in files {
            try Data(text.utf8).write(to: directory.appendingPathComponent(name))
        }
        let loaded = try Check.loaded(from: directory.path, today: Self.today)
        return try #require(loaded.configuration, "\(loaded.diagnostics)")
    }

    func edited(
        people: String = Self.people, relationships: String = Self.relationships
    ) throws -> Configuration {
        try Self.configuration(in: directory, people: people, relationships: relationships)
    }

    /// A moment on the wall clock of the programme.
    func moment(_ text: String) throws -> Instant {
        wheel.configuration.programme.zone.instant(of: try #require(LocalDateTime(text)))
    }

    /// Turns the wheel at each moment that it names, and takes every mail as sent, until `end`.
    @discardableResult
    mutating func run(from start: String, until end: String) throws -> [OutboxEntry] {
        let before = try ledger.lastMailID()
        var now = try moment(start)
        let last = try moment(end)
        while now <= last {
            let next = try wheel.turn(at: now)
            try ledger.settleAllAsSent(at: now)
            guard let next, next > now else { break }
            now = next
        }
        return try ledger.outbox(after: before)
    }
}

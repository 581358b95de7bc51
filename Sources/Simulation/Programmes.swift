import CivilTime
import Configuration
import Foundation
import Synchronization

/// The configurations that a run goes through: one small programme, with any of ten edits.
struct Programmes: Sendable {
    /// What an admin may have changed.
    enum Edit: Int, CaseIterable, Sendable {
        case thomasAway, otherPlace, otherAddress, secondEnds, otherHour, holiday, earlyEnd, otherZone, renamed,
            otherMentor
    }

    private static let known = Mutex<[Set<Edit>: Configuration]>([:])
    /// When the configurations are read.
    private static let today = CivilDate(dayNumber: 20_780)

    static func configuration(with edits: Set<Edit>) throws -> Configuration {
        if let configuration = known.withLock({ $0[edits] }) { return configuration }
        let files = ["jalon.yaml": text(with: edits), "holidays.ics": holidays]
        let configuration = try Configuration.read(files, today: today)
        known.withLock { $0[edits] = configuration }
        return configuration
    }

    private static let holidays = """
        BEGIN:VCALENDAR
        VERSION:2.0
        PRODID:-//exemple.fr//FR
        BEGIN:VEVENT
        UID:1@exemple.fr
        DTSTAMP:20261101T000000Z
        DTSTART;VALUE=DATE:20261215
        SUMMARY:Fermeture
        END:VEVENT
        BEGIN:VEVENT
        UID:2@exemple.fr
        DTSTAMP:20261101T000000Z
        DTSTART;VALUE=DATE:20261217
        SUMMARY:Fermeture
        END:VEVENT
        END:VCALENDAR
        """.replacingOccurrences(of: "\n", with: "\r\n") + "\r\n"

    private static func text(with edits: Set<Edit>) -> String {
        func when(_ edit: Edit, _ text: String, else other: String = "") -> String {
            edits.contains(edit) ? text : other
        }
        let first = when(.renamed, "claire-et-thomas", else: "claire-thomas")
        let second = """
              claire-lea:
                mentor: \(when(.otherMentor, "paul", else: "claire"))
                mentee: lea
                start: 2026-12-01
                end: 2027-01-31
                sessions: {prefer: tue 12:00}
            """
        return """
            programme:
              name: Mentorat Exemple
              mailbox: Mentorat Exemple <mentorat@exemple.fr>
              timezone: Europe/Paris
              language: fr
              coordinator: nadia
            answers: {piped: true}
            \(when(.holiday, "calendars: {holidays: [holidays.ics]}"))
            defaults:
              sessions: {every: 5-8 days, lasts: 1h, max_gap: 20 days}
              hours: mon-fri 08:00-21:00
              notice: 2 days
            people:
              claire: {name: Claire Durand, email: claire@exemple.fr, available: [thu 18:00-21:00, tue 12:00-14:00]}
              paul: {name: Paul Roux, email: paul@exemple.fr, available: [mon 12:00-14:00, tue 12:00-14:00]}
              thomas:
                name: Thomas Petit
                email: thomas@exemple.fr
                available: [thu 18:00-21:00, tue 12:00-14:00]
                \(when(.thomasAway, "away: [2026-12-07..2026-12-12]"))
              lea:
                name: Léa Martin
                email: \(when(.otherAddress, "lea.martin@exemple.fr", else: "lea@exemple.fr"))
                language: en
                \(when(.otherZone, "timezone: Europe/London"))
                available: [mon 11:00-14:00, tue 11:00-15:00]
              nadia: {name: Nadia Benali, email: nadia@exemple.fr}
            relationships:
              \(first):
                \(when(.renamed, "formerly: claire-thomas"))
                mentor: claire
                mentee: thomas
                mediator: nadia
                start: 2026-12-01
                end: \(when(.earlyEnd, "2026-12-10", else: "2027-01-31"))
                sessions:
                  prefer: \(when(.otherHour, "thu 19:30", else: "thu 18:30"))
                  then: {video: "https://visio.exemple.fr/\(when(.otherPlace, "salle-2", else: "salle-1"))"}
            \(when(.secondEnds, "", else: second))
            rules:
              invitation: {trigger: 10 days before session, send: {invitation: everyone}}
              day-before: {trigger: 1 day before session, send: {template: day-before, to: everyone}}
              hour-before: {trigger: 2 hours before session, send: {template: day-before, to: mentor}}
              prepare: {trigger: 3 days before session, send: {template: prepare, to: mentee}}
            """
    }
}

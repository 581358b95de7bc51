import CivilTime
import Configuration
import Foundation
import Mentoring

/// Who takes part in the quarter, and how they answer.
struct QuarterCast {
    static let begins = Instant(secondsSinceEpoch: 1_796_108_400)
    static let ends = begins.adding(seconds: 91 * 86_400)

    let configuration: Configuration
    let habits: [Person.ID: QuarterReader.Habit]
    /// What must have happened, or the quarter has shown nothing.
    let least = [
        ("answered", 20), ("moved by answer", 1), ("bounced", 2), ("new dates after a decline", 2),
        ("addresses suspended", 1), ("meetings held", 10), ("mails sent", 100),
    ]

    private static let mentees: [(name: String, habit: QuarterReader.Habit)] = [
        ("lea", .accepts), ("hugo", .declinesFirst), ("ines", .proposesFirst), ("jules", .answersInWords),
        ("karim", .isAway), ("lou", .isForged), ("manon", .asksAgain), ("noe", .silent),
    ]

    init() throws {
        var people = ["nadia: {name: Nadia Benali, email: nadia@exemple.fr}"]
        var relationships: [String] = []
        var habits: [Person.ID: QuarterReader.Habit] = [:]
        let gone = ("olga", QuarterReader.Habit.silent)
        for (number, (name, habit)) in (Self.mentees + [gone]).enumerated() {
            let domain = name == gone.0 ? "parti.example.org" : "exemple.fr"
            people.append("\(name): {name: \(name.capitalized) Martin, email: \(name)@\(domain)}")
            people.append("mentor-\(number): {name: Mentor \(number), email: mentor-\(number)@exemple.fr}")
            relationships.append(
                "\(name)-\(number): {mentor: mentor-\(number), mentee: \(name), mediator: nadia, start: 2026-12-01}")
            habits[Person.ID(name)] = habit
            habits[Person.ID("mentor-\(number)")] = .accepts
        }
        self.habits = habits
        let text = """
            programme:
              name: Mentorat Exemple
              mailbox: Mentorat Exemple <mentorat@exemple.fr>
              timezone: Europe/Paris
              language: fr
              coordinator: nadia
            answers: {piped: true}
            defaults:
              sessions: {every: 3-4 weeks, lasts: 1h30, max_gap: 6 weeks}
              reviews: {every: 3 months, lasts: 2h, with: session}
              hours: mon-fri 08:00-21:00
            people:
            \(people.map { "  \($0)" }.joined(separator: "\n"))
            relationships:
            \(relationships.map { "  \($0)" }.joined(separator: "\n"))
            rules:
              invitation: {trigger: 3 weeks before session, send: {invitation: everyone}}
              prepare: {trigger: 3 days before session, send: {template: prepare, to: mentee}}
              day-before: {trigger: 1 day before session, send: {template: day-before, to: everyone}}
              met: {trigger: 1 day after session, send: {template: did-you-meet, to: mentee}}
            """
        configuration = try Configuration.read(["jalon.yaml": text], today: CivilDate(dayNumber: 20_780))
    }
}

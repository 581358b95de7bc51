import CivilTime
import Ledger
import Mentoring

/// How much goes out by itself in 24 hours because of what one person writes, or of what is written in their name.
///
/// What is beyond is for people: the coordinator is told, once.
struct Allowance {
    /// About one meeting, …
    static let mostAboutOne = 3
    /// … and in all.
    static let mostInAll = 10

    let ledger: Ledger
    let now: Instant

    /// - Parameter subject: the meeting, or the relationship where it is about no meeting.
    func isLeft(to person: Person.ID, _ kind: AutomaticAnswer.Kind, about subject: String) throws -> Bool {
        let subjects = try ledger.automaticAnswers(to: person, kind, at: now)
        return subjects.count < Self.mostInAll && subjects.count(where: { $0 == subject }) < Self.mostAboutOne
    }
}

import CivilTime
import GRDB
import Mentoring

// Each event that rules are told of has a number of its own, and so has each person's share in it: two who ask for the
// mediator in one second, and one who declines twice, are four different things that have happened.

extension Ledger {
    /// Firings with the number of their event; those of dates, and steps, which have their rule's, stay as they are.
    static func numbered(_ firings: [Firing], in database: Database) throws -> [Firing] {
        guard firings.contains(where: \.isOfNewEvent) else { return firings }
        var last = try fact(.events, in: database).flatMap { Int($0) } ?? 0
        var numbers: [Person.ID?: Int] = [:]
        let numbered = firings.map { firing in
            guard firing.isOfNewEvent else { return firing }
            var firing = firing
            if numbers[firing.person] == nil {
                last += 1
                numbers[firing.person] = last
            }
            firing.key.occurrence = numbers[firing.person] ?? last
            return firing
        }
        try save(.events, String(last), in: database)
        return numbered
    }

    /// Firings that do not send, with the reason, so that whoever asks why finds each.
    static func enter(folded: [Changes.Folded], in database: Database, at now: Instant) throws {
        let firings = try numbered(folded.map(\.firing), in: database)
        try enter(firings, in: database, at: now)
        for (firing, fold) in zip(firings, folded) {
            try save(Changes.Outcome(firing.key, fold.reason.code), in: database, at: now)
        }
    }
}

extension Firing {
    /// It comes of something that has just happened, and has no number yet.
    fileprivate var isOfNewEvent: Bool { cause == .event && key.step == 0 && key.occurrence == 0 }
}

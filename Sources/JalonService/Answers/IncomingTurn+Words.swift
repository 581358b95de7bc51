import CivilTime
import Correspondence
import Ledger
import Mentoring

// What plain words ask.

extension IncomingTurn {
    /// Whether a meeting took place, which is as good as an order.
    mutating func note(
        _ met: Bool, _ id: Meeting.ID, by person: Person.ID, said: Instant
    ) throws -> String {
        let turn = try OrderTurn(
            met ? .held : .missed, about: id, office: wheel.office, ledger: wheel.ledger, at: now, said: said)
        let incoming = Incoming.met(id, person, met, at: said)
        let known = try wheel.ledger.meeting(id)
        if let last = known?.said, last >= said {
            return leave("a later word on it is known, or this one is", incoming)
        }
        adopt(try wheel.replan(turn.asked, directives: turn.directives, at: now))
        let state = met ? "held" : "missed"
        var rest = ""
        // What was said is true however often it is said; what goes out because of it has a bound.
        if known?.state != (met ? .held : .missed), try !spend(.answer, person, about: id) {
            foldWhatArose(about: id)
            rest = "; too often in one day, the rest is for people"
        }
        changes.journal.append(
            JournalEntry("\(state) by answer", subject: "\(id) \(wheel.ledger.opaqueID(of: person))"))
        return "\(id): \(state)\(rest)"
    }

    /// A call for help is not lost because no rule waits for it: then the mediator hears of it from Jalon itself.
    ///
    /// It goes at once, and once a day from each person: whoever repeats it delays nobody else's.
    mutating func askMediator(
        of id: Relationship.ID, for person: Person.ID, written: Instant
    ) throws -> String {
        let firings = wheel.office.rules.firings(on: .mediatorAskedFor, in: id, by: person, at: now)
        // The day on which it was written as well: a copy that comes later is the same call.
        let days = Set([now, min(written, now)].map { programme.zone.local(at: $0).date })
        let marks = days.map { "\(MailMark(callFrom: person, in: id, on: $0))" }
        let keys = days.map { OwedLetter.key(ofCallFrom: person, in: id, on: $0) }
        guard try !marks.contains(where: wheel.ledger.isTakenIn), try !keys.contains(where: wheel.ledger.hasMail) else {
            changes.folded = firings.map { Changes.Folded($0, .askedAlready) }
            changes.journal.append(JournalEntry("mediator asked for again", subject: wheel.ledger.opaqueID(of: id)))
            return "the mediator is asked for, and has been today"
        }
        changes.marks = marks.map { TakenInMark($0, from: person, kind: "call") }
        changes.arisen = firings
        changes.journal.append(JournalEntry("mediator asked for", subject: wheel.ledger.opaqueID(of: id)))
        guard let relationship = programme.relationships[id],
            let mediator = relationship.mediator.flatMap({ programme.people[$0] }),
            !firings.contains(where: { $0.key.recipient == mediator.id })
        else { return "the mediator is asked for" }
        let today = programme.zone.local(at: now).date
        let owed = OwedLetter(callFrom: person, in: relationship, to: mediator, on: today)
        try wheel.office.owe(owed, in: &changes, ledger: wheel.ledger, at: now, using: &wheel.source)
        return "the mediator is asked for"
    }
}

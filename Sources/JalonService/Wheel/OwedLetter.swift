import CivilTime
import Correspondence
import Mentoring

/// A letter with what the outbox needs to know of it.
struct OwedLetter: Sendable {
    var key: String
    var relationship: Relationship.ID
    var letter: Letter
    /// It goes out in answer to a mail that has come in: what is owed without one goes before it.
    var isAnswer = false
    /// It waits for no other mail to its recipient.
    var isUrgent = false
    /// Nobody but its recipient is to learn of it.
    var isConfidential = false

    init(key: String, relationship: Relationship.ID, letter: Letter) {
        self.key = key
        self.relationship = relationship
        self.letter = letter
    }

    /// Somebody's call for help, in Jalon's own words: one a day.
    init(callFrom person: Person.ID, in relationship: Relationship, to mediator: Person, on day: CivilDate) {
        self.init(
            key: Self.key(ofCallFrom: person, in: relationship.id, on: day), relationship: relationship.id,
            letter: Letter(
                template: .mediatorAsked, recipient: Recipient(mediator, as: .mediator), relationship: relationship,
                asker: person))
        isUrgent = true
        isConfidential = true
    }

    static func key(ofCallFrom person: Person.ID, in relationship: Relationship.ID, on day: CivilDate) -> String {
        "mediator asked for \(relationship) \(day) \(person)"
    }
}

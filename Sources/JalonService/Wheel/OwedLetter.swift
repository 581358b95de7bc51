import Correspondence
import Mentoring

/// A letter with what the outbox needs to know of it.
struct OwedLetter: Sendable {
    var key: String
    var relationship: Relationship.ID
    var letter: Letter
}

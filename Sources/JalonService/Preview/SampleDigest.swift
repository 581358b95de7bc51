import CivilTime
import Correspondence
import Mentoring

/// A digest with something in most of its parts, for a programme that has nothing to tell yet.
struct SampleDigest {
    let programme: Programme
    /// The meetings that are planned.
    let meetings: [Meeting]

    func digest(at now: Instant) -> Digest {
        var digest = Digest()
        digest.held = 6
        digest.missed = 1
        digest.mails = 42
        let today = programme.zone.local(at: now).date
        if let first = meetings.first {
            let week = first.starts.adding(seconds: 7 * 86_400)
            digest.coming = meetings.prefix { $0.starts < week }.map { $0 }
        }
        let relationships = programme.relationships.values.sorted { $0.id < $1.id }
        if let silent = relationships.last {
            digest.silent = [Digest.Silence(relationship: silent.id, lastHeld: today.adding(days: -45))]
        }
        if let relationship = relationships.first {
            digest.gaps = [Digest.Gap(relationship: relationship.id, until: today.adding(days: 50))]
            digest.undelivered = relationship.mentees.prefix(1).map { person in
                Digest.Undelivered(person: person, reason: "550 5.1.1 Mailbox unavailable")
            }
        }
        return digest
    }
}

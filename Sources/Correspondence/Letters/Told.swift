import MailMessage
import Mentoring

/// One address that is told of a meeting, has been told, or both.
struct Told {
    /// In which language somebody was told, and is told now.
    struct Languages: Hashable {
        var before: Language
        var after: Language
    }

    /// As they are now; as they were, for somebody who is on the invitation no longer.
    let participant: Announcement.Participant
    let languages: Languages

    var address: EmailAddress { participant.address }

    /// An attendee is an address: a person with a new one is told twice.
    static func all(from old: Announcement?, to new: Announcement?) -> [Told] {
        let before = old?.participants ?? []
        let after = new?.participants ?? []
        let stayedOrJoined = after.map { participant in
            let earlier = before.first { $0.address == participant.address }
            return Told(
                participant: participant,
                languages: Languages(
                    before: earlier?.language ?? participant.language, after: participant.language))
        }
        let addresses = Set(after.map(\.address))
        let left = before.filter { !addresses.contains($0.address) }.map { participant in
            Told(
                participant: participant,
                languages: Languages(before: participant.language, after: participant.language))
        }
        var seen: Set<EmailAddress> = []
        return (stayedOrJoined + left).filter { seen.insert($0.address).inserted }
    }
}

extension Letter {
    /// Who frees a slot is told before who takes it.
    enum Order: CaseIterable { case cancellation, invitation, update }

    var order: Order {
        switch template {
        case .cancellation: .cancellation
        case .update: .update
        default: .invitation
        }
    }
}

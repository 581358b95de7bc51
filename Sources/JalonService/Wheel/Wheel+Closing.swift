import CivilTime
import Ledger
import Mentoring

extension Wheel {
    /// Announced meetings that are over, and of which nobody has said a word, count as held; as missed where somebody
    /// who is needed has declined, or where the coordinator is to be asked.
    mutating func close(at now: Instant) throws {
        let over = try ledger.meetingsOver(at: now.adding(seconds: -office.programme.patience))
        guard !over.isEmpty else { return }
        var changes = Changes()
        for var meeting in over {
            let announcement = try ledger.announcement(of: meeting.id)
            let isDeclined = announcement?.answers.contains(.declined) ?? false
            let isUndecided = office.programme.followsAnswers && office.programme.assumption == .ask && !isDeclined
            meeting.state = isDeclined || isUndecided ? .missed : .held
            changes.meetings.append(meeting)
            changes.firings[.meeting(meeting.id)] =
                meeting.state == .held ? office.rules.firings(of: meeting, isLast: false) : []
            changes.arisen += office.rules.firings(
                on: meeting.state == .held ? .meetingHeld : .meetingMissed, about: meeting, in: meeting.relationship,
                at: now)
            changes.journal.append(JournalEntry(meeting.state.rawValue, subject: meeting.id.rawValue))
            if isUndecided {
                let note = CoordinatorNote(.undecided, about: announcement, in: meeting.relationship)
                try note.owe(isAnswer: false, by: office, in: &changes, ledger: ledger, at: now, using: &source)
            }
        }
        try commit(changes, at: now)
    }
}

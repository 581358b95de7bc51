import CivilTime
import Correspondence
import Ledger
import Mentoring

/// Makes the letter that is to be looked at, as the wheel would make it.
struct PreviewLetters {
    let template: TemplateName
    let choice: PreviewChoice
    /// Its people read the language that was asked for.
    let office: Office
    /// The daemon's own; nil before the first start.
    let ledger: Ledger?
    let forecast: Forecast

    /// A letter, and the moment at which it would go.
    func letter(at now: Instant) throws -> (letter: Letter, moment: Instant) {
        guard let relationship = choice.relationship else { return (try programmeLetter(at: now), now) }
        let meetings = try forecast.ledger.meetings(
            in: [.planned, .announced, .held, .missed], of: [relationship.id])
        guard let meeting = choice.meeting else {
            let history = Facts.History(meetings, met: relationship.met, now: now)
            return (letter(about: relationship, nil, history), now)
        }
        if PreviewReaders.goesByInvitation(template) {
            return (try calendarLetter(about: meeting, in: relationship, at: now), now)
        }
        let times = PreviewMoment(office: office, now: now)
        let moment = times.moment(of: template, about: meeting, to: choice.person.id)
        let history = Facts.History(
            times.meetings(meetings, at: moment), met: relationship.met, now: moment)
        let present = try announcement(of: meeting, in: relationship, at: now)
        return (try threaded(letter(about: relationship, present, history)), moment)
    }

    private var recipient: Recipient {
        // A coordinator who mediates reads it as the coordinator, as the wheel writes it.
        Recipient(
            office.programme.people[choice.person.id] ?? choice.person,
            as: template == .coordinatorNote ? .coordinator : choice.role)
    }

    private func programmeLetter(at now: Instant) throws -> Letter {
        var letter = Letter(template: template, recipient: recipient)
        if template == .heldBack {
            letter.waiting = Wheel.mostAfterAbsence + 1
        } else if let ledger {
            letter.digest = try DigestMaker(office: office, ledger: ledger).digest(at: now)
        } else {
            letter.digest = SampleDigest(programme: office.programme, meetings: forecast.meetings).digest(at: now)
        }
        return letter
    }

    private func letter(
        about relationship: Relationship, _ announcement: Announcement?, _ history: Facts.History
    ) -> Letter {
        var letter = Letter(
            template: template, recipient: recipient, relationship: relationship, meeting: announcement,
            history: history, ordinal: choice.meeting?.ordinal,
            asker: template == .mediatorAsked ? relationship.mentees.first : nil)
        if template == .coordinatorNote {
            (letter.concern, letter.concerned) = (.pauseWanted, relationship.mentees.first)
        }
        if template == .counterDeclined, let start = announcement?.start {
            letter.alternatives = [7, 14].map { start.adding(seconds: $0 * 86_400) }
        }
        return letter
    }

    /// An update tells of a meeting that was announced for an hour later.
    private func calendarLetter(
        about meeting: Meeting, in relationship: Relationship, at now: Instant
    ) throws -> Letter {
        let present = try announcement(of: meeting, in: relationship, at: now)
        var later = meeting
        later.start = later.start.adding(seconds: 3_600)
        later.starts = later.starts.adding(seconds: 3_600)
        let earlier = try announcement(of: later, in: relationship, at: now)
        let (old, new): (Announcement?, Announcement?) =
            switch template {
            case .invitation: (nil, present)
            case .cancellation: (present, nil)
            default: (earlier, present)
            }
        let letters = try office.convergence.letters(from: old, to: new, at: now).letters
        guard var letter = letters.first(where: { $0.recipient.person == choice.person.id }) else {
            throw PreviewError.noRole(choice.person.id, relationship.id)
        }
        letter.template = template
        return template == .invitation ? letter : try threaded(letter)
    }

    /// What is true of the meeting, with the identity under which it was announced, where it was.
    private func announcement(
        of meeting: Meeting, in relationship: Relationship, at now: Instant
    ) throws -> Announcement {
        var meeting = meeting
        meeting.state = .announced
        return Announcement(
            of: meeting, in: relationship, programme: office.programme,
            previous: template == .invitation ? nil : try ledger?.announcement(of: meeting.id), at: now)
    }

    private func threaded(_ letter: Letter) throws -> Letter {
        var letter = letter
        if let meeting = letter.meeting?.meeting {
            letter.thread = try ledger?.thread(of: meeting, with: letter.recipient.address).map { [$0] } ?? []
        }
        return letter
    }
}

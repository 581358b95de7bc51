import CivilTime
import Correspondence
import Mentoring

/// When a text would go, so that "tomorrow" is tomorrow, and what will stand by then.
struct PreviewMoment {
    let office: Office
    let now: Instant

    /// The time at which a rule sends a text about a meeting to somebody, or the usual time where none does; not before
    /// now.
    func moment(of template: TemplateName, about meeting: Meeting, to person: Person.ID) -> Instant {
        let dues = [Meeting.State.announced, .held].flatMap { state in
            var meeting = meeting
            meeting.state = state
            return office.rules.firings(of: meeting, isLast: true).filter { firing in
                firing.key.recipient == person && office.rules.rule(firing.key.rule)?.action.template == template
            }.map(\.due)
        }
        return max(now, dues.min() ?? usual(template, meeting))
    }

    private func usual(_ template: TemplateName, _ meeting: Meeting) -> Instant {
        switch template {
        case .dayBefore: meeting.starts.adding(seconds: -86_400)
        case .didYouMeet, .practise, .reviewSummaryRequest: meeting.ends.adding(seconds: 86_400)
        default: now
        }
    }

    /// The meetings as they stand at a moment ahead if all goes as planned: what is over was held, and what a rule
    /// announces by then is announced.
    func meetings(_ meetings: [Meeting], at moment: Instant) -> [Meeting] {
        meetings.map { meeting in
            guard meeting.state == .planned || meeting.state == .announced else { return meeting }
            var meeting = meeting
            if meeting.ends <= moment {
                meeting.state = .held
            } else if meeting.state == .planned, isAnnounced(meeting, by: moment) {
                meeting.state = .announced
            }
            return meeting
        }
    }

    private func isAnnounced(_ meeting: Meeting, by moment: Instant) -> Bool {
        office.rules.firings(of: meeting, isLast: true).contains { firing in
            firing.due <= moment && office.rules.rule(firing.key.rule)?.action.template == .invitation
        }
    }
}

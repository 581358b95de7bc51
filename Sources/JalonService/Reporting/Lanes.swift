import CivilTime
import Ledger
import Mentoring
import Report

/// A programme's relationships with their meetings, as a timeline shows them.
struct Lanes {
    let programme: Programme
    let ledger: Ledger
    /// The first day whose meetings are shown; nil for all.
    var from: CivilDate?
    let through: CivilDate

    /// In the order of the relationships' ids.
    func all() throws -> [RehearsalReport.Lane] {
        let announcements = try ledger.announcements()
        let meetings = try ledger.meetings(in: Set(Meeting.State.allCases))
            .filter { $0.start.date <= through && isShown($0.start.date) }
        let grouped = Dictionary(grouping: meetings, by: \.relationship)
        return programme.relationships.values.sorted { $0.id < $1.id }.map { relationship in
            lane(of: relationship, meetings: grouped[relationship.id] ?? [], announcements)
        }
    }

    private func isShown(_ date: CivilDate) -> Bool { from.map { $0 <= date } ?? true }

    private func lane(
        of relationship: Relationship, meetings: [Meeting], _ announcements: [Meeting.ID: Announcement]
    ) -> RehearsalReport.Lane {
        let people = relationship.parties.compactMap { programme.people[$0] }
        return RehearsalReport.Lane(
            id: relationship.id.rawValue, title: relationship.id.rawValue, people: people.map(\.name),
            start: relationship.start, end: relationship.end,
            meetings: meetings.sorted { ($0.starts, $0.id) < ($1.starts, $1.id) }.map { meeting in
                mark(of: meeting, announcement: announcements[meeting.id])
            }, absences: people.flatMap(\.away))
    }

    private func mark(of meeting: Meeting, announcement: Announcement?) -> RehearsalReport.Mark {
        let kind: RehearsalReport.Mark.Kind =
            switch meeting.kind {
            case .session: .session
            case .review: .review
            default: .other(meeting.kind.rawValue)
            }
        let isVideo = if case .video = meeting.place { true } else { false }
        let first = announcement?.firstStart
        return RehearsalReport.Mark(
            start: meeting.start, minutes: meeting.minutes, kind: kind, place: meeting.place?.text, isVideo: isVideo,
            state: meeting.state.mark,
            title: RehearsalReport.Mark.title(
                kind, ordinal: meeting.ordinal(in: meeting.kind) ?? meeting.ordinal,
                language: programme.language.rawValue),
            movedFrom: first == meeting.start ? nil : first)
    }
}

extension Meeting.State {
    fileprivate var mark: RehearsalReport.Mark.State {
        switch self {
        case .planned: .planned
        case .announced: .announced
        case .held: .held
        case .missed: .missed
        case .cancelled: .cancelled
        }
    }
}

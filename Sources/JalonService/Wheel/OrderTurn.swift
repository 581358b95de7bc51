import CivilTime
import Configuration
import Ledger
import Mentoring

/// What an order about a meeting or a relationship means: checked against what is true, and put as what the plan is to
/// follow.
struct OrderTurn {
    private(set) var asked = Asked()
    /// What is ordered about the relationship from now on.
    private(set) var directives: [Relationship.ID: [Directive]] = [:]
    /// What the answer begins with.
    private(set) var summary: String
    private(set) var entry: JournalEntry
    /// What speaks against the time of a move that is made all the same.
    private(set) var doubts: [String] = []

    private let office: Office
    private let ledger: Ledger
    private let now: Instant
    /// When what is ordered was said.
    private var said: Instant

    private init(office: Office, ledger: Ledger, now: Instant, relationship: Relationship.ID, entry: JournalEntry) {
        self.office = office
        self.ledger = ledger
        self.now = now
        self.entry = entry
        said = now
        summary = ""
        asked.only = [relationship]
    }

    // MARK: - Meetings

    /// - Parameter said: when it was ordered, or said by mail; now where it is nil.
    init(
        _ order: MeetingOrder, about id: Meeting.ID, office: Office, ledger: Ledger, at now: Instant,
        said: Instant? = nil
    ) throws {
        guard let meeting = try ledger.meeting(id) else { throw OrderRefusal.noSuchMeeting(id) }
        guard let relationship = office.programme.relationships[meeting.relationship] else {
            throw OrderRefusal.noSuchRelationship(meeting.relationship)
        }
        self.init(
            office: office, ledger: ledger, now: now, relationship: relationship.id,
            entry: JournalEntry("\(order.verb) by order", subject: id.rawValue))
        self.said = said ?? now
        switch order {
        case .move(let start): try move(meeting, to: start, in: relationship)
        case .cancel: try cancel(meeting, in: relationship)
        case .held: try close(meeting, as: .held, saying: "counts as held")
        case .missed: try close(meeting, as: .missed, saying: "counts as missed")
        }
    }

    private mutating func move(_ meeting: Meeting, to start: LocalDateTime, in relationship: Relationship) throws {
        guard meeting.isAhead(at: now) else { throw OrderRefusal.notAhead(meeting.id, meeting.state) }
        guard case .unique(let starts) = relationship.zone.resolve(start) else {
            throw OrderRefusal.noSuchHour(start, relationship.zone)
        }
        guard starts > now else { throw OrderRefusal.past(start) }
        var moved = meeting
        moved.start = start
        moved.starts = starts
        moved.zone = relationship.zone.name
        if (moved.start, moved.starts) != (meeting.start, meeting.starts) { moved.version += 1 }
        moved.isAskedFor = true
        var own = directives(of: relationship)
        own.removeAll { $0 == .skip(start.date) }
        let programme = office.programme.following([relationship.id: own])
        let ahead = try ledger.meetings(in: [.planned, .announced]).filter { $0.id != meeting.id }
        let others = ahead.filter { $0.state == .announced || $0.isAskedFor }
        if others.contains(where: { $0.relationship == relationship.id && $0.start.date == start.date }) {
            throw OrderRefusal.secondThatDay(start.date)
        }
        if let obstacle = programme.impossibility(of: moved, others: others) {
            throw OrderRefusal.impossible(obstacle)
        }
        let last = office.programme.zone.local(at: now).date.adding(days: PlanningTurn.horizon)
        guard start.date <= last else { throw OrderRefusal.beyondPlan(start, last) }
        if own != directives(of: relationship) { directives[relationship.id] = own }
        asked.meetings = [moved]
        // Whoever was to meet one of them at that time, and has not been told yet, gets another date.
        let displaced = ahead.filter { other in
            !others.contains { $0.id == other.id } && programme.impossibility(of: other, others: [moved]) != nil
        }
        asked.only?.formUnion(displaced.map(\.relationship))
        let held = try ledger.meetings(in: [.held], of: office.neighbourhood.around([relationship.id]))
        doubts =
            programme.conflicts(of: moved).map(\.description)
            + programme.fullMonths(with: moved, among: others + held).map {
                "\($0.person) would meet \($0.minutes) of \($0.most) minutes that month"
            }
        summary = "\(meeting.id) moves to \(start)"
        if !doubts.isEmpty { summary += " (\(doubts.joined(separator: "; ")))" }
    }

    private mutating func cancel(_ meeting: Meeting, in relationship: Relationship) throws {
        guard meeting.isAhead(at: now) else { throw OrderRefusal.notAhead(meeting.id, meeting.state) }
        asked.meetings = [meeting.calledOff()]
        directives[relationship.id] = directives(of: relationship) + [.skip(meeting.start.date)]
        summary = "\(meeting.id) on \(meeting.start.date) is cancelled"
    }

    private mutating func close(_ meeting: Meeting, as state: Meeting.State, saying: String) throws {
        guard [.announced, .held, .missed].contains(meeting.state) else {
            throw OrderRefusal.neverAnnounced(meeting.id, meeting.state)
        }
        guard meeting.starts <= now else { throw OrderRefusal.notYet(meeting.id, meeting.start) }
        var closed = meeting
        closed.state = state
        closed.said = max(said, meeting.said ?? said)
        asked.meetings = [closed]
        summary = "\(meeting.id) on \(meeting.start.date) \(saying)"
    }

    // MARK: - Relationships

    init(_ order: RelationshipOrder, about id: Relationship.ID, office: Office, ledger: Ledger, at now: Instant) throws
    {
        guard let relationship = office.configuration.programme.relationships[id] else {
            throw OrderRefusal.noSuchRelationship(id)
        }
        self.init(
            office: office, ledger: ledger, now: now, relationship: id,
            entry: JournalEntry("\(order.verb) by order", subject: ledger.opaqueID(of: id)))
        let today = relationship.zone.local(at: now).date
        var own = directives(of: relationship)
        switch order {
        case .pause(let first, let last):
            if let last, last < first { throw OrderRefusal.pauseBackwards(first, last) }
            if let last, last < today { throw OrderRefusal.pauseOver(last) }
            if let end = relationship.end, first > end { throw OrderRefusal.afterEnd(end) }
            // A pause that was left open ends where the new one does.
            let open = own.compactMap { directive -> CivilDate? in
                if case .pause(let first, nil) = directive { first } else { nil }
            }
            own.removeAll { if case .pause(_, nil) = $0 { true } else { false } }
            own.append(.pause(from: min(open.min() ?? .latest, max(first, today)), through: last))
            asked.event = .relationshipPauses
            summary = "\(id) pauses from \(max(first, today)) \(last.map { "to \($0)" } ?? "until it is resumed")"
        case .resume:
            let resumed = own.compactMap { $0.resumed(on: today) }
            guard resumed != own else { throw OrderRefusal.nothingToResume(id) }
            own = resumed
            asked.event = .relationshipResumes
            summary = "\(id) goes on"
        case .end(let day):
            guard day >= relationship.start else { throw OrderRefusal.endBeforeStart(relationship.start) }
            if let end = relationship.end, day > end { throw OrderRefusal.afterEnd(end) }
            own.removeAll { if case .end = $0 { true } else { false } }
            own.append(.end(on: day))
            if relationship.end.map({ day < $0 }) ?? true { asked.event = .relationshipEndsEarly }
            summary = "\(id) ends on \(day)"
        case .replan:
            let loose = try office.programme.unsuited(
                among: ledger.meetings(in: [.announced, .held]), of: id, now: now)
            asked.released = Set(loose.map(\.id))
            summary = loose.isEmpty ? "\(id): every announced meeting suits" : "\(id) is planned anew"
        }
        if own != directives(of: relationship) { directives[id] = own }
    }

    private func directives(of relationship: Relationship) -> [Directive] {
        office.directives[relationship.id] ?? relationship.formerly.flatMap { office.directives[$0] } ?? []
    }
}

extension Meeting {
    fileprivate func isAhead(at now: Instant) -> Bool {
        (state == .planned || state == .announced) && starts > now
    }
}

extension Directive {
    /// What is left of it once the relationship goes on; a pause that is over stays, for the rhythm begins after it.
    fileprivate func resumed(on today: CivilDate) -> Directive? {
        switch self {
        case .skip: self
        case .end: nil
        case .pause(let first, let last):
            if let last, last < today {
                self
            } else if first < today {
                .pause(from: first, through: today.adding(days: -1))
            } else {
                nil
            }
        }
    }
}

extension MeetingOrder {
    fileprivate var verb: String {
        switch self {
        case .move: "moved"
        case .cancel: "cancelled"
        case .held: "held"
        case .missed: "missed"
        }
    }
}

extension RelationshipOrder {
    fileprivate var verb: String {
        switch self {
        case .pause: "paused"
        case .resume: "resumed"
        case .end: "ended"
        case .replan: "replanned"
        }
    }
}

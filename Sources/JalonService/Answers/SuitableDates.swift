import CivilTime
import Ledger
import Mentoring

/// To which times a meeting could move because somebody asks for it: those that suit everybody and the rhythm.
struct SuitableDates {
    private let meeting: Meeting
    private let office: Office
    private let ledger: Ledger
    private let now: Instant

    /// Days around a proposal in which other dates are looked for, and how many are named.
    private static let reach = 14
    private static let most = 3

    init(of meeting: Meeting, office: Office, ledger: Ledger, now: Instant) {
        self.meeting = meeting
        self.office = office
        self.ledger = ledger
        self.now = now
    }

    private var zone: Zone? { office.programme.relationships[meeting.relationship]?.zone }

    /// What moving there asks of the plan; nil where the time does not suit.
    func move(to starts: Instant) throws -> OrderTurn? {
        guard let zone else { return nil }
        return try move(to: zone.local(at: starts))
    }

    /// The dates near a proposal that would do, at the hour that was proposed or at the present one; the nearest first.
    func nearest(to starts: Instant) throws -> [LocalDateTime] {
        guard let zone else { return [] }
        let proposed = zone.local(at: starts)
        var found: [LocalDateTime] = []
        for distance in 0...Self.reach where found.count < Self.most {
            for date in Set([proposed.date.adding(days: distance), proposed.date.adding(days: -distance)]).sorted() {
                let hours = [proposed.time, meeting.start.time].map { LocalDateTime(date, $0) }
                guard let start = try hours.first(where: { try $0 != meeting.start && move(to: $0) != nil }) else {
                    continue
                }
                found.append(start)
            }
        }
        return Array(found.prefix(Self.most)).sorted()
    }

    private func move(to start: LocalDateTime) throws -> OrderTurn? {
        let programme = office.programme
        guard let relationship = programme.relationships[meeting.relationship],
            start != meeting.start || relationship.zone.name != meeting.zone,
            start.date >= relationship.zone.local(at: now).date.adding(days: programme.noticeDays),
            !relationship.skipped.contains(start.date)
        else { return nil }
        do {
            let turn = try OrderTurn(.move(to: start), about: meeting.id, office: office, ledger: ledger, at: now)
            let moved = turn.asked.meetings.first ?? meeting
            let others = try ledger.meetings(in: [.announced, .held], of: [meeting.relationship])
            return turn.doubts.isEmpty && programme.keepsRhythm(moved, among: others) ? turn : nil
        } catch is OrderRefusal {
            return nil
        }
    }
}

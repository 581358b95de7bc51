public import CivilTime

/// Dates every meeting of every relationship, a rolling year ahead.
///
/// Each relationship is planned exactly, one after the other, against the diaries so far. Nothing but the arguments
/// counts: the same programme and the same meetings give the same plan on every machine.
public struct Planner: Sendable {
    public let programme: Programme

    public init(programme: Programme) {
        self.programme = programme
    }

    /// - Parameters:
    ///   - meetings: all that the ledger knows; held ones give the rhythm, announced ones that are possible stand.
    ///   - now: new dates lie at least the programme's notice after it.
    ///   - through: the last day that is planned.
    public func plan(meetings: [Meeting], now: Instant, through: CivilDate) -> [Relationship.ID: Plan] {
        let standing = programme.standing(among: meetings.filter { $0.state == .announced })
        var diary = Diary(bufferMinutes: programme.bufferMinutes)
        for meeting in meetings where meeting.state == .held { enter(meeting, in: &diary) }
        for meeting in standing { enter(meeting, in: &diary) }
        let held = Dictionary(grouping: meetings.filter { $0.state == .held }, by: \.relationship)
        let fixed = Dictionary(grouping: standing, by: \.relationship)
        var plans: [Relationship.ID: Plan] = [:]
        for relationship in programme.relationships.values.sorted(by: { $0.id < $1.id }) {
            let today = relationship.zone.local(at: now).date
            let span = DateSpan(
                first: max(relationship.start, today.adding(days: programme.noticeDays)),
                last: min(relationship.end ?? through, through))
            plans[relationship.id] = plan(
                relationship, span: span, held: held[relationship.id] ?? [], fixed: fixed[relationship.id] ?? [],
                diary: &diary)
        }
        return plans
    }

    private func plan(
        _ relationship: Relationship, span: DateSpan, held: [Meeting], fixed: [Meeting], diary: inout Diary
    ) -> Plan {
        let hours = CommonHours(
            relationship: relationship, parties: relationship.parties.compactMap { programme.people[$0] },
            holidays: programme.holidays)
        var plan = Plan()
        for series in relationship.series where series.name == .session || series.placement == .apart {
            let planner = SeriesPlanner(series: series, hours: hours, span: span, held: held, fixed: fixed)
            var part = planner.plan(diary: diary, apartFrom: plan.slots)
            if series.name == .session {
                let merging = relationship.series.filter { $0.placement == .withSession && $0.name != .session }
                for review in merging {
                    let placement = ReviewPlacement(
                        review: review, sessions: series, finder: planner.finder, held: held)
                    placement.place(in: &part, through: span.last, diary: diary, fixed: fixed)
                }
            }
            for slot in part.slots where slot.standing == nil {
                diary.enter(slot.span, on: slot.start.date, for: relationship.parties)
            }
            plan.slots += part.slots
            plan.warnings += part.warnings
        }
        plan.slots.sort { ($0.starts, $0.series) < ($1.starts, $1.series) }
        return plan
    }

    private func enter(_ meeting: Meeting, in diary: inout Diary) {
        guard let parties = programme.relationships[meeting.relationship]?.parties else { return }
        diary.enter(meeting.starts..<meeting.ends, on: meeting.start.date, for: parties)
    }
}

/// Days from the first to the last, both included; empty where the last comes before the first.
struct DateSpan: Sendable {
    var first: CivilDate
    var last: CivilDate

    var days: [CivilDate] {
        first <= last ? (first.dayNumber...last.dayNumber).map { CivilDate(dayNumber: $0) } : []
    }
}

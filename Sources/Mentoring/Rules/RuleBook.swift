public import CivilTime

/// The rules of a programme: which firings a subject has, and what becomes of each when it is due.
public struct RuleBook: Sendable {
    public let programme: Programme
    public let hours: MailHours

    public init(programme: Programme, hours: MailHours = .standard) {
        self.programme = programme
        self.hours = hours
    }

    /// The firings that a meeting has in its present state: the invitation of a planned one, the reminders of an
    /// announced one, what follows a held one.
    ///
    /// - Parameter isLast: no later meeting of the series will come.
    public func firings(of meeting: Meeting, isLast: Bool) -> [Firing] {
        guard let relationship = programme.relationships[meeting.relationship] else { return [] }
        return rules(for: relationship).flatMap { rule in
            rule.concerns(meeting.state)
                ? firings(of: rule, meeting: meeting, isLast: isLast, in: relationship) : []
        }
    }

    /// The firings that hang on the relationship's own dates.
    public func firings(of relationship: Relationship) -> [Firing] {
        rules(for: relationship).flatMap { rule -> [Firing] in
            guard let date = rule.trigger.anchors.lazy.compactMap(relationship.date(of:)).first else { return [] }
            return firings(of: rule, subject: .relationship(relationship.id), version: 1, in: relationship) { zone in
                zone.instant(of: LocalDateTime(date, hours.opens))
            }
        }
    }

    /// What becomes of a firing that is due.
    public func decide(_ firing: Firing, of rule: Rule, created: Instant, facts: Facts, at now: Instant) -> Decision {
        let relationship = facts.relationship
        if relationship.isPaused(on: relationship.zone.local(at: now).date) { return .skip(.paused) }
        if let reason = lateness(of: firing, of: rule, created: created, facts: facts, at: now) { return .skip(reason) }
        if let unmet = rule.onlyIf.first(where: { !$0.holds(for: facts) }) { return .skip(.notMet(unmet)) }
        if rule.action.audience == [.unanswered], !Phrase.answerIsMissing.holds(for: facts) {
            return .skip(.notMet(Rule.Condition(anyOf: [.answerIsMissing])))
        }
        if let most = rule.maxTimes, facts.timesSent >= most { return .skip(.sentOften(facts.timesSent)) }
        guard rule.keepsMailHours(offset: firing.key.offset) else { return .send }
        let leaves = hours.next(from: now, in: facts.recipient.zone)
        return leaves > now ? .wait(until: leaves) : .send
    }

    private func rules(for relationship: Relationship) -> [Rule] {
        programme.rules.filter { rule in
            !relationship.without.contains(rule.id)
                && (rule.groups.isEmpty || rule.groups.contains(where: relationship.groups.contains))
        }
    }

    private func firings(
        of rule: Rule, meeting: Meeting, isLast: Bool, in relationship: Relationship
    ) -> [Firing] {
        // A review merged with a session answers to both names, and yet the rule fires once.
        guard let anchor = rule.trigger.anchors.lazy.compactMap({ meeting.moment(of: $0, isLast: isLast) }).first
        else { return [] }
        return firings(of: rule, subject: .meeting(meeting.id), version: meeting.version, in: relationship) { _ in
            anchor
        }
    }

    private func firings(
        of rule: Rule, subject: Firing.Subject, version: Int, in relationship: Relationship,
        anchor: (Zone) -> Instant
    ) -> [Firing] {
        let recipients: [(id: Person.ID?, zone: Zone)] =
            switch rule.action {
            case .invitation: [(nil, relationship.zone)]
            case .template(_, let audience):
                programme.people(in: audience, of: relationship)
                    .filter { !$0.without.contains(rule.id) }.map { ($0.id, $0.zone) }
            }
        return recipients.flatMap { recipient in
            rule.trigger.times(from: anchor(recipient.zone), in: recipient.zone, hours: hours)
                .enumerated().map { index, due in
                    let key = Firing.Key(
                        rule: rule.id, offset: index, subject: subject, version: version, recipient: recipient.id)
                    return Firing(key: key, due: due)
                }
        }
    }

    private func lateness(
        of firing: Firing, of rule: Rule, created: Instant, facts: Facts, at now: Instant
    ) -> SkipReason? {
        if case .invitation = rule.action {
            return facts.meeting.map { now >= $0.starts ? .tooLate : nil } ?? .notAnnounced
        }
        let late = firing.due.seconds(until: now)
        // What hangs on the relationship's own dates is of use until that date, however late its file was written.
        let anchorDate = rule.trigger.anchors.lazy.compactMap(facts.relationship.date(of:)).first
        if let anchorDate, facts.meeting == nil {
            let anchor = facts.recipient.zone.instant(of: LocalDateTime(anchorDate, hours.closes))
            if firing.due < created, created > anchor { return .tooLateWhenPlanned }
        } else if firing.due.seconds(until: created) > Self.onTime {
            return .tooLateWhenPlanned
        }
        guard late > Self.onTime else { return nil }
        if facts.isOvertaken { return .overtaken }
        if let limit = rule.tooLateAfter, late > Int64(limit) { return .tooLate }
        guard rule.trigger.direction != .after, let meeting = facts.meeting else { return nil }
        return now.seconds(until: meeting.starts) < Self.usefulBefore ? .tooLate : nil
    }

    /// Up to so many seconds late is on time.
    static let onTime: Int64 = 60
    /// What is about a meeting ahead goes at least so many seconds before it.
    static let usefulBefore: Int64 = 15 * 60
}

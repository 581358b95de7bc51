public import CivilTime

/// The rules of a programme: which firings a subject has.
public struct RuleBook: Sendable {
    public let programme: Programme
    /// The rules by their id.
    private let rules: [Rule.ID: Rule]
    /// A text is said of many zones; none is read twice.
    let zones: @Sendable (String) -> Zone?

    /// - Parameter zones: the zone of an IANA name, for conditions that speak of one.
    public init(programme: Programme, zones: @escaping @Sendable (String) -> Zone? = { _ in nil }) {
        self.programme = programme
        self.zones = zones
        rules = Dictionary(programme.rules.map { ($0.id, $0) }) { first, _ in first }
    }

    public var hours: MailHours { programme.mailHours }

    public func rule(_ id: Rule.ID) -> Rule? { rules[id] }

    // MARK: - What hangs on dates

    /// The firings that a meeting has in its present state: the invitation of a planned one, the reminders of an
    /// announced one, what follows a held one.
    ///
    /// - Parameter isLast: no later meeting of the series will come.
    public func firings(of meeting: Meeting, isLast: Bool) -> [Firing] {
        guard let relationship = programme.relationships[meeting.relationship] else { return [] }
        return rules(for: relationship).flatMap { rule -> [Firing] in
            guard let timing = rule.trigger.timing, rule.concerns(meeting.state),
                // A review merged with a session answers to both names, and yet the rule fires once.
                let anchor = timing.anchors.lazy.compactMap({ meeting.moment(of: $0, isLast: isLast) }).first
            else { return [] }
            return firings(of: rule, timing, about: .meeting(meeting.id), meeting.version, in: relationship) { _ in
                anchor
            }
        }
    }

    /// The firings that hang on the relationship's own dates.
    public func firings(of relationship: Relationship) -> [Firing] {
        rules(for: relationship).flatMap { rule -> [Firing] in
            guard let timing = rule.trigger.timing,
                // Who met before Jalon came is not welcomed.
                relationship.met.isEmpty || !timing.anchors.contains(.start),
                let date = timing.anchors.lazy.compactMap(relationship.date(of:)).first
            else { return [] }
            return firings(of: rule, timing, about: .relationship(relationship.id), 1, in: relationship) { zone in
                zone.instant(of: LocalDateTime(date, hours.opens))
            }
        }
    }

    /// The next firing of each digest.
    public func digests(after now: Instant) -> [Firing] {
        programme.rules.flatMap { rule -> [Firing] in
            guard case .every(let time) = rule.trigger else { return [] }
            let due = time.next(after: now, in: programme.zone)
            return programme.people(in: rule.action.audience, of: nil)
                .map { person in
                    let key = Firing.Key(
                        rule: rule.id, offset: 0, subject: .programme, version: due.asVersion, recipient: person.id)
                    return Firing(key: key, due: due)
                }
        }
    }

    private func firings(
        of rule: Rule, _ timing: Timing, about subject: Firing.Subject, _ version: Int, in relationship: Relationship,
        anchor: (Zone) -> Instant
    ) -> [Firing] {
        recipients(of: rule, rule.action, in: relationship).flatMap { recipient in
            timing.times(from: anchor(recipient.zone), in: recipient.zone, hours: hours)
                .enumerated().map { index, due in
                    let key = Firing.Key(
                        rule: rule.id, offset: index, subject: subject, version: version, recipient: recipient.id)
                    return Firing(key: key, due: due)
                }
        }
    }

    // MARK: - What follows from what happens

    /// The firings that an event brings, at once.
    ///
    /// - Parameter person: the one who brought it about, where somebody did.
    public func firings(
        on event: Trigger.Event, about meeting: Meeting? = nil, in id: Relationship.ID, by person: Person.ID? = nil,
        at now: Instant
    ) -> [Firing] {
        guard let relationship = programme.relationships[id] else { return [] }
        let subject = meeting.map { Firing.Subject.meeting($0.id) } ?? .relationship(id)
        return rules(for: relationship).filter { $0.trigger.events.contains(event) }.flatMap { rule in
            recipients(of: rule, rule.action, in: relationship, person: person).map { recipient in
                let key = Firing.Key(
                    rule: rule.id, offset: rule.trigger.events.firstIndex(of: event) ?? 0, subject: subject,
                    version: meeting?.version ?? now.asVersion, recipient: recipient.id)
                return Firing(key: key, due: now, cause: .event, person: person)
            }
        }
    }

    /// What follows once a firing of the rule itself has sent.
    public func steps(after firing: Firing, of rule: Rule, in relationship: Relationship, at now: Instant) -> [Firing] {
        guard firing.key.step == 0 else { return [] }
        return rule.then.enumerated().flatMap { index, step in
            recipients(of: rule, step.action, in: relationship, person: firing.key.recipient).map { recipient in
                var key = firing.key
                key.step = index + 1
                key.recipient = recipient.id
                let timing = Timing(offsets: [step.after], direction: .after, anchors: [])
                let due = timing.times(from: now, in: recipient.zone, hours: hours).first ?? now
                return Firing(key: key, due: due, cause: .event, person: firing.person)
            }
        }
    }

    // MARK: - Who

    func rules(for relationship: Relationship) -> [Rule] {
        programme.rules.filter { rule in
            !relationship.without.contains(rule.id)
                && (rule.groups.isEmpty || rule.groups.contains(where: relationship.groups.contains))
        }
    }

    private func recipients(
        of rule: Rule, _ action: Rule.Action, in relationship: Relationship, person: Person.ID? = nil
    ) -> [(id: Person.ID?, zone: Zone)] {
        switch action {
        case .invitation: [(nil, relationship.zone)]
        case .template(_, let audience):
            programme.people(in: audience, of: relationship, person: person)
                .filter { !$0.without.contains(rule.id) }.map { ($0.id, $0.zone) }
        }
    }
}

extension Instant {
    /// Tells events of one subject apart.
    fileprivate var asVersion: Int { Int(truncatingIfNeeded: secondsSinceEpoch) }
}

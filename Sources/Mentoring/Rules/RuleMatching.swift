import CivilTime

// What the rule book asks of the other values: each answer is a line or two.

extension Rule {
    /// Invitations are for meetings that nobody knows of yet, reminders for those that were announced.
    func concerns(_ state: Meeting.State) -> Bool {
        let followsHeld = trigger.anchors.contains { if case .lastHeld = $0 { true } else { false } }
        return switch (action, state) {
        case (.invitation, .planned): true
        case (.template, .announced): !followsHeld
        // What comes after a meeting comes after one that was held; who missed it hears of that by its event.
        case (.template, .held): followsHeld || trigger.timing?.direction == .after
        default: false
        }
    }
}

extension Rule.Condition {
    func holds(for facts: Facts) -> Bool {
        alternatives.contains { $0.holds(for: facts) }
    }
}

extension Meeting {
    /// The moment at which an anchor stands for this meeting; nil where it stands for another one, or for none.
    func moment(of anchor: Trigger.Anchor, isLast: Bool) -> Instant? {
        guard let name = anchor.series, let ordinal = ordinal(in: name) else { return nil }
        return switch anchor {
        case .series: starts
        case .endOf: ends
        case .first: ordinal == 1 ? starts : nil
        case .last: isLast ? starts : nil
        case .lastHeld: state == .held ? starts : nil
        case .start, .end, .halfway: nil
        }
    }
}

extension Relationship {
    /// The day of an anchor that is a date of the relationship; nil for an anchor of meetings, or without an end.
    func date(of anchor: Trigger.Anchor) -> CivilDate? {
        switch anchor {
        case .start: start
        case .end: end
        case .halfway: end.map { start.adding(days: start.days(until: $0) / 2) }
        default: nil
        }
    }
}

extension Timing {
    /// The due times that an anchor gives, in the order of the offsets.
    func times(from anchor: Instant, in zone: Zone, hours: MailHours) -> [Instant] {
        if direction == .at { return [hours.next(from: onHour(zone.local(at: anchor), in: zone), in: zone)] }
        let sign = direction == .before ? -1 : 1
        return offsets.map { offset in
            if let seconds = offset.seconds { return anchor.adding(seconds: Int64(sign) * seconds) }
            let local = offset.applied(to: zone.local(at: anchor), sign: sign) ?? zone.local(at: anchor)
            let due = onHour(local, in: zone)
            return direction == .before ? hours.sameDay(as: due, in: zone) : hours.next(from: due, in: zone)
        }
    }

    private func onHour(_ local: LocalDateTime, in zone: Zone) -> Instant {
        zone.instant(of: LocalDateTime(local.date, hour ?? local.time))
    }
}

extension Programme {
    /// The people of an audience in a relationship, each once, in the order of the audience.
    ///
    /// - Parameters:
    ///   - relationship: nil for the programme, which has a coordinator only.
    ///   - person: whom `to: person` means.
    public func people(
        in audience: [Audience], of relationship: Relationship?, person: Person.ID? = nil
    ) -> [Person] {
        var seen: Set<Person.ID> = []
        return audience.flatMap { ids(of: $0, in: relationship, person) }
            .filter { seen.insert($0).inserted }.compactMap { people[$0] }
    }

    private func ids(of audience: Audience, in relationship: Relationship?, _ person: Person.ID?) -> [Person.ID] {
        switch audience {
        case .coordinator: return [coordinator].compactMap(\.self)
        case .person: return [person].compactMap(\.self)
        default: break
        }
        guard let relationship else { return [] }
        return switch audience {
        case .mentor: relationship.mentors
        case .mentee: relationship.mentees
        case .mediator: [relationship.mediator].compactMap(\.self)
        case .referent: [relationship.referent].compactMap(\.self)
        // Who has not answered is asked when the mail is due, not when the firing is made.
        case .everyone, .unanswered: relationship.parties + [relationship.referent].compactMap(\.self)
        case .coordinator, .person: []
        }
    }
}

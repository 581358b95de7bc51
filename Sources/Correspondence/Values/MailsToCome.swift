import Mentoring

/// What the programme's rules will send to somebody, said beforehand.
struct MailsToCome {
    let relationship: Relationship
    let programme: Programme
    let recipient: Recipient

    /// One line a rule, those that come first ahead of the others.
    func lines(in words: any Wording) -> [String] {
        programme.rules.filter(reachesRecipient)
            .compactMap { rule in rule.trigger.timing.map { (rule.action.template, $0) } }
            .sorted { ($0.1.isOfEnd ? 0 : 1, $0.1.lead) > ($1.1.isOfEnd ? 0 : 1, $1.1.lead) }
            .compactMap { template, timing in
                words.announcement(of: template, offsets: timing.offsets, before: timing.anchors.filter(exists))
            }
    }

    private func reachesRecipient(_ rule: Rule) -> Bool {
        rule.trigger.timing?.direction == .before
            && !relationship.without.contains(rule.id)
            && !(programme.people[recipient.person]?.without.contains(rule.id) ?? false)
            && (rule.groups.isEmpty || rule.groups.contains(where: relationship.groups.contains))
            && programme.people(in: rule.action.audience, of: relationship).contains { $0.id == recipient.person }
    }

    private func exists(_ anchor: Trigger.Anchor) -> Bool {
        if anchor == .end { return relationship.end != nil }
        return anchor.series.map { relationship.series(named: $0) != nil } ?? true
    }
}

extension Timing {
    /// What comes before the end comes last.
    fileprivate var isOfEnd: Bool { anchors == [.end] }

    /// Roughly how long before its anchor the first mail goes, in minutes; only to put mails in order.
    fileprivate var lead: Int {
        offsets.map { offset in
            switch offset.unit {
            case .minutes: offset.count
            case .hours: offset.count * 60
            case .days: offset.count * 1440
            case .weeks: offset.count * 10_080
            case .months: offset.count * 43_200
            }
        }.max() ?? 0
    }
}

import Conditions
import Mentoring

/// Finds rules that can never fire, or always double another, and meetings that no rule tells of.
struct RuleReview {
    let programme: Programme
    let rules: [RuleReader.Found]
    let relationships: [RelationshipReader.Found]
    /// What a message about a missing rule points at.
    let site: Site
    let findings: Findings

    /// - Parameter isComplete: no file is missing that may hold more rules.
    func run(isComplete: Bool) {
        if isComplete { findUnannounced() }
        findDoubles()
        let groups = Set(programme.relationships.values.flatMap(\.groups))
        for found in rules {
            findImpossibleConditions(of: found)
            findImpossibleEvents(of: found)
            for group in found.groups where !groups.contains(group.value) {
                let hint = Suggestion.phrase(for: group.value, among: groups)
                findings.warning("no relationship has the group '\(group.value.shortened)'\(hint)", at: group.site)
            }
            if !programme.relationships.isEmpty { for action in found.actions { findNobody(action, found) } }
        }
    }

    private func findUnannounced() {
        let invitations = rules.map(\.rule).filter { if case .invitation = $0.action { true } else { false } }
        guard !invitations.isEmpty else {
            findings.warning(
                "no rule announces the meetings; add one with `send: {invitation: everyone}`", at: site)
            return
        }
        let announced = Set(invitations.flatMap { $0.trigger.anchors.compactMap(\.series) })
        for found in relationships {
            // What is merged with a session is announced with it.
            for series in found.relationship.series where series.placement == .apart && !announced.contains(series.name)
            {
                findings.warning("no rule announces a \(series.name) of '\(found.relationship.id)'", at: found.site)
            }
        }
    }

    /// Two rules that always send the same people the same text at the same time.
    private func findDoubles() {
        for (index, found) in rules.enumerated() {
            let earlier = rules[..<index].first { other in
                other.rule.trigger.coincides(with: found.rule.trigger) && other.rule.onlyIf == found.rule.onlyIf
                    && other.rule.condition == found.rule.condition
                    && other.rule.action.template == found.rule.action.template
                    && !Set(other.rule.action.audience).isDisjoint(with: found.rule.action.audience)
                    && (other.rule.groups.isEmpty || found.rule.groups.isEmpty
                        || !Set(other.rule.groups).isDisjoint(with: found.rule.groups))
            }
            guard let earlier else { continue }
            findings.warning(
                "'\(found.rule.id)' sends the same text to the same people at the same time as '\(earlier.rule.id)' in "
                    + "\(earlier.site.file):\(earlier.site.line)", at: found.site)
        }
    }

    // MARK: - Never

    private func findImpossibleConditions(of found: RuleReader.Found) {
        for condition in found.conditions {
            let phrases = condition.value.alternatives
            if phrases.allSatisfy(\.needsAnswers), !programme.followsAnswers {
                findings.warning(
                    "'\(condition.value)' is never true: answers are not followed, for there is no `answers:`",
                    at: condition.site)
            } else if !found.rule.trigger.concernsMeetings, phrases.allSatisfy(\.isAboutMeetings) {
                findings.warning(
                    "'\(condition.value)' is never true: the trigger is about no meeting", at: condition.site)
            } else if phrases == [.relationshipIsPaused], !found.rule.firesInPauses {
                findings.warning(
                    "'\(condition.value)' is never true: a rule does not fire in a pause, but with `even_if: "
                        + "[\(Rule.Rest.paused.rawValue)]`", at: condition.site)
            }
        }
        guard let condition = found.rule.condition, !found.rule.trigger.concernsMeetings else { return }
        if let name = condition.references.sorted().first(where: { $0.hasPrefix("meeting.") }) {
            findings.warning("'\(name)' is never known: the trigger is about no meeting", at: found.trigger)
        }
    }

    private func findImpossibleEvents(of found: RuleReader.Found) {
        let events = found.rule.trigger.events
        guard !events.isEmpty, events.allSatisfy(\.needsAnswers), !programme.followsAnswers else { return }
        findings.warning(
            "this never happens: answers are not followed, for there is no `answers:`", at: found.trigger)
    }

    private func findNobody(_ action: ActionReader.Found, _ found: RuleReader.Found) {
        let audience = action.action.audience
        if audience == [.coordinator], programme.coordinator == nil {
            findings.warning("the programme names no coordinator, and so nobody gets this", at: action.audience)
        }
        if audience == [.unanswered] || TemplateName.askingForAnswers.contains(action.action.template),
            !programme.followsAnswers
        {
            findings.warning(
                "answers are not followed, for there is no `answers:`, and so nobody gets this", at: action.audience)
        }
        let concerned = programme.relationships.values.filter { relationship in
            found.rule.groups.isEmpty || found.rule.groups.contains(where: relationship.groups.contains)
        }
        if audience == [.mediator], concerned.allSatisfy({ $0.mediator == nil }) {
            findings.warning("no relationship has a mediator, and so nobody gets this", at: action.audience)
        }
        if audience == [.referent], concerned.allSatisfy({ $0.referent == nil }) {
            findings.warning("no relationship has a referent, and so nobody gets this", at: action.audience)
        }
    }
}

extension Rule {
    fileprivate var firesInPauses: Bool {
        evenIf.contains(.paused) || trigger.events.contains { $0 == .relationshipPauses || $0 == .meetingCancelled }
    }
}

extension Trigger {
    /// Whether some firing of the one always comes with one of the other.
    fileprivate func coincides(with other: Trigger) -> Bool {
        switch (self, other) {
        case (.timed(let one), .timed(let other)):
            one.direction == other.direction && one.hour == other.hour
                && !Set(one.anchors).isDisjoint(with: other.anchors)
                && (one.offsets == other.offsets || !Set(one.offsets).isDisjoint(with: other.offsets))
        case (.when(let one), .when(let other)): !Set(one).isDisjoint(with: other)
        case (.every(let one), .every(let other)): one == other
        default: false
        }
    }
}

extension Phrase {
    fileprivate var isAboutMeetings: Bool { rawValue.hasPrefix("meeting ") || rawValue.hasPrefix("answer ") }
}

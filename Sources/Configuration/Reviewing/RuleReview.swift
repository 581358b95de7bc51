import Mentoring

/// Finds rules that can never fire, and meetings that no rule tells of.
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
        let groups = Set(programme.relationships.values.flatMap(\.groups))
        for found in rules {
            findImpossibleConditions(of: found)
            for group in found.groups where !groups.contains(group.value) {
                let hint = Suggestion.phrase(for: group.value, among: groups)
                findings.warning("no relationship has the group '\(group.value.shortened)'\(hint)", at: group.site)
            }
            if found.rule.action.audience.contains(.coordinator), programme.coordinator == nil {
                findings.warning("the programme names no coordinator, and so nobody gets this", at: found.audience)
            }
            if found.rule.action.audience == [.unanswered] {
                findings.warning("this version does not follow answers, and so nobody gets this", at: found.audience)
            }
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

    private func findImpossibleConditions(of found: RuleReader.Found) {
        let hasMeeting = found.rule.trigger.anchors.contains { $0.series != nil }
        for condition in found.conditions {
            let phrases = condition.value.alternatives
            if phrases.allSatisfy(\.needsAnswers) {
                findings.warning(
                    "'\(condition.value)' is never true: this version does not follow answers", at: condition.site)
            } else if !hasMeeting, phrases.allSatisfy(\.isAboutMeetings) {
                findings.warning(
                    "'\(condition.value)' is never true: the trigger is about no meeting", at: condition.site)
            }
        }
    }
}

extension Phrase {
    fileprivate var isAboutMeetings: Bool { rawValue.hasPrefix("meeting ") || rawValue.hasPrefix("answer ") }
}

public import CivilTime
import Conditions

extension RuleBook {
    /// What becomes of a firing that is due.
    ///
    /// - Parameter created: since when it has been known that it would be.
    public func decide(_ firing: Firing, of rule: Rule, created: Instant, facts: Facts, at now: Instant) -> Decision {
        guard let action = rule.action(ofStep: firing.key.step) else { return .skip(.gone) }
        if let rest = rest(of: firing, rule, facts, at: now) { return rest }
        if let reason = lateness(of: firing, of: rule, created: created, facts: facts, at: now) { return .skip(reason) }
        // Who cannot be reached hears of a call for help as soon as they can.
        let isOwed = rule.trigger.events.contains(.mailBounces) || rule.isCallForHelp(firing)
        if facts.isSuspended, action.isNudge, !isOwed { return .skip(.suspended) }
        if let reason = unmet(rule, action, facts) { return .skip(reason) }
        if let most = rule.maxTimes, facts.timesSent >= most { return .skip(.sentOften(facts.timesSent)) }
        if let budget = programme.nudges, action.isNudge, !rule.isCallForHelp(firing), facts.nudges >= budget.most {
            return .skip(.overBudget(budget.most))
        }
        guard keepsMailHours(firing, rule, facts, at: now) else { return .send }
        let leaves = hours.next(from: now, in: facts.recipient.zone)
        return leaves > now ? .wait(until: leaves) : .send
    }

    // MARK: - Rest

    /// Paused and ended relationships get nothing, unless the rule names that state.
    private func rest(of firing: Firing, _ rule: Rule, _ facts: Facts, at now: Instant) -> Decision? {
        guard let relationship = facts.relationship, !rule.isCallForHelp(firing) else { return nil }
        if facts.hasEnded, !rule.names(.ended) { return .skip(.ended) }
        guard facts.isPaused, !rule.names(.paused) else { return nil }
        // What is about a meeting behind the pause waits for its end: nobody is to miss an invitation.
        if rule.trigger.timing?.direction == .before, let meeting = facts.meeting,
            let last = relationship.pauses.first(where: { $0.contains(facts.today) })?.last
        {
            let goesOn = relationship.zone.instant(of: LocalDateTime(last.adding(days: 1), hours.opens))
            if goesOn < meeting.starts { return .wait(until: goesOn) }
        }
        return .skip(.paused)
    }

    // MARK: - What must hold

    private func unmet(_ rule: Rule, _ action: Rule.Action, _ facts: Facts) -> SkipReason? {
        if !facts.followsAnswers, TemplateName.askingForAnswers.contains(action.template) { return .answersNotFollowed }
        if facts.hasMetAgain, rule.trigger.anchors.contains(where: \.isLastHeld) { return .metAgain }
        if let unmet = rule.onlyIf.first(where: { !$0.holds(for: facts) }) { return .notMet(unmet) }
        if action.audience == [.unanswered], !Phrase.answerIsMissing.holds(for: facts) {
            return .notMet(Rule.Condition(anyOf: [.answerIsMissing]))
        }
        guard let condition = rule.condition else { return nil }
        do throws(EvaluationError) {
            let value = try condition.evaluate(
                { OfferedFact(rawValue: $0)?.value(in: facts, of: programme) }, zones: zones)
            if case .bool(true) = value { return nil }
            return .conditionFalse
        } catch {
            return .conditionFailed("\(error)")
        }
    }

    // MARK: - Lateness

    private func lateness(
        of firing: Firing, of rule: Rule, created: Instant, facts: Facts, at now: Instant
    ) -> SkipReason? {
        if case .invitation = rule.action {
            return facts.meeting.map { now >= $0.starts ? .tooLate : nil } ?? .notAnnounced
        }
        let late = firing.due.seconds(until: now)
        if firing.cause == .date, let reason = latenessWhenPlanned(firing, rule, created, facts) { return reason }
        guard late > Self.onTime else { return nil }
        if facts.isOvertaken { return .overtaken }
        if let limit = rule.tooLateAfter, late > Int64(limit) { return .tooLate }
        guard let meeting = facts.meeting, rule.trigger.timing?.direction != .after else { return nil }
        // What has happened to a meeting is worth telling until it would have begun, too.
        return now.seconds(until: meeting.starts) < Self.usefulBefore ? .tooLate : nil
    }

    private func latenessWhenPlanned(
        _ firing: Firing, _ rule: Rule, _ created: Instant, _ facts: Facts
    ) -> SkipReason? {
        let anchorDate = rule.trigger.anchors.lazy.compactMap { facts.relationship?.date(of: $0) }.first
        guard let anchorDate, facts.meeting == nil else {
            return firing.due.seconds(until: created) > Self.onTime ? .tooLateWhenPlanned : nil
        }
        // What hangs on the relationship's own dates is of use until that date, however late its file was written.
        let anchor = facts.recipient.zone.instant(of: LocalDateTime(anchorDate, hours.closes))
        return firing.due < created && created > anchor ? .tooLateWhenPlanned : nil
    }

    // MARK: - Hours

    /// An offset of hours or minutes means just that time; a move or a cancellation of tomorrow's meeting cannot wait.
    private func keepsMailHours(_ firing: Firing, _ rule: Rule, _ facts: Facts, at now: Instant) -> Bool {
        if firing.key.step > 0 { return !rule.then[firing.key.step - 1].after.isElapsedTime }
        switch rule.trigger {
        case .timed(let timing):
            return
                !(timing.offsets.indices.contains(firing.key.offset)
                && timing.offsets[firing.key.offset].isElapsedTime)
        case .when(let events):
            if rule.isCallForHelp(firing) { return false }
            let isUrgent = events.contains { $0 == .meetingMoved || $0 == .meetingCancelled }
            return !(isUrgent && facts.meeting.map { MailHours.isUrgent($0.starts, at: now) } ?? false)
        case .every: return false
        }
    }

    /// Up to so many seconds late is on time.
    static let onTime: Int64 = 60
    /// What is about a meeting ahead goes at least so many seconds before it.
    static let usefulBefore: Int64 = 15 * 60
}

extension Rule {
    /// Whether the event of a firing is somebody's call for help.
    public func isCallForHelp(_ firing: Firing) -> Bool {
        firing.key.step == 0 && event(of: firing)?.isCallForHelp ?? false
    }

    /// The event that a firing comes of; nil for one that hangs on dates.
    public func event(of firing: Firing) -> Trigger.Event? {
        let events = trigger.events
        return events.indices.contains(firing.key.offset) ? events[firing.key.offset] : nil
    }

    /// Whether it is for relationships in that state: by `even_if`, or because its trigger is about it.
    fileprivate func names(_ rest: Rest) -> Bool {
        if evenIf.contains(rest) { return true }
        switch rest {
        case .paused:
            return trigger.events.contains {
                $0 == .relationshipPauses || $0 == .relationshipEndsEarly || $0 == .meetingCancelled
            }
        case .ended:
            return trigger.events.contains { $0 == .relationshipEndsEarly || $0 == .meetingCancelled }
                || trigger.anchors.contains(.end)
        }
    }
}

extension Rule.Action {
    /// Whether it counts against a person's budget: whatever is sent besides announcements.
    public var isNudge: Bool {
        switch self {
        case .invitation: false
        case .template(_, let audience): audience != [.coordinator]
        }
    }
}

extension Trigger.Anchor {
    /// Whether it counts from a meeting after which nobody has met.
    public var isLastHeld: Bool { if case .lastHeld = self { true } else { false } }
}

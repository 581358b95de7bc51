import CivilTime
import Conditions
import Mentoring

/// Reads one entry of `rules:`.
struct RuleReader {
    let readings: Readings

    static let keys = [
        "trigger", "at", "only_if", "condition", "even_if", "send", "then", "too_late_after", "max_times", "for",
    ]

    static let stepKeys = ["after", "send"]

    private var findings: Findings { readings.findings }

    /// A rule, with the places that later checks point at.
    struct Found {
        var rule: Rule
        var site: Site
        var trigger: Site
        var conditions: [Located<Rule.Condition>]
        /// What it sends, and what its steps send.
        var actions: [ActionReader.Found]
        var groups: [Located<String>]
    }

    /// - Returns: nil where the rule has no trigger or nothing to send, which has been told.
    func rule(_ entry: Value.Entry) -> Found? {
        guard let section = Section(entry.value, at: entry.site, keys: Self.keys, findings: findings) else {
            return nil
        }
        let owner = "'\(entry.key)'"
        for key in ["trigger", "send"] { section.require(key, of: owner) }
        let trigger = trigger(in: section)
        let conditions = section.values(Rule.Condition.self, "only_if")
        let condition = section.text("condition").flatMap(expression)
        let evenIf = section.values(Rule.Rest.self, "even_if").map(\.value)
        let actions = ActionReader(readings: readings, trigger: trigger?.value)
        let action = actions.action(in: section, owner: owner)
        let steps = steps(in: section, actions, owner: owner)
        let lateness = section.value(LatenessWritten.self, "too_late_after")
        let times = section.number("max_times", in: 1...100)
        let groups = section.texts("for")
        guard let trigger, let action else { return nil }
        if case .invitation = action.action { checkInvitation(trigger) }
        let rule = Rule(
            id: Rule.ID(entry.key), trigger: trigger.value, onlyIf: conditions.map(\.value), condition: condition,
            evenIf: Set(evenIf), action: action.action, then: steps.map(\.step), tooLateAfter: lateness?.value.seconds,
            maxTimes: times, groups: groups.map(\.value))
        return Found(
            rule: rule, site: entry.site, trigger: trigger.site, conditions: conditions,
            actions: [action] + steps.map(\.action), groups: groups)
    }

    private func trigger(in section: Section) -> Located<Trigger>? {
        guard let trigger = section.value(Trigger.self, "trigger") else {
            _ = section.value(LocalTime.self, "at")
            return nil
        }
        for anchor in trigger.value.anchors {
            guard let name = anchor.series?.rawValue else { continue }
            _ = readings.known(Located(value: name, site: trigger.site), among: readings.names.series, as: "series")
        }
        guard let hour = section.value(LocalTime.self, "at") else { return trigger }
        guard var timing = trigger.value.timing else {
            findings.error("`at:` is for triggers that count days; this one has its own time", at: hour.site)
            return trigger
        }
        timing.hour = hour.value
        if !timing.offsets.isEmpty, timing.offsets.allSatisfy(\.isElapsedTime) {
            findings.warning("`at:` counts for nothing: the trigger says hours or minutes", at: hour.site)
        }
        return Located(value: .timed(timing), site: trigger.site)
    }

    private func expression(_ text: Located<String>) -> Expression? {
        do throws(ConditionError) {
            return try Expression(text.value, declarations: OfferedFact.declarations)
        } catch {
            findings.error("\(error)", at: text.site.part(at: error.position.offset, of: text.value))
            return nil
        }
    }

    private func steps(
        in section: Section, _ actions: ActionReader, owner: String
    ) -> [(step: Rule.Step, action: ActionReader.Found)] {
        section.sections("then", keys: Self.stepKeys).compactMap { step in
            for key in Self.stepKeys { step.require(key, of: "a step of \(owner)") }
            let after = step.value(Offset.self, "after")
            guard let found = actions.action(in: step, owner: "a step of \(owner)"), let after else { return nil }
            if case .invitation = found.action {
                findings.error("a step sends a template; an invitation is a rule of its own", at: found.template)
                return nil
            }
            return (Rule.Step(after: after.value, action: found.action), found)
        }
    }

    private func checkInvitation(_ trigger: Located<Trigger>) {
        let announces = trigger.value.anchors.allSatisfy { anchor in
            switch anchor {
            case .series, .first, .last: true
            case .endOf, .lastHeld, .start, .end, .halfway: false
            }
        }
        if !announces || trigger.value.timing.map({ $0.direction == .after }) ?? true {
            findings.error(
                "an invitation goes before a meeting; write 6 weeks before session, review", at: trigger.site)
        }
    }
}

extension Site {
    /// The place of a scalar of a text that stands in one line as it is; the whole text otherwise.
    fileprivate func part(at offset: Int, of text: String) -> Site {
        let length = text.unicodeScalars.count
        // Quotes stand around it.
        let quotes = scalars.count - length
        guard quotes == 0 || quotes == 2, offset < length else { return self }
        let start = scalars.lowerBound + quotes / 2 + offset
        return Site(file: file, line: line, scalars: start..<start + 1)
    }
}

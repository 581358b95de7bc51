import CivilTime
import Mentoring

/// Reads one entry of `rules:`.
struct RuleReader {
    let readings: Readings

    static let keys = ["trigger", "at", "only_if", "send", "too_late_after", "max_times", "for"]

    private var findings: Findings { readings.findings }

    /// A rule, with the places that later checks point at.
    struct Found {
        var rule: Rule
        var site: Site
        var trigger: Site
        var conditions: [Located<Rule.Condition>]
        var audience: Site
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
        let action = action(in: section, owner: owner)
        let lateness = section.value(LatenessWritten.self, "too_late_after")
        let times = section.number("max_times", in: 1...100)
        let groups = section.texts("for")
        guard let trigger, let action else { return nil }
        if case .invitation = action.value { checkInvitation(trigger) }
        let rule = Rule(
            id: Rule.ID(entry.key), trigger: trigger.value, onlyIf: conditions.map(\.value), action: action.value,
            tooLateAfter: lateness?.value.seconds, maxTimes: times, groups: groups.map(\.value))
        return Found(
            rule: rule, site: entry.site, trigger: trigger.site, conditions: conditions, audience: action.site,
            groups: groups)
    }

    private func trigger(in section: Section) -> Located<Trigger>? {
        guard var trigger = section.value(Trigger.self, "trigger") else {
            _ = section.value(LocalTime.self, "at")
            return nil
        }
        for anchor in trigger.value.anchors {
            guard let name = anchor.series?.rawValue else { continue }
            _ = readings.known(Located(value: name, site: trigger.site), among: readings.names.series, as: "series")
        }
        if let hour = section.value(LocalTime.self, "at") {
            trigger.value.hour = hour.value
            if !trigger.value.offsets.isEmpty, trigger.value.offsets.allSatisfy(\.isElapsedTime) {
                findings.warning("`at:` counts for nothing: the trigger says hours or minutes", at: hour.site)
            }
        }
        return trigger
    }

    private func checkInvitation(_ trigger: Located<Trigger>) {
        let announces = trigger.value.anchors.allSatisfy { anchor in
            switch anchor {
            case .series, .first, .last: true
            case .endOf, .lastHeld, .start, .end, .halfway: false
            }
        }
        if !announces || trigger.value.direction == .after {
            findings.error(
                "an invitation goes before a meeting; write 6 weeks before session, review", at: trigger.site)
        }
    }

    private func action(in section: Section, owner: String) -> Located<Rule.Action>? {
        guard let send = section.section("send", keys: ["invitation", "template", "to"]) else { return nil }
        switch (send.has("invitation"), send.has("template")) {
        case (true, false):
            guard let text = send.text("invitation") else { return nil }
            if text.value != Audience.everyone.rawValue {
                findings.error("an invitation goes to everyone who takes part: `invitation: everyone`", at: text.site)
            }
            if let audience = send["to"] {
                findings.error("`to:` is for templates; an invitation says `invitation: everyone`", at: audience.site)
            }
            return Located(value: .invitation(to: [.everyone]), site: text.site)
        case (false, true):
            let template = send.text("template").flatMap(template)
            send.require("to", of: owner)
            let audience = send.texts("to").compactMap(audience)
            guard let template, !audience.isEmpty else { return nil }
            return Located(value: .template(template, to: audience), site: send.site(of: "to"))
        case (false, false) where send.mentions("invitation") || send.mentions("template"): return nil
        default:
            findings.error("`send:` takes `invitation: everyone`, or `template:` and `to:`", at: send.site)
            return nil
        }
    }

    private func template(_ text: Located<String>) -> TemplateName? {
        let name = TemplateName(text.value)
        if [.invitation, .update, .cancellation].contains(name) {
            findings.error("'\(name)' goes out by itself; a rule says `send: {invitation: everyone}`", at: text.site)
            return nil
        }
        return readings.known(text, among: readings.names.templates, as: "template").map(TemplateName.init)
    }

    private func audience(_ text: Located<String>) -> Audience? {
        if let audience = Audience(rawValue: text.value) { return audience }
        let roles = Audience.allCases.map(\.rawValue)
        let hint = Suggestion.phrase(for: text.value, among: roles)
        findings.error(
            "'\(text.value.shortened)' is no role" + (hint.isEmpty ? "; write \(roles.joined(separator: ", "))" : hint),
            at: text.site)
        return nil
    }
}

import Mentoring

/// Reads `send:`, of a rule or of a step that follows.
struct ActionReader {
    let readings: Readings
    /// Of what the rule is about, for messages.
    let trigger: Trigger?

    static let keys = ["invitation", "template", "to"]

    private var findings: Findings { readings.findings }

    /// An action, with the places that later checks point at.
    struct Found {
        var action: Rule.Action
        /// Where the recipients stand.
        var audience: Site
        /// Where the text's name stands.
        var template: Site
    }

    func action(in section: Section, owner: String) -> Found? {
        guard let send = section.section("send", keys: Self.keys) else { return nil }
        switch (send.has("invitation"), send.has("template")) {
        case (true, false): return invitation(send)
        case (false, true):
            let name = send.text("template")
            let template = name.flatMap(template)
            send.require("to", of: owner)
            let audience = send.texts("to").compactMap(audience)
            guard let name, let template, !audience.isEmpty else { return nil }
            return Found(
                action: .template(template, to: audience), audience: send.site(of: "to"), template: name.site)
        case (false, false) where send.mentions("invitation") || send.mentions("template"): return nil
        default:
            findings.error("`send:` takes `invitation: everyone`, or `template:` and `to:`", at: send.site)
            return nil
        }
    }

    private func invitation(_ send: Section) -> Found? {
        guard let text = send.text("invitation") else { return nil }
        if text.value != Audience.everyone.rawValue {
            findings.error("an invitation goes to everyone who takes part: `invitation: everyone`", at: text.site)
        }
        if let audience = send["to"] {
            findings.error("`to:` is for templates; an invitation says `invitation: everyone`", at: audience.site)
        }
        return Found(action: .invitation(to: [.everyone]), audience: text.site, template: text.site)
    }

    private func template(_ text: Located<String>) -> TemplateName? {
        let name = TemplateName(text.value)
        if TemplateName.byItself.contains(name) {
            findings.error("'\(name)' goes out by itself; a rule says `send: {invitation: everyone}`", at: text.site)
            return nil
        }
        let names = Set(readings.names.templates.map(\.rawValue))
        return readings.known(text, among: names, as: "template").map(TemplateName.init)
    }

    private func audience(_ text: Located<String>) -> Audience? {
        guard let audience = Audience(rawValue: text.value) else {
            let roles = Audience.allCases.map(\.rawValue)
            let hint = Suggestion.phrase(for: text.value, among: roles)
            let list = hint.isEmpty ? "; write \(roles.joined(separator: ", "))" : hint
            findings.error("'\(text.value.shortened)' is no role" + list, at: text.site)
            return nil
        }
        if case .every? = trigger, audience != .coordinator {
            findings.error("a digest is about the programme, and goes to the coordinator alone", at: text.site)
        }
        if audience == .person, let trigger, !trigger.events.contains(where: \.isOfPerson) {
            findings.error(
                "'person' is who joins, leaves, answers or asks for the mediator; this trigger waits for none of these",
                at: text.site)
        }
        return audience
    }
}

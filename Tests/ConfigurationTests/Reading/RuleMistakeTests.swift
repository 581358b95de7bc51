import Testing

@Suite struct RuleMistakeTests {
    private static func rule(_ text: String) -> String {
        "rules:\n  invitation: {trigger: 6 weeks before session, send: {invitation: everyone}}\n  x: {\(text)}"
    }

    @Test(arguments: [
        Mistake(
            "rules.yaml", rule("trigger: 3 days before sesion, send: {template: prepare, to: mentee}"),
            "rules.yaml:3:16: error: there is no series 'sesion'; did you mean 'session'?"),
        Mistake(
            "rules.yaml", rule("trigger: when meeting is declined, send: {template: prepare, to: mentee}"),
            "rules.yaml:3:16: error: 'when meeting is declined' is not supported by this version; a trigger says before, "
                + "after or at"),
        Mistake(
            "rules.yaml", rule("trigger: 3 days before session, send: {template: prepar, to: mentee}"),
            "rules.yaml:3:56: error: there is no template 'prepar'; did you mean 'prepare'?"),
        Mistake(
            "rules.yaml", rule("trigger: 3 days before session, send: {template: prepare, to: mentre}"),
            "rules.yaml:3:69: error: 'mentre' is no role; did you mean 'mentee'?"),
        Mistake(
            "rules.yaml", rule("trigger: 3 days before session, send: {template: prepare}"),
            "rules.yaml:3:39: error: 'x' has no `to:`"),
        Mistake(
            "rules.yaml", rule("trigger: 3 days before session, send: {template: update, to: mentee}"),
            "rules.yaml:3:56: error: 'update' goes out by itself; a rule says `send: {invitation: everyone}`"),
        Mistake(
            "rules.yaml", rule("trigger: 3 days before session, send: {invitation: mentee}"),
            "rules.yaml:3:58: error: an invitation goes to everyone who takes part: `invitation: everyone`"),
        Mistake(
            "rules.yaml", rule("trigger: 3 days after session, send: {invitation: everyone}"),
            "rules.yaml:3:16: error: an invitation goes before a meeting; write 6 weeks before session, review"),
        Mistake(
            "rules.yaml", rule("trigger: 3 days before start, send: {invitation: everyone}"),
            "rules.yaml:3:16: error: an invitation goes before a meeting; write 6 weeks before session, review"),
        Mistake(
            "rules.yaml", rule("trigger: 3 days before start, send: {template: prepare, to: mentee}"),
            "rules.yaml:3:16: error: the text 'prepare' speaks of a meeting, and this trigger is about none"),
        Mistake(
            "rules.yaml", rule("trigger: 3 days before session, send: {}"),
            "rules.yaml:3:39: error: `send:` takes `invitation: everyone`, or `template:` and `to:`"),
        Mistake("rules.yaml", rule("trigger: 3 days before session"), "rules.yaml:3:3: error: 'x' has no `send:`"),
        Mistake(
            "rules.yaml", rule("send: {template: prepare, to: mentee}"), "rules.yaml:3:3: error: 'x' has no `trigger:`"),
        Mistake(
            "rules.yaml", rule("trigger: at start, send: {template: welcome, to: mentee}, only_if: [meeting is frist]"),
            "rules.yaml:3:75: error: 'meeting is frist' is nothing that only_if knows; did you mean 'meeting is first'?"
        ),
        Mistake(
            "rules.yaml", rule("trigger: at start, send: {template: welcome, to: mentee}, condition: x > 1"),
            "rules.yaml:3:65: error: 'condition' is not supported by this version of Jalon; take it out"),
        Mistake(
            "rules.yaml", rule("trigger: at start, send: {template: welcome, to: mentee}, then: []"),
            "rules.yaml:3:65: error: 'then' is not supported by this version of Jalon; take it out"),
        Mistake(
            "rules.yaml", rule("trigger: at start, send: {template: welcome, to: mentee}, even_if: []"),
            "rules.yaml:3:65: error: 'even_if' is not supported by this version of Jalon; take it out"),
        Mistake(
            "rules.yaml", rule("trigger: at start, send: {template: welcome, to: mentee}, max_times: 0"),
            "rules.yaml:3:76: error: '0' is no number from 1 to 100"),
        Mistake(
            "rules.yaml", rule("trigger: at start, send: {template: welcome, to: mentee}, at: 25:00"),
            "rules.yaml:3:69: error: '25:00' is no time of day; write it as 18:30"),
        Mistake(
            "rules.yaml", rule("trigger: at start, send: {template: welcome, to: mentee}, too_late_after: soon"),
            "rules.yaml:3:81: error: 'soon' is no stretch of time; write 2 days, 6 hours or 1h30"),
        Mistake(
            "rules.yaml", Pair.rules + "programme: {}", "rules.yaml:3:1: error: `programme:` belongs into jalon.yaml"),
    ])
    func `a mistake about a rule`(mistake: Mistake) throws {
        let lines = try mistake.headlines()
        #expect(lines.contains(mistake.headline), "\(lines)")
    }
}

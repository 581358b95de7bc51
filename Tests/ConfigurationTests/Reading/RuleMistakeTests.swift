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
            "rules.yaml",
            rule("trigger: at start, send: {template: welcome, to: mentee}, condition: relationship.mised > 1"),
            "rules.yaml:3:76: error: 'relationship.mised' is no fact; did you mean 'relationship.missed'?"),
        Mistake(
            "rules.yaml",
            rule("trigger: at start, send: {template: welcome, to: mentee}, condition: relationship.held"),
            "rules.yaml:3:76: error: a condition is true or false; this one is of type int"),
        Mistake(
            "rules.yaml",
            rule("trigger: at start, send: {template: welcome, to: mentee}, condition: 'relationship.held > \"2\"'"),
            "rules.yaml:3:95: error: int and string cannot be put in order"),
        Mistake(
            "rules.yaml",
            rule("trigger: at start, send: {template: welcome, to: mentee}, then: [{after: soon, send: {}}]"),
            "rules.yaml:3:80: error: 'soon' is no stretch of time; write 3 days, 2 weeks or 2 hours"),
        Mistake(
            "rules.yaml",
            rule(
                "trigger: at start, send: {template: welcome, to: mentee}, then: [{send: {template: pause, to: mentor}}]"
            ),
            "rules.yaml:3:72: error: a step of 'x' has no `after:`"),
        Mistake(
            "rules.yaml",
            rule(
                "trigger: at start, send: {template: welcome, to: mentee}, then: [{after: 2 days, send: {invitation: everyone}}]"
            ),
            "rules.yaml:3:107: error: a step sends a template; an invitation is a rule of its own"),
        Mistake(
            "rules.yaml",
            rule("trigger: at start, send: {template: welcome, to: mentee}, even_if: [relationship is asleep]"),
            "rules.yaml:3:75: error: 'relationship is asleep' is no state that keeps a rule from firing; write "
                + "relationship is paused or relationship is ended"),
        Mistake(
            "rules.yaml", rule("trigger: every monday at 08:00, send: {template: coordinator-digest, to: mentor}"),
            "rules.yaml:3:80: error: a digest is about the programme, and goes to the coordinator alone"),
        Mistake(
            "rules.yaml",
            rule("trigger: every monday at 08:00, at: 09:00, send: {template: coordinator-digest, to: coordinator}"),
            "rules.yaml:3:43: error: `at:` is for triggers that count days; this one has its own time"),
        Mistake(
            "rules.yaml", rule("trigger: when relationship pauses, send: {template: prepare, to: mentee}"),
            "rules.yaml:3:16: error: the text 'prepare' speaks of a meeting, and this trigger is about none"),
        Mistake(
            "rules.yaml", rule("trigger: when meeting is missed, send: {template: pause, to: person}"),
            "rules.yaml:3:68: error: 'person' is who joins, leaves, answers or asks for the mediator; this trigger waits "
                + "for none of these"),
        Mistake(
            "rules.yaml", rule("trigger: when meeting is missed, send: {invitation: everyone}"),
            "rules.yaml:3:16: error: an invitation goes before a meeting; write 6 weeks before session, review"),
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

import Testing

@Suite struct RelationshipMistakeTests {
    private static func relationship(_ lines: String, mentor: String = "claire") -> String {
        """
        relationships:
          claire-thomas:
            mentor: \(mentor)
            mentee: thomas
            start: 2026-12-01
            \(lines.split(separator: "\n").joined(separator: "\n    "))
        """
    }

    @Test(arguments: [
        Mistake(
            "relationships.yaml", relationship("", mentor: "clair"),
            "relationships.yaml:3:13: error: there is no person 'clair'; did you mean 'claire'?"),
        Mistake(
            "relationships.yaml", relationship("", mentor: "[]"),
            "relationships.yaml:3:13: error: 'claire-thomas' names no mentor"),
        Mistake(
            "relationships.yaml", relationship("", mentor: "[claire, claire]"),
            "relationships.yaml:3:22: error: 'claire' is named twice"),
        Mistake(
            "relationships.yaml", relationship("", mentor: "[claire, thomas]"),
            "relationships.yaml:4:13: error: 'thomas' is mentor and mentee of the same relationship"),
        Mistake(
            "relationships.yaml", relationship("mediator: claire"),
            "relationships.yaml:6:15: error: 'claire' has "
                + "another role here already, and cannot be the mediator too"),
        Mistake(
            "relationships.yaml", relationship("referent: thomas"),
            "relationships.yaml:6:15: error: 'thomas' has "
                + "another role here already, and cannot be the referent too"),
        Mistake(
            "relationships.yaml", relationship("mediator: nadia"),
            "relationships.yaml:6:15: error: there is no person 'nadia'"),
        Mistake(
            "relationships.yaml", relationship("end: 2026-11-30"),
            "relationships.yaml:6:10: error: 'claire-thomas' ends before it starts, on 2026-12-01"),
        Mistake(
            "relationships.yaml", relationship("end: tomorrow"),
            "relationships.yaml:6:10: error: 'tomorrow' is no date; write it as 2026-12-01"),
        Mistake(
            "relationships.yaml", relationship("sessions:\n  cadense: 3-4 weeks"),
            "relationships.yaml:7:7: error: unknown key 'cadense'; known here: every, lasts, max_gap, prefer, first, "
                + "then, with"),
        Mistake(
            "relationships.yaml", relationship("sessions:\n  every: 4-3 weeks"),
            "relationships.yaml:7:14: error: '4-3 weeks' ends before it begins"),
        Mistake(
            "relationships.yaml", relationship("sessions:\n  lasts: 90"),
            "relationships.yaml:7:14: error: '90' is no length; write 1h30, 2h or 45min"),
        Mistake(
            "relationships.yaml", relationship("sessions:\n  lasts: 3min"),
            "relationships.yaml:7:14: error: a meeting lasts from 5 minutes to 12 hours"),
        Mistake(
            "relationships.yaml", relationship("sessions:\n  prefer: jeu 18:30"),
            "relationships.yaml:7:15: error: "
                + "'jeu 18:30' does not begin with a weekday; write mon, tue, wed, thu, fri, sat or sun"),
        Mistake(
            "relationships.yaml", relationship("sessions:\n  then: {video: http://visio.exemple.fr}"),
            "relationships.yaml:7:21: error: 'http://visio.exemple.fr' is no secure link; it begins with https://"),
        Mistake(
            "relationships.yaml", relationship("sessions:\n  then: {video: https://a.fr, in_person: Paris}"),
            "relationships.yaml:7:7: error: a meeting is either in person or by video"),
        Mistake(
            "relationships.yaml", relationship("sessions:\n  then: {}"),
            "relationships.yaml:7:7: error: `then:` takes `in_person:` or `video:`"),
        Mistake(
            "relationships.yaml", relationship("sessions:\n  then: Café"),
            "relationships.yaml:7:13: error: keys with values belong here, not text"),
        Mistake(
            "relationships.yaml", relationship("sessions:\n  with: session"),
            "relationships.yaml:6:5: error: sessions cannot be `with: session`"),
        Mistake(
            "relationships.yaml", relationship("reviews: {with: nobody}"),
            "relationships.yaml:6:21: error: 'nobody' is "
                + "not where a meeting can be; write session (the nearest one becomes it) or apart"),
        Mistake(
            "relationships.yaml", relationship("reviews: {every: 3 months}"),
            "relationships.yaml:2:3: error: "
                + "'claire-thomas' has no `lasts:` for its reviews, neither here nor in the defaults"),
        Mistake(
            "relationships.yaml", relationship("series: {session: {every: 3 weeks}}"),
            "relationships.yaml:6:14: error: 'session' cannot be the name of a series"),
        Mistake(
            "relationships.yaml", relationship("objectives: [Grow]"),
            "relationships.yaml:6:18: error: keys with values belong here, not text"),
        Mistake(
            "relationships.yaml", relationship("objectives: [{indicator: x}]"),
            "relationships.yaml:6:18: error: an objective has no `goal:`"),
        Mistake(
            "relationships.yaml", relationship("met: [2026-10-08, 2026-10-08]"),
            "relationships.yaml:6:23: error: 2026-10-08 is named twice"),
        Mistake(
            "relationships.yaml", relationship("without: [nothing]"),
            "relationships.yaml:6:15: error: there is no rule 'nothing'"),
        Mistake(
            "relationships.yaml", relationship("formerly: claire-thomas"),
            "relationships.yaml:6:15: error: "
                + "'claire-thomas' is still there, and so cannot be what this was called"),
        Mistake(
            "relationships.yaml", "relationships:\n  a: {mentor: claire, start: 2026-12-01}",
            "relationships.yaml:2:3: error: 'a' has no `mentee:`"),
        Mistake(
            "relationships.yaml", "relationships:\n  a: {mentor: claire, mentee: thomas}",
            "relationships.yaml:2:3: error: 'a' has no `start:`"),
    ])
    func `a mistake about a relationship`(mistake: Mistake) throws {
        let lines = try mistake.headlines()
        #expect(lines.contains(mistake.headline), "\(lines)")
    }
}

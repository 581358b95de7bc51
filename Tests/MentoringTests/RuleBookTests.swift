import CivilTime
import Mentoring
import Testing

@Suite struct RuleBookTests {
    private func rule(
        _ id: String, _ offsets: [Offset], _ direction: Trigger.Direction, _ anchors: [Trigger.Anchor],
        hour: String? = nil, onlyIf: [Rule.Condition] = [], tooLateAfter: Int? = nil, maxTimes: Int? = nil,
        action: Rule.Action = .template(TemplateName("day-before"), to: [.mentee])
    ) -> Rule {
        Rule(
            id: Rule.ID(id),
            trigger: Trigger(
                offsets: offsets, direction: direction, anchors: anchors, hour: hour.flatMap { LocalTime($0) }),
            onlyIf: onlyIf, action: action, tooLateAfter: tooLateAfter, maxTimes: maxTimes)
    }

    private func world(
        _ rules: [Rule], mentee: Person? = nil
    ) throws -> (book: RuleBook, meeting: Meeting, relationship: Relationship) {
        let people = [try Samples.person("claire"), try mentee ?? Samples.person("thomas")]
        let relationship = try Samples.relationship()
        let programme = try Samples.programme(people: people, relationships: [relationship], rules: rules)
        // A Thursday, 18:30 in winter: 17:30 UTC.
        let start = try #require(LocalDateTime("2027-01-14T18:30"))
        let meeting = Meeting(
            id: Meeting.ID("m-1"), uid: "m-1@exemple.fr", relationship: relationship.id, series: .session, ordinal: 2,
            start: start, zone: "Europe/Paris", starts: programme.zone.instant(of: start), minutes: 90,
            state: .announced)
        return (RuleBook(programme: programme), meeting, relationship)
    }

    private func facts(_ world: (book: RuleBook, meeting: Meeting, relationship: Relationship)) throws -> Facts {
        Facts(
            relationship: world.relationship,
            recipient: try #require(world.book.programme.people[Person.ID("thomas")]), meeting: world.meeting,
            today: try Samples.date("2027-01-10"))
    }

    @Test(arguments: [
        (Offset(1, .days), "2027-01-13T17:30:00Z"), (Offset(2, .weeks), "2026-12-31T17:30:00Z"),
        (Offset(1, .months), "2026-12-14T17:30:00Z"), (Offset(2, .hours), "2027-01-14T15:30:00Z"),
        (Offset(90, .minutes), "2027-01-14T16:00:00Z"),
    ])
    func `an offset before a session gives its due time`(offset: Offset, due: String) throws {
        let world = try world([rule("r", [offset], .before, [.series(.session)])])
        #expect(world.book.firings(of: world.meeting, isLast: false).map(\.due.description) == [due])
    }

    @Test func `days are counted in the recipient's zone and keep the hour there over a change of the clocks`() throws {
        let rules = [rule("r", [Offset(3, .days)], .before, [.series(.session)])]
        var world = try world(rules, mentee: Samples.person("thomas", zone: "America/Toronto"))
        // Clocks in Toronto change on 14 March 2027; 18:30 in Paris is 13:30 there that week.
        world.meeting.start = try #require(LocalDateTime("2027-03-16T18:30"))
        world.meeting.starts = try Samples.zone("Europe/Paris").instant(of: world.meeting.start)
        let due = try #require(world.book.firings(of: world.meeting, isLast: false).first?.due)
        #expect(try Samples.zone("America/Toronto").local(at: due).description == "2027-03-13T13:30")
    }

    @Test func `an hour of its own replaces the anchor's`() throws {
        let world = try world([rule("r", [Offset(1, .days)], .before, [.series(.session)], hour: "09:00")])
        let due = try #require(world.book.firings(of: world.meeting, isLast: false).first?.due)
        #expect(due.description == "2027-01-13T08:00:00Z")
    }

    @Test func `mail about what is ahead leaves in the evening before closing time, hours and minutes at any time`()
        throws
    {
        var world = try world([
            rule("days", [Offset(1, .days)], .before, [.series(.session)]),
            rule("minutes", [Offset(30, .minutes)], .before, [.series(.session)]),
        ])
        world.meeting.start = try #require(LocalDateTime("2027-01-14T21:00"))
        world.meeting.starts = try Samples.zone("Europe/Paris").instant(of: world.meeting.start)
        let due = world.book.firings(of: world.meeting, isLast: false).map(\.due.description)
        #expect(due == ["2027-01-13T19:00:00Z", "2027-01-14T19:30:00Z"])
    }

    @Test func `a review merged with a session fires a rule for both once`() throws {
        var world = try world([rule("r", [Offset(1, .days)], .before, [.series(.session), .series(.review)])])
        world.meeting.merged = Meeting.Merged(series: .review, ordinal: 1)
        #expect(world.book.firings(of: world.meeting, isLast: false).count == 1)
    }

    @Test func `reminders wait until the meeting is announced, the invitation does not`() throws {
        var world = try world([
            rule("reminder", [Offset(1, .days)], .before, [.series(.session)]),
            rule("invite", [Offset(6, .weeks)], .before, [.series(.session)], action: .invitation(to: [.everyone])),
        ])
        #expect(world.book.firings(of: world.meeting, isLast: false).map(\.key.rule) == [Rule.ID("reminder")])
        world.meeting.state = .planned
        #expect(world.book.firings(of: world.meeting, isLast: false).map(\.key.rule) == [Rule.ID("invite")])
        world.meeting.state = .cancelled
        #expect(world.book.firings(of: world.meeting, isLast: false).isEmpty)
    }

    @Test func `a relationship's rule switched off never fires`() throws {
        let rules = [rule("r", [Offset(1, .days)], .before, [.series(.session)])]
        var programme = try world(rules).book.programme
        programme.relationships[Relationship.ID("claire-thomas")]?.without = [Rule.ID("r")]
        let meeting = try world(rules).meeting
        #expect(RuleBook(programme: programme).firings(of: meeting, isLast: false).isEmpty)
    }

    @Test(arguments: [
        // created, now, decision
        ("2027-01-01T08:00:00Z", "2027-01-13T17:30:00Z", Decision.send),
        ("2027-01-01T08:00:00Z", "2027-01-13T17:31:00Z", .send),
        ("2027-01-14T08:00:00Z", "2027-01-14T08:00:00Z", .skip(.tooLateWhenPlanned)),
        ("2027-01-01T08:00:00Z", "2027-01-14T12:00:00Z", .send),
        ("2027-01-01T08:00:00Z", "2027-01-14T17:16:00Z", .skip(.tooLate)),
    ])
    func `a reminder is sent late while it is of use`(created: String, now: String, decision: Decision) throws {
        let world = try world([rule("r", [Offset(1, .days)], .before, [.series(.session)])])
        let firing = try #require(world.book.firings(of: world.meeting, isLast: false).first)
        let decided = world.book.decide(
            firing, of: world.book.programme.rules[0], created: try #require(Instant(created)), facts: try facts(world),
            at: try #require(Instant(now)))
        #expect(decided == decision)
    }

    @Test func `too_late_after ends a firing's worth earlier`() throws {
        let world = try world([rule("r", [Offset(3, .days)], .before, [.series(.session)], tooLateAfter: 86_400)])
        let firing = try #require(world.book.firings(of: world.meeting, isLast: false).first)
        let decided = world.book.decide(
            firing, of: world.book.programme.rules[0], created: try #require(Instant("2027-01-01T08:00:00Z")),
            facts: try facts(world), at: try #require(Instant("2027-01-13T08:00:00Z")))
        #expect(decided == .skip(.tooLate))
    }

    @Test func `at night a late mail waits for the morning`() throws {
        let world = try world([rule("r", [Offset(3, .days)], .before, [.series(.session)])])
        let firing = try #require(world.book.firings(of: world.meeting, isLast: false).first)
        let decided = world.book.decide(
            firing, of: world.book.programme.rules[0], created: try #require(Instant("2027-01-01T08:00:00Z")),
            facts: try facts(world), at: try #require(Instant("2027-01-12T22:00:00Z")))
        #expect(decided == .wait(until: try #require(Instant("2027-01-13T07:00:00Z"))))
    }

    @Test func `what does not hold skips with the phrase`() throws {
        let condition = Rule.Condition(anyOf: [.meetingIsFirst, .meetingIsReview])
        let world = try world([rule("r", [Offset(1, .days)], .before, [.series(.session)], onlyIf: [condition])])
        let firing = try #require(world.book.firings(of: world.meeting, isLast: false).first)
        let decided = world.book.decide(
            firing, of: world.book.programme.rules[0], created: firing.due, facts: try facts(world), at: firing.due)
        #expect(decided == .skip(.notMet(condition)))
        #expect(SkipReason.notMet(condition).code == "not met: meeting is first or meeting is a review")
    }

    @Test func `an overtaken or exhausted firing is skipped`() throws {
        let world = try world([rule("r", [Offset(1, .days)], .before, [.series(.session)], maxTimes: 1)])
        let firing = try #require(world.book.firings(of: world.meeting, isLast: false).first)
        let late = firing.due.adding(seconds: 3600)
        var facts = try facts(world)
        facts.isOvertaken = true
        let rule = world.book.programme.rules[0]
        #expect(world.book.decide(firing, of: rule, created: firing.due, facts: facts, at: late) == .skip(.overtaken))
        facts.isOvertaken = false
        facts.timesSent = 1
        #expect(
            world.book.decide(firing, of: rule, created: firing.due, facts: facts, at: firing.due)
                == .skip(.sentOften(1)))
    }

    @Test(arguments: Phrase.allCases.filter(\.needsAnswers))
    func `phrases about answers never hold where answers are not followed`(phrase: Phrase) throws {
        let world = try world([])
        for answer in [Answer.missing, .accepted, .declined] {
            var facts = try facts(world)
            facts.answer = answer
            facts.answers = [answer]
            #expect(!phrase.holds(for: facts))
        }
    }

    @Test func `a relationship's dates have firings of their own`() throws {
        let world = try world([
            rule("welcome", [Offset(2, .weeks)], .before, [.start]), rule("relay", [Offset(60, .days)], .after, [.end]),
            rule("half", [], .at, [.halfway]),
        ])
        let due = world.book.firings(of: world.relationship).map { "\($0.key.rule) \($0.due)" }
        #expect(
            due == [
                "half 2027-06-01T06:00:00Z", "relay 2028-01-29T07:00:00Z", "welcome 2026-11-17T07:00:00Z",
            ])
    }
}

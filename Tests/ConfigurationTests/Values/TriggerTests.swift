import Mentoring
import Testing

@testable import Configuration

@Suite struct TriggerTests {
    @Test(arguments: [
        (
            "6 weeks before session, review",
            Trigger(offsets: [Offset(6, .weeks)], direction: .before, anchors: [.series(.session), .series(.review)])
        ),
        (
            "10 days, 4 days before session",
            Trigger(offsets: [Offset(10, .days), Offset(4, .days)], direction: .before, anchors: [.series(.session)])
        ),
        ("at start", Trigger(offsets: [], direction: .at, anchors: [.start])),
        ("at halfway", Trigger(offsets: [], direction: .at, anchors: [.halfway])),
        ("60 days after end", Trigger(offsets: [Offset(60, .days)], direction: .after, anchors: [.end])),
        (
            "2 hours after end of session",
            Trigger(offsets: [Offset(2, .hours)], direction: .after, anchors: [.endOf(.session)])
        ),
        (
            "45 days after last held session",
            Trigger(offsets: [Offset(45, .days)], direction: .after, anchors: [.lastHeld(.session)])
        ),
        (
            "3 days before first session, last review",
            Trigger(offsets: [Offset(3, .days)], direction: .before, anchors: [.first(.session), .last(.review)])
        ),
        (
            "1 day before visite",
            Trigger(offsets: [Offset(1, .days)], direction: .before, anchors: [.series(Series.Name("visite"))])
        ),
    ])
    func `a trigger is read as it is said`(text: String, trigger: Trigger) throws {
        #expect(try Trigger(written: text) == trigger)
    }

    @Test(arguments: [
        ("when meeting is declined", "is not supported by this version; a trigger says before, after or at"),
        ("every monday at 08:00", "is not supported by this version; a trigger says before, after or at"),
        ("session", "is no trigger; write 3 days before session, at start or 60 days after end"),
        ("", "is no trigger; write 3 days before session, at start or 60 days after end"),
        (
            "soon before session",
            "does not say how long before: 'soon' is no stretch of time; write 3 days, 2 weeks or 2 hours"
        ),
        (
            "before session", "does not say how long before: '' is no stretch of time; write 3 days, 2 weeks or 2 hours"
        ),
        ("3 days, 3 days before session", "names the same stretch of time twice"),
        (
            "3 days before",
            "does not say what it counts from; write session, review, first session, last held session, "
                + "end of session, start, end or halfway"
        ),
        (
            "3 days before every session",
            "does not say what it counts from; write session, review, first session, last held session, "
                + "end of session, start, end or halfway"
        ),
    ])
    func `anything else says what is wrong`(text: String, reason: String) {
        #expect(throws: Misspelling(reason)) { try Trigger(written: text) }
    }
}

import CivilTime
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
        ("when meeting is declined, missed", Trigger.when([.meetingDeclined, .meetingMissed])),
        ("when relationship ends early, mail bounces", .when([.relationshipEndsEarly, .mailBounces])),
        ("every monday at 8:00", .every(.weekly(.monday, LocalTime(hour: 8, minute: 0) ?? .midnight))),
        ("first weekday of month at 17:30", .every(.monthly(LocalTime(hour: 17, minute: 30) ?? .midnight))),
    ])
    func `a trigger is read as it is said`(text: String, trigger: Trigger) throws {
        #expect(try Trigger(written: text) == trigger)
    }

    @Test(arguments: [
        ("when meeting is declnied", "waits for nothing that happens; did you mean 'meeting is declined'?"),
        ("every monday", "has no hour; write every monday at 08:00 or first weekday of month at 08:00"),
        ("every day at 08:00", "names no day; write every monday at 08:00 or first weekday of month at 08:00"),
        ("every monday at 8", "is no time of day; write it as 18:30"),
        (
            "session",
            "is no trigger; write 3 days before session, at start, 60 days after end, when meeting is declined or "
                + "every monday at 08:00"
        ),
        (
            "",
            "is no trigger; write 3 days before session, at start, 60 days after end, when meeting is declined or "
                + "every monday at 08:00"
        ),
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

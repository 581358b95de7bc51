import Mentoring
import Testing

@testable import Configuration

@Suite struct ConditionTests {
    @Test(arguments: Phrase.allCases)
    func `every phrase of the rule book can be written`(phrase: Phrase) throws {
        #expect(try Rule.Condition(written: phrase.rawValue).alternatives == [phrase])
    }

    @Test(arguments: [
        ("meeting is confirmed or unanswered", [Phrase.meetingIsConfirmed, .meetingIsUnanswered]),
        ("answer is missing or accepted or declined", [.answerIsMissing, .answerIsAccepted, .answerIsDeclined]),
        ("meeting is first or answer is missing", [.meetingIsFirst, .answerIsMissing]),
        ("meeting is first or is last", nil), ("meeting is", nil), ("unanswered", nil), ("", nil),
        ("meeting is first or", nil), ("or meeting is first", nil),
    ])
    func `"or" joins phrases, with or without their beginning`(text: String, phrases: [Phrase]?) {
        #expect((try? Rule.Condition(written: text))?.alternatives == phrases)
    }

    @Test func `a phrase that is nearly one is suggested`() {
        let reason = "is nothing that only_if knows; did you mean 'meeting is a review'?"
        #expect(throws: Misspelling(reason)) { try Rule.Condition(written: "meeting is review") }
    }
}

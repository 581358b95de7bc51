import Testing

@testable import Configuration

@Suite struct SuggestionTests {
    @Test(arguments: [
        ("cadense", "cadence"), ("evrey", "every"), ("menteee", "mentee"), ("Mentor", "mentor"), ("mentors", "mentor"),
        ("x", nil), ("completely-else", nil), ("", nil),
    ])
    func `the nearest word is suggested, unless all are far`(word: String, meant: String?) {
        let words = ["cadence", "every", "mentor", "mentee", "mediator"]
        #expect(Suggestion.nearest(to: word, among: words) == meant)
    }

    @Test func `of two that are as near the first of the alphabet is taken`() {
        #expect(Suggestion.nearest(to: "bat", among: ["cat", "bit", "hat"]) == "bit")
    }
}

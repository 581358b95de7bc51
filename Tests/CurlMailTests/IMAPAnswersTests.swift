import Testing

@testable import CurlMail

/// What a server says is taken as far as it makes sense, and no further.
@Suite struct IMAPAnswersTests {
    private func answers(to lines: [String]) -> IMAPAnswers {
        var answers = IMAPAnswers()
        answers.beginCommand()
        for line in lines { answers.hear(line) }
        return answers
    }

    @Test(
        arguments: [
            ("* SEARCH 3 2 1 2 3", [1, 2, 3]), ("* search 9", [9]), ("* SEARCH", []),
            ("* SEARCH x -1 99999999999 4", [4]),
            ("A1 SEARCH 5", []), ("* SEARCHED 5", []), ("*SEARCH 5", []),
        ] as [(String, [UInt32])])
    func `a search finds each number once, in order`(line: String, found: [UInt32]) {
        #expect(answers(to: [line]).found == found)
    }

    @Test func `several lines of a search are one answer`() {
        #expect(answers(to: ["* SEARCH 7 1", "* SEARCH 3 7"]).found == [1, 3, 7])
    }

    @Test func `a line that libcurl may have cut off is not believed`() {
        let uids = (1_000_000..<1_020_000).map(String.init).joined(separator: " ")
        #expect(answers(to: ["* SEARCH \(uids)"]).isCut)
        #expect(!answers(to: ["* SEARCH \((1...4_000).map(String.init).joined(separator: " "))"]).isCut)
    }

    @Test(arguments: ["* 1 EXISTS", "* OK still here", "* 1 FETCH (UID 1 RFC822.SIZE 10)", "+ go on"])
    func `a server that goes on for ever is one that does not come to an end`(line: String) {
        let short = answers(to: Array(repeating: line, count: 4_000))
        #expect(!short.isEndless)
        let long = answers(to: Array(repeating: line, count: 6_000))
        #expect(long.isEndless && long.entries.count <= 5_000)
        #expect(answers(to: Array(repeating: String(repeating: "x", count: 100_000), count: 50)).isEndless)
    }

    @Test func `a new command begins anew`() {
        var answers = answers(to: Array(repeating: "* OK", count: 6_000))
        answers.beginCommand()
        #expect(!answers.isEndless && !answers.isCut)
    }
}

import Testing

@testable import CurlMail

struct ReplyReaderTests {
    @Test(arguments: [
        (["250 2.0.0 queued as 4F2\r\n"], 250, "2.0.0 queued as 4F2"),
        (["550-5.1.1 nobody here\r\n", "550 5.1.1 by that name\r\n"], 550, "5.1.1 nobody here 5.1.1 by that name"),
        (["250\r\n"], 250, ""),
        (["noise\r\n", "\r\n", "25\r\n", "354 go on\r\n"], 354, "go on"),
        (["250 bien re\u{E7}u\r\n"], 250, "bien reçu"),
    ])
    func `the lines of an answer make one reply`(lines: [String], code: Int, words: String) {
        var reader = ReplyReader()
        let replies = lines.compactMap { $0.octets { reader.take($0)?.reply } }
        #expect(replies == [Reply(code: code, words: words)])
    }

    @Test func `an answer without end fills no memory`() {
        var reader = ReplyReader()
        let wholes = (1...100_000).map { "250\($0 < 100_000 ? "-" : " ")x\r\n".octets { reader.take($0) } }
        #expect(wholes.compactMap(\.?.lines.count) == [100])
    }

    @Test func `a long answer is cut`() {
        #expect(Reply(code: 550, words: String(repeating: "x", count: 100_000)).words.count == 500)
    }

    @Test func `what a server announces before STARTTLS does not hold after it`() {
        var dialogue = Dialogue()
        dialogue.begin()
        dialogue.socketOpened()
        for line in ["220 hello", "250-x", "250-SMTPUTF8", "250 STARTTLS", "220 go", "250-x", "250 SIZE 1000"] {
            "\(line)\r\n".octets { dialogue.hear($0) }
        }
        #expect(dialogue.offers == ["SIZE": "1000"] && dialogue.longestMail == 1000)
    }
}

extension String {
    /// As libcurl hands a line over.
    fileprivate func octets<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
        Array(utf8).withUnsafeBytes(body)
    }
}

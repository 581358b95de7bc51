import Testing

@testable import ICalendar

/// Lines of 75 octets.
struct FoldingTests {
    private func lines(_ text: String) throws -> [String] {
        var bytes: [UInt8] = []
        Folding.write(text, to: &bytes)
        let written = try #require(String(validating: bytes, as: UTF8.self))
        #expect(written.hasSuffix("\r\n"))
        return written.split(separator: "\r\n", omittingEmptySubsequences: false).dropLast().map(String.init)
    }

    @Test(arguments: 0...75)
    func `a short line stays whole`(_ length: Int) throws {
        let text = String(repeating: "x", count: length)
        #expect(try lines(text) == [text])
    }

    @Test func `a line is folded at its seventy-fifth octet, the fold's space counted`() throws {
        let text = String(repeating: "x", count: 75 + 74 + 1)
        #expect(try lines(text).map(\.utf8.count) == [75, 75, 2])
    }

    @Test(arguments: ["é", "€", "🚀", "e\u{301}", "👩🏽‍🏫", "🇫🇷"], 60...80)
    func `a fold falls between characters`(_ character: String, _ offset: Int) throws {
        let text = String(repeating: "x", count: offset) + String(repeating: character, count: 40)
        let lines = try lines(text)
        #expect(lines.allSatisfy { $0.utf8.count <= 75 })
        #expect(lines.dropFirst().allSatisfy { $0.hasPrefix(" ") })
        let pieces = lines.prefix(1) + lines.dropFirst().map { String($0.dropFirst()) }
        #expect(pieces.joined() == text)
        #expect(pieces.map(\.count).reduce(0, +) == text.count)
    }

    @Test func `a character longer than a line is folded between its scalars`() throws {
        let text = "SUMMARY:a" + String(repeating: "\u{301}", count: 100)
        let lines = try lines(text)
        #expect(lines.allSatisfy { $0.utf8.count <= 75 })
        let pieces = lines.enumerated().map { $0.element.unicodeScalars.dropFirst($0.offset == 0 ? 0 : 1) }
        #expect(pieces.joined().elementsEqual(text.unicodeScalars))
    }
}

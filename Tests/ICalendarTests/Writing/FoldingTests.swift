import Testing

@testable import ICalendar

/// Lines of 75 octets.
struct FoldingTests {
    private func lines(_ text: String) throws -> [String] {
        var buffer = ByteBuffer(capacity: 16)
        buffer.append("BEFORE\r\n")
        let start = buffer.count
        buffer.append(text)
        Folding.fold(&buffer, from: start)
        let written = try #require(String(validating: buffer.bytes, as: UTF8.self))
        #expect(written.hasPrefix("BEFORE\r\n"))
        return written.dropFirst(7).split(separator: "\r\n", omittingEmptySubsequences: false).map(String.init)
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

    @Test(
        arguments: ["é", "€", "’", "🚀", "e\u{301}", "ı\u{327}", "👩🏽‍🏫", "🇫🇷", "각", "กำ", "\u{600}1", "नि"],
        60...80)
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

    @Test(arguments: 0..<40)
    func `a line is folded as going through its characters one by one folds it`(_ seed: UInt64) throws {
        var numbers = SeededNumbers(seed: seed)
        let alphabet = Array("abc é’« ·œ€🚀👩🏽‍🏫🇫🇷\u{301}\u{200D}각ก\u{600}नि").flatMap { String($0).unicodeScalars }
        for _ in 0..<50 {
            var text = String.UnicodeScalarView()
            for _ in 0..<Int.random(in: 70...300, using: &numbers) {
                text.append(alphabet[Int.random(in: 0..<alphabet.count, using: &numbers)])
            }
            #expect(try lines(String(text)) == Self.slowly(String(text)))
        }
    }

    /// Folds without looking ahead; no character of the test is longer than a line.
    private static func slowly(_ text: String) -> [String] {
        var lines = [""]
        for character in text {
            if lines[lines.endIndex - 1].utf8.count + character.utf8.count > 75 { lines.append(" ") }
            lines[lines.endIndex - 1] += String(character)
        }
        return lines
    }
}

import CivilTime
import Foundation
import Testing

struct CodingTests {
    private struct Row: Codable, Equatable {
        var date: CivilDate
        var time: LocalTime
        var local: LocalDateTime
        var instant: Instant
    }

    private static let json =
        #"{"date":"2026-12-01","instant":"2026-12-03T17:30:00Z","local":"2026-12-03T18:30:15","time":"18:30"}"#

    @Test func `values are the same text in JSON as in their descriptions`() throws {
        let row = try JSONDecoder().decode(Row.self, from: Data(Self.json.utf8))
        #expect(row.date.description == "2026-12-01")
        #expect(row.local.description == "2026-12-03T18:30:15")
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        #expect(String(decoding: try encoder.encode(row), as: UTF8.self) == Self.json)
    }

    @Test(arguments: [("2026-12-01", "2026-02-30"), ("18:30", "25:30"), ("17:30:00Z", "17:30:00"), ("30:15", "30:61")])
    func `a text of the wrong form is a decoding error`(part: String, replacement: String) {
        let json = Self.json.replacingOccurrences(of: part, with: replacement)
        #expect(throws: DecodingError.self) { try JSONDecoder().decode(Row.self, from: Data(json.utf8)) }
    }
}

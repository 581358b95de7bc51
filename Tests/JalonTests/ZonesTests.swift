import CivilTime
import Foundation
import Testing

/// Every VTIMEZONE that the program would write, read by `zoneinfo` and `dateutil`.
@Suite(.enabled(if: Outside.hasPython, "needs Python with dateutil; Scripts/test prepares it"))
struct ZonesTests {
    private static let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("Fixtures/zones.py").path

    private static let first = SampleFiles.today

    private struct Line: Codable {
        var zone: String
        var vtimezone: String
    }

    /// What the program says, asked once.
    private static let told = Task {
        let told = try await Binary.run("conform", "zones", "--from", first.description)
        try #require(told.status == 0, "\(told.errors)")
        return try told.output.split(separator: "\n").map { line in
            try JSONDecoder().decode(Line.self, from: Data(line.utf8))
        }
    }

    private func judged(_ lines: [Line]) async throws -> Binary.Outcome {
        let encoder = JSONEncoder()
        let file = try Binary.scratch().appendingPathComponent("zones.jsonl")
        let text = try lines.map { String(decoding: try encoder.encode($0), as: UTF8.self) + "\n" }.joined()
        try Data(text.utf8).write(to: file)
        return try await Outside.python([Self.script, "--from", Self.first.description, file.path])
    }

    @Test func `each zone's VTIMEZONE gives the offset of its file at every hour of two years`() async throws {
        let lines = try await Self.told.value
        // A writer that always chose UTC would never be wrong.
        let utc = lines.filter { $0.vtimezone == "utc" }.map(\.zone)
        #expect(lines.count > 300 && utc.count < lines.count / 10, "\(utc)")
        #expect(!utc.contains { ["Europe/Paris", "Europe/Dublin", "America/Toronto", "Asia/Tokyo"].contains($0) })
        let outcome = try await judged(lines)
        #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
        #expect(outcome.output.contains(" 0 differences"))
        print(outcome.output)
    }

    @Test(arguments: [
        ("BYDAY=-1SU", "BYDAY=3SU"), ("TZOFFSETTO:+0200", "TZOFFSETTO:+0130"),
        ("TZOFFSETFROM:+0200", "TZOFFSETFROM:+0300"), ("TZID:Europe/Paris", "TZID:Paris"), ("T030000", "T040000"),
        ("BEGIN:VTIMEZONE", ""), ("\r\n", "\n"),
    ])
    func `a VTIMEZONE that is not the file's is found`(right: String, wrong: String) async throws {
        var lines = try await Self.told.value
        let paris = try #require(lines.firstIndex { $0.zone == "Europe/Paris" })
        let text = lines[paris].vtimezone.replacingOccurrences(of: right, with: wrong)
        try #require(text != lines[paris].vtimezone)
        lines[paris].vtimezone = text
        // The others would only take time.
        let rest = lines.indices.filter { $0 != paris }
        for index in rest { lines[index].vtimezone = "utc" }
        let outcome = try await judged(lines)
        #expect(outcome.status == 1)
        #expect(outcome.output.contains("Europe/Paris: "), "\(outcome.output)\(outcome.errors)")
    }

    @Test func `a zone that is left out is found`() async throws {
        let lines = try await Self.told.value.map { Line(zone: $0.zone, vtimezone: "utc") }
        let outcome = try await judged(lines.filter { $0.zone != "Asia/Tokyo" })
        #expect(outcome.status == 1)
        #expect(outcome.output.contains("Asia/Tokyo is missing"))
    }
}

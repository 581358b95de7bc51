import CivilTime
import Foundation
import ICalendar
import Testing

/// A rule, its start, and what other implementations agree on.
private struct Case: Decodable {
    let rrule: String
    let dtstart: String
    let instances: [String]
    /// Whether `instances` are all there are.
    let bounded: Bool
}

private let file = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "../shared/conformance/recurrence/rules.jsonl").standardizedFileURL

struct RecurrenceConformanceTests {
    // A clone of the project alone does not have the cases of others; the tables of this folder cover the same ground.
    @Test(
        .enabled(
            if: FileManager.default.fileExists(atPath: file.path),
            "../shared/conformance is not beside this clone; its cases are skipped"))
    func `rules that others agree on have the same occurrences here`() throws {
        let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
        #expect(!lines.isEmpty)
        for line in lines {
            let sample = try JSONDecoder().decode(Case.self, from: Data(line.utf8))
            let (start, isDate) = try time(sample.dtstart)
            var iterator = RecurrenceIterator(try RecurrenceRule(sample.rrule), start: start, isDate: isDate)
            for expected in sample.instances {
                #expect(try iterator.next() == time(expected).wall, "\(sample.rrule)")
            }
            if sample.bounded { #expect(try iterator.next() == nil, "\(sample.rrule)") }
        }
    }

    private func time(_ text: String) throws -> (wall: LocalDateTime, isDate: Bool) {
        switch try #require(DateTimeValue(text)) {
        case .date(let date): (LocalDateTime(date, .midnight), true)
        case .local(let local): (local, false)
        case .utc(let instant): (Zone.utc.local(at: instant), false)
        }
    }
}

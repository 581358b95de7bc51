import Foundation
import Testing

/// Where the cases stand.
private enum Conformance {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("../../../shared/conformance").standardizedFileURL.path

    static let isThere = FileManager.default.fileExists(atPath: folder)
}

/// Cases written by others, which stand beside the project where it is developed: `../shared/conformance`.
///
/// Where they are absent nothing is tested here: the tests of ICalendar cover the same behaviour.
@Suite(.enabled(if: Conformance.isThere, "needs ../shared/conformance"))
struct ConformTests {
    @Test func `every rule gives its instances`() async throws {
        let result = try await Binary.run("conform", "recurrence", Conformance.folder + "/recurrence/rules.jsonl")
        #expect(result.status == 0, "\(result.output)")
        #expect(result.output.hasSuffix(" passed, 0 failed\n"))
    }

    @Test func `every condition comes to its value`() async throws {
        let result = try await Binary.run("conform", "cel", Conformance.folder + "/cel/core.jsonl")
        #expect(result.status == 0, "\(result.output)")
        #expect(result.output.hasSuffix("522 passed, 0 failed\n"))
    }

    @Test func `every calendar gives its times, but for the differences that are written down here`() async throws {
        let result = try await Binary.run("conform", "ics", Conformance.folder + "/ics")
        let failed = result.output.split(separator: "\n").compactMap { line in
            line.split(separator: ".ics: ").first.map(String.init).flatMap { Int($0) == nil ? nil : $0 }
        }
        #expect(Set(failed) == Set(Self.differences.flatMap(\.value)), "\(result.output)")
        #expect(result.output.hasSuffix(" passed, \(failed.count) failed\n"))
        #expect(result.status == 1)
    }

    /// Why this program reads some of the cases otherwise than they were made, with the sections that say so.
    private static let differences: [String: [String]] = [
        "RFC 5545 3.6.1: an event with a time and no end ends when it starts; the cases have it last until 23:59:59.":
            ["009", "051", "057", "065", "083", "107", "109", "111", "161", "257"],
        "RFC 5545 3.2.19: a TZID is not applied to a date; the cases begin the day in that zone.":
            ["035", "219", "221"],
        "RFC 5545 3.6.5: a TZID means the VTIMEZONE of the calendar; the cases have the time of whoever looks.":
            ["041", "089", "261"],
        "RFC 5545 3.8.5.2: of the same time from DTSTART, RRULE and RDATE only one counts; the cases count each.":
            ["087", "201", "203", "205", "207"],
        "RFC 5545 3.3.10: DTSTART counts as the first of the series, also beside the rule. Apple writes such series "
            + "where the first is moved, with an EXDATE for the time that it had (181, 213).":
            ["181", "213", "217"],
        "RFC 5545 3.8.5.3: what several RRULEs give is undefined; here each gives its times, the case keeps the last.":
            ["255"],
        "RFC 5545 3.8.5.3: DTEND gives an exact length; the case subtracts wall times of two zones.": ["021"],
        "RFC 5545 3.3.5: a series that starts in UTC goes on in UTC; the case goes on in local time.": ["019"],
        "RFC 5545 3.3.10: UNTIL in UTC is an instant, and included; the case compares it with the wall.": ["047"],
        "RFC 5545 3.8.2.2: DTEND is later than DTSTART; a day that ends on itself is read as that day, not as nothing.":
            ["085"],
        "RFC 5545 3.8.4.4: an override has the UID of its series (253), and takes the place of a time that RDATE gave "
            + "too (259).": ["253", "259"],
        "RFC 7529 4: a rule of another calendar that is not known is ignored; the case takes it for a Gregorian one.":
            ["117"],
        "RFC 9636: the rule at a zone file's end holds for ever; the case knows of no change after 2099.": ["177"],
    ]

    @Test func `a case that fails is named, and is the exit code`() async throws {
        let file = try Binary.scratch().appendingPathComponent("a.jsonl")
        let cases = [
            #"{"rrule": "FREQ=DAILY;COUNT=2", "dtstart": "20261203", "instances": ["20261203"], "bounded": true}"#,
            #"{"rrule": "FREQ=DAILY", "dtstart": "20261203", "instances": ["20261203"], "bounded": false}"#,
        ]
        try Data(cases.joined(separator: "\n").utf8).write(to: file)
        let result = try await Binary.run("conform", "recurrence", file.path)
        #expect(result.status == 1)
        #expect(result.output.hasPrefix("line 1: FREQ=DAILY;COUNT=2: instance 2 is 20261204 instead of nothing\n"))
        #expect(result.output.hasSuffix("1 passed, 1 failed\n"))
    }
}

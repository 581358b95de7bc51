import Foundation
import Testing

/// `jalon ics`
struct IcsTests {

    private func calendar(_ lines: String...) throws -> String {
        let head = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//exemple.fr//EN"]
        let file = try Binary.scratch().appendingPathComponent("a.ics")
        try Data((head + lines + ["END:VCALENDAR", ""]).joined(separator: "\r\n").utf8).write(to: file)
        return file.path
    }

    @Test func `expand lists the times in their order, in the zone that is asked for`() async throws {
        let path = try calendar(
            "BEGIN:VEVENT", "UID:1", "DTSTAMP:20261101T000000Z", "SUMMARY:Cours\\, suite", "DTSTART:20261203T173000Z",
            "DURATION:PT1H", "RRULE:FREQ=WEEKLY", "END:VEVENT", "BEGIN:VEVENT", "UID:2", "DTSTAMP:20261101T000000Z",
            "SUMMARY:Congés", "DTSTART;VALUE=DATE:20261207", "DTEND;VALUE=DATE:20261209", "TRANSP:TRANSPARENT",
            "END:VEVENT")
        let result = try await Binary.run(
            "ics", "expand", path, "--from", "2026-12-01", "--to", "2026-12-10", "--zone", "Asia/Tokyo")
        #expect(result.status == 0, "\(result.errors)")
        #expect(
            result.output == """
                2026-12-04T02:30\t2026-12-04T03:30\tbusy\tCours, suite
                2026-12-07\t2026-12-08\tfree\tCongés

                """)
    }

    @Test func `expand tells what it cannot follow, by line, and ends with 1`() async throws {
        let path = try calendar(
            "BEGIN:VEVENT", "UID:1", "DTSTAMP:20261101T000000Z", "DTSTART:20261203T173000Z", "RRULE:FREQ=OFTEN",
            "END:VEVENT")
        let result = try await Binary.run("ics", "expand", path, "--from", "2026-12-01", "--to", "2026-12-10")
        #expect(result.status == 1)
        #expect(result.output.hasPrefix("2026-12-03T18:30\t"))
        #expect(result.errors.hasPrefix("\(path):8: "))
    }

    @Test(arguments: [
        ["--from", "2026-12-10", "--to", "2026-12-01"],
        ["--from", "2026-12-01", "--to", "2026-12-10", "--zone", "Paris"],
        ["--from", "demain", "--to", "2026-12-10"],
    ])
    func `expand refuses what makes no sense`(_ options: [String]) async throws {
        let path = try calendar()
        let process = Binary.process(["ics", "expand", path] + options)
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try await process.runToEnd()
        #expect(process.terminationStatus == 64)
    }

    @Test func `lint has nothing to say of a sound file`() async throws {
        let path = try calendar(
            "BEGIN:VEVENT", "UID:1", "DTSTAMP:20261101T000000Z", "DTSTART;TZID=Europe/Paris:20261203T183000",
            "RRULE:FREQ=WEEKLY", "X-WR-ANYTHING:yes", "END:VEVENT", "BEGIN:VTIMEZONE", "TZID:Europe/Paris",
            "BEGIN:STANDARD", "DTSTART:19700101T000000", "TZOFFSETFROM:+0100", "TZOFFSETTO:+0100", "END:STANDARD",
            "END:VTIMEZONE")
        let result = try await Binary.run("ics", "lint", path)
        #expect(result.status == 0, "\(result.output)")
    }

    @Test func `lint says where and what`() async throws {
        let path = try calendar(
            "BEGIN:VEVENT", "DTSTART;TZID=Europe/Paris:20261203T183000", "EXDATE:x", "RRULE:FREQ=OFTEN",
            "SUMMARY", "END:VEVENT")
        let result = try await Binary.run("ics", "lint", path)
        #expect(result.status == 1)
        for line in [4, 5, 6, 7, 8] {
            #expect(result.output.contains("\(path):\(line): "), "line \(line) of \(result.output)")
        }
    }

    @Test func `a file that is not there is told in one sentence`() async throws {
        for command in [["lint"], ["expand", "--from", "2026-12-01", "--to", "2026-12-10"]] {
            let result = try await Binary.run(
                executable: Binary.url.path, ["ics"] + command + ["/nowhere/a.ics"])
            #expect(result.status == 1)
            #expect(result.errors.split(separator: "\n").count == 1)
            #expect(result.errors.hasPrefix("jalon: '/nowhere/a.ics' cannot be read"))
        }
    }
}

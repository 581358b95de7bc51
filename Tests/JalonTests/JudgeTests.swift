import Foundation
import Testing

/// What a rehearsal of the sample programme writes, before judges that others wrote: libical, icalendar and vobject.
@Suite(.enabled(if: Outside.hasPython && Judges.hasLibical, "needs Python and libical; Scripts/test prepares them"))
struct JudgeTests {
    @Test func `nobody complains of a year of the sample programme`() async throws {
        let out = try await Self.rehearsal(months: 12)
        let files = try Judges.calendars(under: out)
        let judged = try await Judges.verdicts(on: files + Judges.mails(under: out))
        #expect(judged.complaints == [])
        #expect(files.count >= 20 && judged.count >= 200, "\(judged.count) calendars")
    }

    /// The edit makes messages that a quiet year has not: updates, and cancellations to one and to all.
    @Test func `nobody complains of a programme that changes`() async throws {
        let edited = try Binary.scratch().appendingPathComponent("config")
        try FileManager.default.copyItem(at: Self.config, to: edited)
        for (file, right, new) in Self.edits {
            let url = edited.appendingPathComponent(file)
            let text = try String(contentsOf: url, encoding: .utf8)
            let changed = text.replacingOccurrences(of: right, with: new)
            try #require(changed != text, "\(right) is not in \(file)")
            try Data(changed.utf8).write(to: url)
        }
        let out = try await Self.rehearsal(months: 5, "--edit", "2027-02-01=\(edited.path)")
        let mails = try Judges.mails(under: out)
        #expect(mails.contains { $0.contains("-cancellation-") } && mails.contains { $0.contains("-update-") })
        let judged = try await Judges.verdicts(on: Judges.calendars(under: out) + mails)
        #expect(judged.complaints == [])
        #expect(judged.count >= 80, "\(judged.count) calendars")
    }

    /// Each is wrong in a way that at least the judges named see.
    @Test(arguments: [
        (["libical"], "ORGANIZER:mailto:m@example.org\r\n", ""),
        (["libical", "when_by_vobject"], "SUMMARY:Talk\r\n", "SUMMARY:Talk\r\nSUMMARY:Walk\r\n"),
        (["libical"], "STATUS:CONFIRMED", "STATUS:CANCELLED"),
        (["libical", "when_by_vobject"], "UID:1@example.org\r\n", ""),
        (["libical"], "METHOD:REQUEST", "METHOD:REPLY"),
        (["when_by_icalendar", "when_by_vobject"], "DTSTART:20261201T090000Z", "DTSTART:20261399T090000Z"),
        (["when_by_icalendar"], "SEQUENCE:1", "SEQUENCE:one"),
        (["libical", "when_by_icalendar", "when_by_vobject"], "END:VEVENT\r\nEND:VCALENDAR\r\n", ""),
    ])
    func `each judge does complain where there is reason to`(
        judges: [String], right: String, wrong: String
    ) async throws {
        let file = try Binary.scratch().appendingPathComponent("talk.ics")
        try Data(Self.talk.utf8).write(to: file)
        #expect(try await Judges.verdicts(on: [file.path]).complaints == [])
        let broken = Self.talk.replacingOccurrences(of: right, with: wrong)
        try #require(broken != Self.talk)
        try Data(broken.utf8).write(to: file)
        let complaints = try await Judges.verdicts(on: [file.path]).complaints
        for judge in judges {
            #expect(complaints.contains { $0.contains("\(judge): ") }, "\(complaints)")
        }
    }

    private static let config = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("../../config").standardizedFileURL

    /// In this order: an attendee's other address, a name that needs care, an absence, somebody less, and an end.
    private static let edits = [
        ("people/mentors.yaml", "claire.durand@exemple.fr", "claire.durand@example.org"),
        ("people/mentores.yaml", "name: Thomas Petit", #"name: "Thomas \"Tom\" Petit; d’Arc, 😀 ^n""#),
        ("people/mentors.yaml", "away: [2027-02-15..2027-02-21]", "away: [2027-02-15..2027-03-07]"),
        ("relationships/lycee.yaml", "    referent: sylvie ", "    # "),
        ("relationships/lycee.yaml", "end: 2027-12-01", "end: 2027-02-10"),
    ]

    private static func rehearsal(months: Int, _ options: String...) async throws -> URL {
        let out = try Binary.scratch().appendingPathComponent("out")
        let arguments = ["rehearse", "--config", config.path, "--from", "2026-11-16", "--months", "\(months)"]
        let outcome = try await Binary.run(
            executable: Binary.url.path, arguments + ["--out", out.path] + options)
        try #require(outcome.status == 0, "\(outcome.errors)")
        return out
    }

    private static let talk = [
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Example//Talk//EN", "METHOD:REQUEST", "BEGIN:VEVENT",
        "UID:1@example.org", "SEQUENCE:1", "DTSTAMP:20261101T090000Z", "DTSTART:20261201T090000Z",
        "DTEND:20261201T100000Z", "SUMMARY:Talk", "STATUS:CONFIRMED", "ORGANIZER:mailto:m@example.org",
        "ATTENDEE:mailto:a@example.org", "ATTENDEE:mailto:b@example.org", "END:VEVENT", "END:VCALENDAR",
    ].map { $0 + "\r\n" }.joined()
}

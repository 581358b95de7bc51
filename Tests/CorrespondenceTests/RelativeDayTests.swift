import CivilTime
import Correspondence
import Mentoring
import Testing

@Suite struct RelativeDayTests {
    @Test(arguments: [
        ("2026-12-03T08:00:00Z", "aujourd’hui"), ("2026-12-02T15:00:00Z", "demain"),
        ("2026-12-01T15:00:00Z", "après-demain"), ("2026-11-28T15:00:00Z", "dans 5\u{A0}jours"),
    ])
    func `a reminder counts the days that remain`(_ now: String, _ words: String) throws {
        let sample = Sample()
        let mail = try sample.compose(sample.reminder(.dayBefore, to: "thomas", as: .mentee), at: Sample.instant(now))
        #expect(mail.subject.contains(words))
    }

    @Test func `tomorrow is counted on the recipient's calendar`() throws {
        var sample = Sample()
        try sample.change("thomas") { $0.zone = Sample.newYork }
        // 23:30 in New York, half past five the next morning in Paris.
        let now = Sample.instant("2026-12-03T04:30:00Z")
        let american = try sample.compose(sample.reminder(.dayBefore, to: "thomas", as: .mentee), at: now)
        let french = try sample.compose(sample.reminder(.dayBefore, to: "claire", as: .mentor), at: now)
        #expect(american.subject.contains("demain à 12\u{A0}h\u{A0}30"))
        #expect(french.subject.contains("aujourd’hui à 18\u{A0}h\u{A0}30"))
    }

    @Test func `a mail that says tomorrow is useful until the recipient's midnight`() throws {
        var sample = Sample()
        let inParis = try sample.compose(
            sample.reminder(.dayBefore, to: "thomas", as: .mentee), at: Sample.dayBefore)
        #expect(inParis.usefulUntil == Sample.instant("2026-12-02T23:00:00Z"))
        try sample.change("thomas") { $0.zone = Sample.newYork }
        let inNewYork = try sample.compose(
            sample.reminder(.dayBefore, to: "thomas", as: .mentee), at: Sample.dayBefore)
        #expect(inNewYork.usefulUntil == Sample.instant("2026-12-03T05:00:00Z"))
    }

    @Test func `a mail that says today is useful until the meeting`() throws {
        let sample = Sample()
        let mail = try sample.compose(
            sample.reminder(.dayBefore, to: "thomas", as: .mentee), at: Sample.instant("2026-12-03T08:00:00Z"))
        #expect(mail.usefulUntil == Sample.instant("2026-12-03T17:30:00Z"))
    }

    @Test func `a reminder that names the date is useful until the meeting`() throws {
        let sample = Sample()
        let mail = try sample.compose(sample.reminder(.prepare, to: "thomas", as: .mentee))
        #expect(mail.usefulUntil == Sample.instant("2026-12-03T17:30:00Z"))
    }

    @Test func `what changes a calendar is of use until the meeting is over, where it was and where it is`() throws {
        let sample = Sample()
        let over = Sample.instant("2026-12-03T19:00:00Z")
        #expect(try sample.compose(sample.invitation(to: "thomas")).usefulUntil == over)
        var moved = try Sample.meeting()
        let old = try sample.announcement(of: moved)
        moved.start = moved.start.adding(seconds: 7 * 86_400)
        moved.starts = moved.starts.adding(seconds: 7 * 86_400)
        for (from, to) in [
            (old, try sample.announcement(of: moved, previous: old)), (try sample.announcement(of: moved), old),
        ] {
            let letter = try #require(
                sample.convergence.letters(from: from, to: to, at: Sample.monday).letters.first)
            #expect(try sample.compose(letter).usefulUntil == over.adding(seconds: 7 * 86_400))
        }
    }

    @Test func `what comes after a meeting is owed for good`() throws {
        let sample = Sample()
        let mail = try sample.compose(
            sample.reminder(.prepare, to: "thomas", as: .mentee), at: Sample.instant("2026-12-04T08:00:00Z"))
        #expect(mail.usefulUntil == nil)
    }

    @Test func `a text of the admin's own expires as well when it counts days`() throws {
        var sample = Sample()
        sample.templates = TemplateLibrary(overrides: [.french: [.prepare: "Subject: C’est {{relative_day}}"]])
        let mail = try sample.compose(sample.reminder(.prepare, to: "thomas", as: .mentee), at: Sample.dayBefore)
        #expect(mail.usefulUntil == Sample.instant("2026-12-02T23:00:00Z"))
    }

    @Test func `hours are the recipient's, with the zone where it is not the programme's`() throws {
        var sample = Sample()
        try sample.change("thomas") { $0.zone = Sample.newYork }
        let american = try text(sample.compose(sample.invitation(to: "thomas")))
        #expect(american.contains("de 12\u{A0}h\u{A0}30 à 14\u{A0}h** (America/New_York)"))
        #expect(try !text(sample.compose(sample.invitation(to: "claire"))).contains("Europe/Paris"))
    }

    private func text(_ mail: Mail) throws -> String {
        try ReadMail(mail.bytes).leaf("text/plain").text
    }
}

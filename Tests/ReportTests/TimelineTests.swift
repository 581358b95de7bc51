import CivilTime
import Foundation
import FoundationXML
import Testing

@testable import Report

@Suite struct TimelineTests {
    private func count(_ needle: String, in text: String) -> Int {
        text.split(separator: needle, omittingEmptySubsequences: false).count - 1
    }

    /// The marks on the lanes, without those of the legend.
    private func drawing(_ report: RehearsalReport) -> String {
        var markup = Markup()
        Timeline(report: report).draw(into: &markup)
        return markup.source
    }

    @Test(arguments: [
        ("2026-11-15T18:00", 0), ("2026-11-16T08:00", 1), ("2027-11-15T20:00", 1), ("2027-11-16T08:00", 0),
    ])
    func `a meeting has a mark on the days of the rehearsal only`(start: String, marks: Int) throws {
        var report = try Samples.report()
        report.relationships[0].meetings = [try Samples.mark(start)]
        #expect(count("class=\"mark", in: drawing(report)) == marks)
    }

    @Test(arguments: [
        (RehearsalReport.Mark.State.held, "held"), (.announced, "announced"), (.planned, "planned"),
        (.missed, "missed"), (.cancelled, "cancelled"),
    ])
    func `a mark shows what became of its meeting`(state: RehearsalReport.Mark.State, style: String) throws {
        var report = try Samples.report()
        report.relationships[0].meetings = [try Samples.mark("2026-12-03T18:30", state)]
        #expect(drawing(report).contains("class=\"mark session \(style)\""))
    }

    @Test func `kinds differ in form`() throws {
        var report = try Samples.report()
        report.relationships[0].meetings = [
            try Samples.mark("2026-12-03T18:30"), try Samples.mark("2027-01-07T18:30", kind: .review),
            try Samples.mark("2027-02-04T18:30", kind: .other("atelier")),
        ]
        let svg = drawing(report)
        #expect(svg.contains("class=\"mark session held\"><circle"))
        #expect(svg.contains("class=\"mark review held\"><path"))
        #expect(svg.contains("class=\"mark other held\"><rect"))
    }

    @Test func `a video meeting carries a triangle and a meeting in person none`() throws {
        var report = try Samples.report()
        report.relationships[0].meetings = [try Samples.mark("2026-12-03T18:30", place: "Café du Sentier")]
        #expect(!drawing(report).contains("class=\"video\""))
        report.relationships[0].meetings = [try Samples.mark("2026-12-03T18:30", isVideo: true)]
        #expect(drawing(report).contains("class=\"video\""))
    }

    @Test func `the hover text says when, how long, where and what became of it`() throws {
        var report = try Samples.report()
        report.relationships[0].meetings = [
            try Samples.mark(
                "2026-12-03T18:30", place: "Café du Sentier, Paris", title: "Rencontre 1",
                movedFrom: "2026-12-01T18:30")
        ]
        let expected = """
            <title>Rencontre 1
            jeudi 3\u{A0}décembre 2026, 18:30–20:00
            1h30 · en personne · tenue · était le mardi 1er\u{A0}décembre 2026
            Café du Sentier, Paris</title>
            """
        #expect(drawing(report).contains(expected))
    }

    @Test func `a moved meeting is tied to the day that was announced before`() throws {
        var report = try Samples.report()
        #expect(!drawing(report).contains("class=\"bow\""))
        report.relationships[0].meetings = [try Samples.mark("2026-12-10T18:30", movedFrom: "2026-12-03T18:30")]
        #expect(drawing(report).contains("class=\"bow\""))
    }

    @Test func `the legend names only what is shown`() throws {
        var report = try Samples.report()
        #expect(TimelineLegend(report: report).items.map(\.text) == ["rencontre", "tenue"])
        report.relationships[0].meetings.append(
            try Samples.mark("2027-01-07T18:30", .missed, kind: .review, isVideo: true))
        report.relationships[0].absences = [try Samples.date("2026-12-21")...Samples.date("2027-01-03")]
        report.holidays = [try Samples.date("2026-12-25")]
        #expect(
            TimelineLegend(report: report).items.map(\.text) == [
                "rencontre", "point d’étape", "en visio", "tenue", "manquée", "absence", "jour férié",
            ])
    }

    @Test(arguments: [
        ("2026-10-01", "2026-11-15", 0), ("2026-10-01", "2026-11-16", 1), ("2027-12-01", "2027-12-02", 0),
    ])
    func `an absence has a band on the days of the rehearsal only`(first: String, last: String, bands: Int) throws {
        var report = try Samples.report()
        report.relationships[0].absences = [try Samples.date(first)...Samples.date(last)]
        #expect(count("class=\"absence\"", in: drawing(report)) == bands)
    }

    @Test func `a holiday stands once however often it is named`() throws {
        var report = try Samples.report()
        let christmas = try Samples.date("2026-12-25")
        report.holidays = [christmas, christmas, try Samples.date("2028-12-25")]
        #expect(count("class=\"holiday\"", in: drawing(report)) == 1)
    }

    @Test func `mails are counted by week from the first day`() throws {
        var report = try Samples.report()
        report.mails = try ["2026-11-16T08:00", "2026-11-22T20:00", "2026-11-23T08:00", "2028-01-01T08:00"]
            .enumerated().map { try Samples.mail($0.offset + 1, at: $0.element) }
        #expect(WeeklyMails(timeline: Timeline(report: report)).counts.prefix(3) == [2, 1, 0])
    }

    @Test func `a year fits the page and two years make it wider`() throws {
        let year = TimelineScale(
            from: try Samples.date("2026-11-16"), through: try Samples.date("2027-11-15"), lanes: 8)
        let two = TimelineScale(from: try Samples.date("2026-11-16"), through: try Samples.date("2028-11-15"), lanes: 8)
        #expect(year.width <= PageStyle.contentWidth)
        #expect(two.width > PageStyle.contentWidth)
    }

    @Test func `months begin with the first day of the rehearsal`() throws {
        let scale = TimelineScale(
            from: try Samples.date("2026-12-31"), through: try Samples.date("2027-02-01"), lanes: 1)
        #expect(
            scale.months == [
                try Samples.date("2026-12-31"), try Samples.date("2027-01-01"), try Samples.date("2027-02-01"),
            ])
    }

    @Test(arguments: [(12.0, "12"), (12.34, "12.3"), (-0.26, "-0.3"), (-0.04, "0"), (-12.0, "-12")])
    func `pixels are written to a tenth`(value: Double, expected: String) {
        #expect(value.pixels == expected)
    }

    @Test func `the picture is well-formed whatever the names hold`() throws {
        var report = try Samples.report()
        report.programmeName = "<&\"'\u{0}]]>"
        report.relationships[0].title = "</text><script>\u{1B}"
        report.relationships[0].meetings[0].title = "<![CDATA["
        #expect(XMLParser(data: Data(report.timelineSVG().utf8)).parse())
    }

    @Test func `nothing of the picture comes from elsewhere`() throws {
        let svg = try Samples.report().timelineSVG()
        #expect(svg.contains("<style>"))
        let links = svg.split(separator: "http").dropFirst()
        #expect(links.allSatisfy { $0.hasPrefix("://www.w3.org/2000/svg\"") })
        #expect(!svg.contains("url(") && !svg.contains("href"))
    }

    @Test func `a rehearsal without anything still gives a picture`() throws {
        let day = try Samples.date("2026-11-16")
        let report = RehearsalReport(programmeName: "Vide", language: "fr", from: day, through: day)
        #expect(XMLParser(data: Data(report.timelineSVG().utf8)).parse())
    }
}

import CivilTime
import Testing

@testable import Report

@Suite struct PageTests {
    @Test func `each mail has a row with its number, time, recipient, subject and kind`() throws {
        let html = try Samples.report().html()
        #expect(
            html.contains(
                """
                <span class="number">1</span> <time class="when" datetime="2026-12-01T09:00">mar.\u{A0}1er, 09:00</time> \
                <span class="who" title="claire">Claire Durand</span> <bdi class="subject">Bienvenue</bdi> \
                <code class="kind">welcome</code>
                """))
        #expect(html.contains("href=\"mail/000001-claire-welcome.eml\""))
    }

    @Test func `a mail unfolds to its text`() throws {
        let html = try Samples.report().html()
        #expect(html.contains("<pre dir=\"auto\">\nBonjour Claire,\n\nÀ bientôt.\n</pre></div></details>"))
    }

    @Test func `mails stand by month in the order of sending`() throws {
        var report = try Samples.report()
        report.mails = [
            try Samples.mail(1, at: "2026-12-30T09:00"), try Samples.mail(2, at: "2026-12-31T09:00"),
            try Samples.mail(3, at: "2027-01-02T09:00"), try Samples.mail(4, at: "2027-12-02T09:00"),
        ]
        let html = report.html()
        let order = [
            "Décembre 2026 <span class=\"quiet\">2\u{A0}courriels", "id=\"mail-1\"", "id=\"mail-2\"",
            "Janvier 2027 <span class=\"quiet\">1\u{A0}courriel<", "id=\"mail-3\"", "Décembre 2027", "id=\"mail-4\"",
        ]
        var rest = html[...]
        for piece in order {
            let found = try #require(rest.firstRange(of: piece), "\(piece) is missing or too early")
            rest = rest[found.upperBound...]
        }
    }

    @Test func `calendars of people and relationships are linked`() throws {
        let html = try Samples.report().html()
        #expect(html.contains("<a href=\"calendars/people/thomas.ics\">Thomas Petit</a>"))
        #expect(html.contains("href=\"calendars/relationships/claire-thomas.ics\""))
    }

    @Test func `the dates of the timeline stand as text too`() throws {
        let html = try Samples.report().html()
        #expect(html.contains("jeudi 3\u{A0}décembre 2026, 18:30–20:00</time> <span><strong>Rencontre 1</strong>"))
    }

    @Test(arguments: [("fr", "Courriels", "Mails"), ("en", "Mails", "Courriels")])
    func `the page speaks the programme's language`(language: String, present: String, absent: String) throws {
        let html = try Samples.report(language: language).html()
        #expect(html.contains("<html lang=\"\(language)\">"))
        #expect(html.contains(">\(present)</h2>"))
        #expect(!html.contains(">\(absent)</h2>"))
    }

    @Test func `no text of others becomes markup`() throws {
        let evil = "<img src=x onerror=alert(1)>\"'&"
        var report = try Samples.report()
        report.programmeName = evil
        report.warnings = [evil]
        report.people = [.init(id: evil, name: evil)]
        report.relationships[0].id = evil
        report.relationships[0].title = evil
        report.relationships[0].people = [evil]
        report.relationships[0].meetings = [
            try Samples.mark("2026-12-03T18:30", kind: .other(evil), place: evil, title: evil)
        ]
        report.mails = [
            .init(
                number: 1, file: evil, sentAt: try Samples.moment("2026-12-01T09:00"), recipientName: evil,
                recipientID: evil, subject: evil, template: evil, text: evil)
        ]
        let html = report.html()
        #expect(!html.contains("<img"))
        #expect(html.contains("&lt;img src=x onerror=alert(1)&gt;&quot;&#39;&amp;"))
    }

    @Test func `nothing is loaded from elsewhere`() throws {
        let html = try Samples.report().html()
        #expect(html.contains("default-src &#39;none&#39;;"))
        for loading in ["<link", "<img", "<iframe", " src=", "url(", "@import", "<script src"] {
            #expect(!html.contains(loading), "\(loading) would load something")
        }
    }

    @Test func `warnings come before the timeline and only where there are some`() throws {
        var report = try Samples.report()
        #expect(!report.html().contains("class=\"warnings\""))
        report.warnings = ["47 jours sans rencontre"]
        let html = report.html()
        let warning = try #require(html.firstRange(of: "<li>47 jours sans rencontre</li>"))
        let timeline = try #require(html.firstRange(of: "id=\"timeline\""))
        #expect(warning.lowerBound < timeline.lowerBound)
    }

    @Test func `the same values give the same bytes`() throws {
        var report = try Samples.report()
        report.relationships[0].meetings += try ["b", "a", "c"].map {
            try Samples.mark("2027-02-04T18:30", kind: .other($0))
        }
        let first = report.html()
        let second = report.html()
        #expect(first == second)
        #expect(TimelineLegend(report: report).items.map(\.text) == ["rencontre", "a", "b", "c", "tenue"])
    }
}

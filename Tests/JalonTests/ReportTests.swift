import CivilTime
import Foundation
import LoopbackSMTP
import Testing

/// `jalon report` through the real program.
@Suite(.timeLimit(.minutes(5))) struct ReportTests {
    @Test func `the report says what the digest says, as text, as JSON and as a page of its own`() async throws {
        let site = try ServedSite()
        defer { site.server.stop() }
        #expect(try await site.jalon("once").status == 0)
        let sent = try site.mails().count
        let text = try await site.jalon("report")
        #expect(text.status == 0, "\(text.errors)")
        #expect(text.output.replacing("\u{A0}", with: " ").contains("Messages envoyés : \(sent)"), "\(text.output)")
        let english = try await site.jalon("report", "--lang", "en")
        #expect(english.output.contains("Messages sent: \(sent)"))
        let json = try await site.jalon("report", "--format", "json")
        let document = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
        #expect(document?["mails"] as? Int == sent && document?["held"] as? Int == 0)
        let html = try await site.jalon("report", "--format", "html")
        #expect(html.output.hasPrefix("<!DOCTYPE html>") && html.output.contains("<svg"))
        #expect(html.output.contains("claire-thomas"))
        // Nothing beside it is needed, and nothing is loaded.
        for foreign in ["href=\"http", "src=", "calendars/people", ".eml"] {
            #expect(!html.output.contains(foreign), "\(foreign)")
        }
    }

    @Test func `what is asked since a day counts from there`() async throws {
        let site = try ServedSite()
        defer { site.server.stop() }
        #expect(try await site.jalon("once").status == 0)
        let later = SampleFiles.today.adding(days: 2)
        let json = try await site.jalon("report", "--since", "\(later)", "--format", "json")
        #expect(json.output.contains("\"mails\" : 0"))
        let none = try await site.jalon("report", "--since", "yesterday")
        #expect(none.status == 64)
    }
}

import Foundation
import Mentoring
import Testing

@testable import Configuration

/// The manual names what the program reads, part by part.
@Suite struct ManPageKeyTests {
    private static func page(_ name: String) throws -> String {
        let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../../../docs/man/\(name)").standardizedFileURL
        return try String(contentsOf: url, encoding: .utf8).replacing("\\-", with: "-")
    }

    /// The text under a heading.
    private static func section(_ heading: String, of page: String) throws -> String {
        let begins = try #require(page.firstRange(of: ".SH \(heading)\n"), "no section \(heading)").upperBound
        let rest = page[begins...]
        return String(rest[..<(rest.firstRange(of: "\n.SH ")?.lowerBound ?? rest.endIndex)])
    }

    /// The keys that a section describes: words before a colon on the line after `.TP`.
    private static func described(in section: String) -> Set<String> {
        let lines = section.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        return Set(
            zip(lines, lines.dropFirst()).filter { $0.0 == ".TP" }.flatMap { pair in
                pair.1.replacing(/["\[{]/, with: " ").split(separator: " ")
                    .filter { $0.hasSuffix(":") }.map { String($0.dropLast()) }
            })
    }

    static let parts: [(heading: String, keys: [String])] = [
        ("PROGRAMME", ProgrammeReader.keys), ("MAIL", MailReader.mailKeys), ("CALENDARS", CalendarReader.keys),
        ("DEFAULTS", Defaults.keys), ("PEOPLE", PersonReader.keys), ("RELATIONSHIPS", RelationshipReader.keys),
        ("SERIES", SeriesTerms.keys), ("ANSWERS", AnswersReader.keys), ("RETENTION", RetentionReader.keys),
    ]

    @Test(arguments: parts)
    func `each part of jalon.yaml(5) describes every key that is read`(heading: String, keys: [String]) throws {
        let section = try Self.section(heading, of: Self.page("jalon.yaml.5"))
        #expect(keys.filter { !section.contains("\($0):") } == [])
    }

    @Test(arguments: parts)
    func `each part of jalon.yaml(5) describes no key that nobody reads`(heading: String, keys: [String]) throws {
        let described = Self.described(in: try Self.section(heading, of: Self.page("jalon.yaml.5")))
        let within = ["goal", "indicator", "by", "in_person", "video", "credential", "file", "password", "token"]
        #expect(described.subtracting(keys).subtracting(within) == [])
        #expect(!described.isEmpty)
    }

    @Test func `jalon-rules(5) has every key, event, phrase, role, fact and text`() throws {
        let page = try Self.page("jalon-rules.5")
        let keys = RuleReader.keys + ActionReader.keys + RuleReader.stepKeys
        #expect(keys.filter { !page.contains("\($0):") } == [])
        let words =
            Trigger.Event.allCases.map(\.rawValue) + Phrase.allCases.map(\.rawValue) + Audience.allCases.map(\.rawValue)
            + Rule.Rest.allCases.map(\.rawValue) + OfferedFact.allCases.map(\.rawValue)
            + TemplateName.builtIn.map(\.rawValue)
        #expect(words.filter { !page.contains($0) } == [])
    }
}

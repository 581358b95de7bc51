import Foundation
import Mentoring
import Testing

@testable import Configuration

/// The schemas that editors complete by name the keys that the program reads, and no others.
@Suite struct SchemaKeyTests {
    private static func schema(_ name: String) throws -> [String: Any] {
        let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../../../config/schema/\(name)").standardizedFileURL
        return try #require(try JSONSerialization.jsonObject(with: Data(contentsOf: url)) as? [String: Any])
    }

    /// The keys of an object, or of all the forms that it can have.
    private static func keys(of object: [String: Any]?) throws -> Set<String> {
        let object = try #require(object)
        if let properties = object["properties"] as? [String: Any] {
            #expect(object["additionalProperties"] as? Bool == false)
            return Set(properties.keys)
        }
        let forms = try #require(object["oneOf"] as? [[String: Any]])
        return try forms.reduce(into: []) { keys, form in keys.formUnion(try Self.keys(of: form)) }
    }

    @Test func `the main file's parts have just the keys that are read`() throws {
        let properties = try #require(try Self.schema("jalon.json")["properties"] as? [String: [String: Any]])
        #expect(Set(properties.keys) == Set(Documents.mainOnly + Documents.included))
        let parts = [
            "programme": ProgrammeReader.keys, "mail": MailReader.mailKeys, "answers": AnswersReader.keys,
            "calendars": CalendarReader.keys, "defaults": Defaults.keys, "retention": RetentionReader.keys,
        ]
        for (name, keys) in parts { #expect(try Self.keys(of: properties[name]) == Set(keys), "\(name)") }
    }

    @Test func `people, relationships, rules and series have just the keys that are read`() throws {
        let definitions = try #require(try Self.schema("jalon.json")["$defs"] as? [String: [String: Any]])
        let parts = [
            "person": PersonReader.keys, "relationship": RelationshipReader.keys, "rule": RuleReader.keys,
            "series": SeriesTerms.keys, "send": ActionReader.keys, "step": RuleReader.stepKeys,
        ]
        for (name, keys) in parts { #expect(try Self.keys(of: definitions[name]) == Set(keys), "\(name)") }
        let included = try #require(try Self.schema("included.json")["properties"] as? [String: Any])
        #expect(Set(included.keys) == Set(Documents.included))
    }

    @Test func `words of which there are a few are all there`() throws {
        let schema = try Self.schema("jalon.json")
        let definitions = try #require(schema["$defs"] as? [String: [String: Any]])
        #expect(definitions["audience"]?["enum"] as? [String] == Audience.allCases.map(\.rawValue))
        #expect(definitions["rest"]?["enum"] as? [String] == Rule.Rest.allCases.map(\.rawValue))
        let parts = try #require(schema["properties"] as? [String: [String: Any]])
        let programme = try #require(parts["programme"]?["properties"] as? [String: [String: Any]])
        #expect(programme["after_decline"]?["enum"] as? [String] == DeclinePolicy.allCases.map(\.rawValue))
        #expect(programme["assume"]?["enum"] as? [String] == Assumption.allCases.map(\.rawValue))
    }
}

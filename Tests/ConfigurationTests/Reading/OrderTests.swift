import Configuration
import Foundation
import Mentoring
import Testing

/// How the same things are spread over files must not count.
@Suite struct OrderTests {
    private static let people = [
        "claire": "{name: Claire, email: claire@exemple.fr}", "thomas": "{name: Thomas, email: thomas@exemple.fr}",
        "lea": "{name: Léa, email: lea@exemple.fr}", "nadia": "{name: Nadia, email: nadia@exemple.fr}",
    ]
    private static let relationships = [
        "claire-thomas": "{mentor: claire, mentee: thomas, mediator: nadia, start: 2026-12-01}",
        "claire-lea": "{mentor: claire, mentee: lea, start: 2026-12-08, without: [closing]}",
        "lea-nadia": "{mentor: lea, mentee: nadia, start: 2026-12-03}",
    ]
    private static let rules = [
        "invitation": "{trigger: 6 weeks before session, send: {invitation: everyone}}",
        "closing": "{trigger: 21 days before end, send: {template: closing, to: mentee}}",
    ]

    /// One file an entry, named and included in the order that the numbers give.
    private static func files(order: [Int]) -> [String: String] {
        let entries =
            people.map { ("people", $0.key, $0.value) } + relationships.map { ("relationships", $0.key, $0.value) }
            + rules.map { ("rules", $0.key, $0.value) }
        let sorted = entries.sorted { $0.1 < $1.1 }
        var files: [String: String] = [:]
        for (place, index) in order.enumerated() {
            let (part, id, text) = sorted[index]
            files["parts/\(String(format: "%02d", place)).yaml"] = "\(part):\n  \(id): \(text)\n"
        }
        let names = files.keys.sorted().reversed().joined(separator: ", ")
        files["jalon.yaml"] = Pair.programme.replacing("people.yaml, relationships.yaml, rules.yaml", with: names)
        return files
    }

    @Test(arguments: 1...8) func `shuffled files give the same programme`(seed: Int) throws {
        let count = Self.people.count + Self.relationships.count + Self.rules.count
        var generator = Congruential(state: UInt64(seed))
        let shuffled = Array(0..<count).shuffled(using: &generator)
        let plain = try Folder(Self.files(order: Array(0..<count))).read()
        let other = try Folder(Self.files(order: shuffled)).read()
        #expect(plain.diagnostics == [])
        #expect(plain.configuration?.programme != nil)
        #expect(plain.configuration?.programme == other.configuration?.programme)
    }

    @Test func `an id in two files is a mistake in the later one, which names the first`() throws {
        let folder = try Folder(
            Pair.files([
                "jalon.yaml": Pair.programme.replacing("people.yaml", with: "z.yaml, people.yaml"),
                "z.yaml": Pair.people.replacing("thomas", with: "paul"),
            ]))
        #expect(
            try folder.headlines() == [
                "z.yaml:2:3: error: 'claire' is there already, in people.yaml:2"
            ])
    }

    @Test func `a file that two patterns mean is read once`() throws {
        let folder = try Folder(
            Pair.files(["jalon.yaml": Pair.programme.replacing("[people.yaml", with: "[\"*.yaml\", people.yaml")]))
        #expect(try folder.headlines() == [])
    }
}

/// Knuth's MMIX generator: the same numbers in every run.
private struct Congruential: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state
    }
}

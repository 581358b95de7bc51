import CivilTime
import Configuration
import Foundation
import Mentoring
import Testing

@Suite struct SampleTests {
    private static let sample = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("../../../config").standardizedFileURL.path

    private static func loaded() throws -> Loaded {
        try ConfigurationReader.read(directory: sample, today: #require(CivilDate("2026-11-01")))
    }

    @Test func `the sample programme checks without a warning`() throws {
        let loaded = try Self.loaded()
        #expect(loaded.diagnostics.map(\.description) == [])
        #expect(loaded.configuration != nil)
    }

    @Test func `the sample programme shows what the documents speak of`() throws {
        let programme = try #require(try Self.loaded().configuration).programme
        let relationships = programme.relationships.values
        #expect(relationships.count == 8)
        let mentors = Set(relationships.flatMap(\.mentors))
        #expect(!mentors.isDisjoint(with: relationships.flatMap(\.mentees)), "mentor here and mentee there")
        #expect(mentors.contains { mentor in relationships.count { $0.mentors.contains(mentor) } > 1 })
        #expect(relationships.contains { $0.zone.name == "Europe/London" })
        #expect(relationships.contains { $0.referent != nil })
        #expect(
            relationships.contains { relationship in
                let session = relationship.series(named: .session)
                if case .inPerson = session?.firstPlace, case .video = session?.place { return true }
                return false
            })
        #expect(relationships.allSatisfy { $0.series(named: .review)?.placement == .withSession })
        #expect(programme.people.values.contains { !$0.away.isEmpty })
        #expect(programme.holidays.count == 55)
    }

    @Test func `everybody in the sample programme can meet at the promised rhythm`() throws {
        let programme = try #require(try Self.loaded().configuration).programme
        let now = programme.zone.instant(of: try #require(LocalDateTime("2026-11-01T08:00")))
        let through = try #require(CivilDate("2027-10-31"))
        let plans = Planner(programme: programme).plan(meetings: [], now: now, through: through)
        #expect(plans.values.flatMap(\.warnings).map(\.description) == [])
        #expect(plans.values.allSatisfy { $0.slots.count >= 8 })
    }

    @Test func `the start that init writes checks without a warning`() throws {
        let folder = try Folder(Dictionary(Starter.files.map { ($0.path, $0.text) }) { $1 })
        let loaded = try folder.read()
        #expect(loaded.diagnostics.map(\.description) == [])
        #expect(loaded.configuration?.programme.relationships.count == 1)
    }

    @Test func `the sample's calendar of holidays is the one that init writes`() throws {
        let path = "calendars/jours-feries-metropole.ics"
        let text = try String(contentsOfFile: Self.sample + "/" + path, encoding: .utf8)
        #expect(Starter.files.first { $0.path == path }?.text == text)
    }
}

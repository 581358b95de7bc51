import CivilTime
import Foundation
import ICalendar
import Testing

@Suite struct PlanCommandTests {
    private let root: URL

    init() throws { root = try Binary.scratch() }

    private static let head = """
        programme:
          name: Mentorat Exemple
          mailbox: Mentorat Exemple <mentorat@exemple.fr>
          timezone: Europe/Paris
          language: fr
        mail: {server: "smtp://127.0.0.1:2525"}
        defaults: {sessions: {every: 3-4 weeks, lasts: 1h30, max_gap: 6 weeks}, hours: "mon-fri 17:00-21:00"}
        rules:
          invitation: {trigger: 6 weeks before session, send: {invitation: everyone}}

        """

    private static let people = ["claire", "thomas", "lea", "yann"].map {
        "  \($0): {name: \($0.capitalized) Exemple, email: \($0)@exemple.fr, hours_per_month: 6}"
    }

    private static let relationships = [
        "  a: {mentor: claire, mentee: thomas, start: 2026-12-01, end: 2027-11-30}",
        "  b: {mentor: claire, mentee: lea, start: 2026-12-01, end: 2027-11-30}",
        "  c: {end: 2027-11-30, start: 2026-12-01, mentee: claire, mentor: yann}",
    ]

    /// One file, or one a line in files whose names turn their order around.
    private func config(
        _ name: String, people: [String] = people, relationships: [String] = relationships, isSplit: Bool = false
    ) throws -> String {
        let folder = root.appendingPathComponent(name)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let parts = people.map { ("people", $0) } + relationships.map { ("relationships", $0) }
        var main = Self.head
        if isSplit {
            main += "include: [\"part-*.yaml\"]\n"
            for (index, (key, line)) in parts.enumerated() {
                let file = folder.appendingPathComponent("part-\(parts.count - index).yaml")
                try Data("\(key):\n\(line)\n".utf8).write(to: file)
            }
        } else {
            for key in ["people", "relationships"] {
                main += "\(key):\n" + parts.filter { $0.0 == key }.map { $0.1 + "\n" }.joined()
            }
        }
        try Data(main.utf8).write(to: folder.appendingPathComponent("jalon.yaml"))
        return folder.path
    }

    private func jalon(_ arguments: String..., environment: [String: String] = [:]) async throws -> Binary.Outcome {
        let process = Binary.process(
            arguments + ["--state", root.appendingPathComponent("state").path], environment: environment)
        return try await Binary.outcome(of: process)
    }

    @Test func `the plan is the same byte for byte, whatever the order of files and keys and the locale`() async throws
    {
        let one = try await jalon("plan", "--from", "2026-12-01", "--format", "json", "--config", config("one"))
        #expect(one.status == 0, "\(one.errors)")
        let turned = try config(
            "turned", people: Self.people.reversed(), relationships: Self.relationships.reversed(), isSplit: true)
        let other = try await jalon(
            "plan", "--from", "2026-12-01", "--format", "json", "--config", turned,
            environment: ["LANG": "tr_TR.UTF-8", "LC_ALL": "tr_TR.UTF-8", "TZ": "Asia/Kathmandu"])
        // The fingerprint speaks of the files themselves.
        let lines = [one, other].map { outcome in
            outcome.output.split(separator: "\n").filter { !$0.contains("\"configuration\"") }
        }
        #expect(lines[0].count > 30 && lines[0] == lines[1])
    }

    @Test func `a calendar of the plan holds each meeting of the JSON, and breaks no rule`() async throws {
        let config = try config("one")
        let json = try await jalon("plan", "--from", "2026-12-01", "--format", "json", "--config", config)
        let document = try #require(try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
        let meetings = try #require(document["meetings"] as? [[String: Any]])
        #expect(meetings.count >= 36)
        let ics = try await jalon("plan", "--from", "2026-12-01", "--format", "ics", "--config", config)
        #expect(CalendarLinter.lint(bytes: Array(ics.output.utf8), method: nil) == [])
        let calendars = CalendarStream.parse(Array(ics.output.utf8)).calendars
        let events = calendars.flatMap(\.components).filter { $0.name == "VEVENT" }
        #expect(events.count == meetings.count)
    }

    @Test func `why names what stands against the preferred hour`() async throws {
        let config = try config("one")
        let why = try await jalon("why", "a", "2027-01-09", "--config", config)
        #expect(why.status == 0, "\(why.errors)")
        #expect(why.output.contains("- claire has no hours that day"))
        let unknown = try await jalon("why", "x", "2027-01-09", "--config", config)
        #expect(unknown.status != 0 && unknown.errors.contains("There is no person and no relationship 'x'"))
    }

    @Test func `check names who cannot be planned, with the reason, and the others have a plan`() async throws {
        var people = Self.people
        people[1] = "  thomas: {name: Thomas, email: thomas@exemple.fr, available: [sat 09:00-12:00]}"
        let config = try config("stuck", people: people)
        let check = try await jalon("check", "--config", config)
        #expect(check.status == 0)
        let sentence = "a: no session can be planned: claire and thomas have no hour of the week in common"
        #expect((check.output + check.errors).contains(sentence))
        let strict = try await jalon("check", "--strict", "--config", config)
        #expect(strict.status == 1)
        let plan = try await jalon("plan", "--from", "2026-12-01", "--format", "json", "--config", config)
        #expect(plan.status == 0 && plan.output.contains("\"b\"") && (plan.output + plan.errors).contains(sentence))
    }
}

import CivilTime
import Configuration
import Foundation
import Testing

/// The schema and `jalon check` say the same of how a value is written.
@Suite(.enabled(if: Outside.hasPython, "needs the Python that Scripts/test prepares")) struct SchemaTests {
    private static let directory = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    private static let schema = directory.appendingPathComponent("../../config/schema/jalon.json").standardizedFileURL

    /// A sound programme, part by part; a value takes the place of another, or is added.
    private static func document(_ part: String, _ key: String, _ value: String) -> String {
        var parts = sound
        if let index = parts[part]?.firstIndex(where: { $0.0 == key }) {
            parts[part]?[index].1 = value
        } else {
            parts[part]?.append((key, value))
        }
        func lines(_ name: String, _ indent: String) -> String {
            (parts[name] ?? []).map { "\(indent)\($0.0): \($0.1)" }.joined(separator: "\n")
        }
        let main = ["programme", "mail", "answers", "calendars", "defaults", "retention"]
            .filter { !(parts[$0] ?? []).isEmpty }
            .map { "\($0):\n\(lines($0, "  "))" }.joined(separator: "\n")
        return """
            \(main)
            people:
              claire:
            \(lines("person", "    "))
              thomas: {name: Thomas Petit, email: thomas@exemple.fr}
              nadia: {name: Nadia Benali, email: nadia@exemple.fr}
            relationships:
              claire-thomas:
            \(lines("relationship", "    "))
                sessions:
            \(lines("series", "      "))
            rules:
              invitation:
            \(lines("rule", "    "))

            """
    }

    private static let sound: [String: [(String, String)]] = [
        "programme": [
            ("name", "Mentorat"), ("mailbox", "Mentorat <mentorat@exemple.fr>"), ("timezone", "Europe/Paris"),
            ("language", "fr"), ("coordinator", "nadia"),
        ],
        "mail": [("server", "smtps://smtp.exemple.fr")],
        "answers": [
            ("server", "imaps://imap.exemple.fr"), ("user", "mentorat"), ("password", "{credential: imap-password}"),
        ],
        "calendars": [],
        "defaults": [("hours", "mon-fri 08:00-21:00"), ("reviews", "{every: 3 months, lasts: 2h}")],
        "retention": [],
        "person": [("name", "Claire Durand"), ("email", "claire@exemple.fr")],
        "relationship": [("mentor", "claire"), ("mentee", "thomas"), ("start", "2026-12-01"), ("end", "2027-11-30")],
        "series": [("every", "3-4 weeks"), ("lasts", "1h30")],
        "rule": [("trigger", "6 weeks before session"), ("send", "{invitation: everyone}")],
    ]

    /// Values as they are written, right and wrong.
    private static let values: [(part: String, key: String, right: [String], wrong: [String])] = [
        ("programme", "name", ["Mentorat", "2026", "'a: b'"], ["", "[a]", "{a: b}"]),
        ("programme", "mailbox", ["m@exemple.fr", "'M. <m@exemple.fr>'"], ["nobody", ""]),
        ("programme", "language", ["fr", "en-GB"], ["FR", "français"]),
        (
            "programme", "charter", ["https://exemple.fr/charte", "HTTPS://exemple.fr"],
            ["http://exemple.fr", "charte"]
        ),
        ("programme", "tone", ["vous", "tu"], ["Vous", "ils"]),
        ("programme", "private", ["true", "no", "Yes"], ["maybe", "1"]),
        ("programme", "quiet", ["20:00-08:00", "20:00 - 8:00"], ["20-8", "20:00"]),
        ("programme", "nudges", ["3 per week", "10 per month"], ["3", "3 a week", "0 per day", "101 per day"]),
        ("programme", "catch_up", ["auto", "ask"], ["yes"]),
        ("programme", "after_decline", ["propose", "ask"], ["move"]),
        ("programme", "assume", ["held", "ask"], ["missed"]),
        ("programme", "bounces", ["plain", "verp"], ["VERP"]),
        (
            "mail", "server", ["smtp://127.0.0.1:2525", "smtps://smtp.exemple.fr/", "smtp://[::1]"],
            ["smtp.exemple.fr", "http://exemple.fr", "smtp://user@exemple.fr"]
        ),
        ("mail", "pace", ["60 per minute"], ["60", "0 per minute", "60 per hour"]),
        ("mail", "connections", ["1", "16", "'2'"], ["0", "17", "two"]),
        ("mail", "ca", ["/etc/ssl/certs/ca.pem"], ["[]"]),
        (
            "answers", "password", ["{credential: imap-password}", "{file: /nowhere/imap}"],
            ["secret", "{env: X}", "{}"]
        ),
        ("answers", "folder", ["INBOX", "Jalon/Done"], ["'a\"b'", "'*'"]),
        ("answers", "poll", ["2 minutes", "1 hour", "30 seconds"], ["2", "often", "2 days"]),
        ("calendars", "publish", ["/var/lib/jalon/calendars"], ["[a]"]),
        ("defaults", "hours", ["[mon-fri 08:00-12:00, sat 9:00-12:00]"], ["08:00-21:00", "[mon 8-12]"]),
        ("defaults", "notice", ["5 days", "2 weeks", "1 month"], ["5", "5 hours", "soon"]),
        ("defaults", "buffer", ["15min", "1h", "1h30", "1 h 30"], ["15", "1h60", "an hour"]),
        ("retention", "bodies", ["30 days", "1 month"], ["30", "0 days", "12 hours"]),
        ("retention", "answers", ["7 days"], ["never"]),
        ("retention", "journal", ["24 months"], ["2 years"]),
        ("person", "email", ["c.durand@exemple.fr"], ["claire", "a@b@c", ""]),
        ("person", "aliases", ["c@exemple.fr", "[c@exemple.fr, d@exemple.fr]", "[]"], ["[c]"]),
        (
            "person", "available", ["thu 18:00-21:00", "[Thu 9:00–10:30, sat-sun 10:00-24:00]"],
            ["[]", "thu", "jeu 18:00-21:00", "thu 18:61-19:00", "thu 18:00-25:00"]
        ),
        (
            "person", "away", ["2026-12-21..2027-01-03", "[2027-05-14, 2027-05-20 .. 2027-05-21]"],
            ["Christmas", "2026-12-21..", "2026-13-01", "21/12/2026"]
        ),
        ("person", "hours_per_month", ["4", "2.5", "2h30", "90min"], ["0", "-1", "many", "2.55h"]),
        ("person", "without", ["invitation", "[]"], ["'a b'"]),
        ("person", "formerly", ["claire-d"], ["'a b'", "-x"]),
        ("relationship", "mentor", ["claire", "[claire, nadia]"], ["[]", "{a: b}"]),
        ("relationship", "start", ["2026-12-01", "'2026-12-01'"], ["01/12/2026", "December", "2026-12-32"]),
        (
            "relationship", "objectives", ["[{goal: Devenir lead, indicator: prise de poste, by: 2027-06-30}]", "[]"],
            ["grow", "[{indicator: x}]", "[{goal: x, until: y}]"]
        ),
        (
            "relationship", "reviews", ["none", "{every: 3 months, lasts: 2h, with: session}"],
            ["never", "{with: mentor}"]
        ),
        (
            "relationship", "series", ["{lunch: {every: 2 months, lasts: 1h}}"],
            ["[a]", "{end: {every: 2 months, lasts: 1h}}"]
        ),
        ("relationship", "met", ["2026-10-01", "[]"], ["yesterday"]),
        (
            "series", "every", ["3-4 weeks", "3 weeks", "21-28 days", "3 – 4 weeks", "3 months", "3-3 months"],
            ["often", "3", "3-4", "0 weeks", "weekly"]
        ),
        ("series", "lasts", ["1h30", "2h", "45min", "1h30min"], ["90", "1h75", "1hmin", "2 hours"]),
        ("series", "max_gap", ["6 weeks"], ["6"]),
        ("series", "prefer", ["thu 18:30", "Thu  9:00"], ["18:30", "thu", "thursday 18:30", "thu 25:00"]),
        (
            "series", "first", ["{in_person: Café du Sentier}", "{video: 'https://visio.exemple.fr/a'}"],
            ["Café", "{in_person: a, video: 'https://b.fr'}", "{video: 'http://visio.exemple.fr'}", "{}"]
        ),
        (
            "rule", "trigger",
            ["6 weeks before session, review", "10 days, 4 days before first session"],
            [
                "before session", "soon", "6 weeks before", "when it rains", "every day at 08:00",
                "3 fortnights before session",
            ]
        ),
        ("rule", "at", ["18:30"], ["noon", "24:00"]),
        (
            "rule", "only_if",
            ["meeting is first", "[meeting is first or last]", "meeting is first or meeting is a review"],
            ["meeting is fun", "first"]
        ),
        ("rule", "even_if", ["relationship is paused", "[relationship is ended]"], ["it rains"]),
        (
            "rule", "send", ["{invitation: everyone}"],
            [
                "{invitation: mentor}", "{template: prepare}", "{to: mentee}", "invitation",
                "{invitation: everyone, template: x}",
            ]
        ),
        (
            "rule", "then", ["{after: 3 days, send: {template: prepare, to: [mentee, mentor]}}"],
            [
                "{after: 3 days}", "{after: soon, send: {template: prepare, to: mentee}}",
                "{after: 3 days, send: {template: prepare, to: everybody}}",
            ]
        ),
        ("rule", "too_late_after", ["2 days", "6 hours", "1h30"], ["2", "late"]),
        ("rule", "max_times", ["1", "100"], ["0", "101", "twice"]),
    ]

    /// Unknown keys, in each part.
    private static let unknown = sound.keys.sorted().map { ($0, "nonsense", "true") }

    @Test func `what check takes the schema takes, and what one refuses for its form the other does`() async throws {
        let cases =
            Self.values.flatMap { value in
                value.right.map { (value.part, value.key, $0, true) }
                    + value.wrong.map { (value.part, value.key, $0, false) }
            } + Self.unknown.map { ($0.0, $0.1, $0.2, false) }
        let documents = cases.map { Self.document($0.0, $0.1, $0.2) }
        let verdicts = try await Self.verdicts(on: documents)
        try #require(verdicts.count == cases.count && cases.count > 200)
        for (index, (part, key, value, isRight)) in cases.enumerated() {
            #expect(verdicts[index] == isRight, "the schema on \(part).\(key): \(value)")
            let errors = try Self.errors(in: documents[index])
            #expect(errors.isEmpty == isRight, "check on \(part).\(key): \(value): \(errors)")
        }
    }

    @Test func `the sample's files and the start that init writes are as the schema says`() async throws {
        let sample = Self.directory.appendingPathComponent("../../config/jalon.yaml").standardizedFileURL
        let texts =
            [try String(contentsOf: sample, encoding: .utf8)]
            + Starter.files.filter { $0.path == "jalon.yaml" }.map(\.text)
        #expect(try await Self.verdicts(on: texts) == [true, true])
        let included = try #require(
            FileManager.default.enumerator(atPath: sample.deletingLastPathComponent().path)?.allObjects as? [String])
        let parts =
            try included.filter { $0.hasSuffix(".yaml") && $0 != "jalon.yaml" }.map {
                try String(contentsOf: sample.deletingLastPathComponent().appendingPathComponent($0), encoding: .utf8)
            } + Starter.files.filter { $0.path.hasSuffix(".yaml") && $0.path != "jalon.yaml" }.map(\.text)
        // The main file's schema knows what is included, and wants a programme beside it.
        let whole = parts.map { "programme: {name: a, mailbox: a@exemple.fr, timezone: UTC, language: fr}\n" + $0 }
        #expect(try await Self.verdicts(on: whole) == Array(repeating: true, count: parts.count))
    }

    private static func verdicts(on documents: [String]) async throws -> [Bool] {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: Outside.pythonPath)
        process.arguments = [directory.appendingPathComponent("Fixtures/schemas.py").path, schema.path]
        let outcome = try await Binary.outcome(of: process, input: JSONEncoder().encode(documents))
        try #require(outcome.status == 0, "\(outcome.errors)")
        return try JSONDecoder().decode([Bool].self, from: Data(outcome.output.utf8))
    }

    private static func errors(in document: String) throws -> [String] {
        let folder = try Binary.scratch()
        defer { try? FileManager.default.removeItem(at: folder) }
        try Data(document.utf8).write(to: folder.appendingPathComponent("jalon.yaml"))
        let today = CivilDate(dayNumber: 20_759)
        return try ConfigurationReader.read(directory: folder.path, today: today).diagnostics
            .filter { $0.severity == .error }.map(\.message)
    }
}

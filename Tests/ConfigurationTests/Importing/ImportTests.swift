import CivilTime
import Configuration
import Foundation
import Mentoring
import Testing

/// Spreadsheets as people keep them, turned into the files that Jalon reads.
@Suite struct ImportTests {
    private static let people = """
        Prénom;Nom;Courriel;Langue;Disponibilités;Absences;Heures par mois
        Claire;Durand;claire.durand@exemple.fr;français;"jeu 18h-21h, mar. 12h00 à 14h00";21/12/2026 au 03/01/2027;2,5
        Léa;Martin;lea@exemple.fr;anglais;;;
        Œuvre;d’Été;oe@exemple.fr;;;14/05/2027;

        """

    private static let relationships = #"""
        mentor,mentee,start,end,every,lasts,prefer,first place,video,groups,objective
        Claire Durand,lea-martin,2026-12-01,2027-11-30,3-4 weeks,1h30,Thursday 18:30,"Café du Sentier, 12 rue du Sentier",https://visio.exemple.fr/a,numerique,"Devenir lead: oui, ""vraiment"" "

        """#

    /// The configuration that an import's YAML makes, beside a programme.
    private func loaded(_ yaml: String...) throws -> Loaded {
        let folder = try Folder([
            "jalon.yaml": """
            programme: {name: M, mailbox: m@exemple.fr, timezone: Europe/Paris, language: fr}
            defaults:
              hours: mon-fri 08:00-21:00
              sessions: {every: 3-4 weeks, lasts: 1h30}
            include: ["*.yml"]
            """
        ])
        for (number, text) in yaml.enumerated() { try folder.write(Data(text.utf8), to: "\(number).yml") }
        return try folder.read()
    }

    @Test func `a French spreadsheet of people becomes people whom check accepts`() throws {
        let result = SpreadsheetImport(Array(Self.people.utf8), file: "people.csv")
        #expect(result.complaints == [])
        #expect((result.kind, result.count) == ("people", 3))
        let loaded = try loaded(result.yaml)
        let people = try #require(loaded.configuration, "\(loaded.diagnostics)\n\(result.yaml)").programme.people
        let claire = try #require(people[Person.ID("claire-durand")])
        #expect(claire.available.map(\.description) == ["tue 12:00-14:00", "thu 18:00-21:00"])
        #expect(claire.away.map { "\($0.lowerBound) \($0.upperBound)" } == ["2026-12-21 2027-01-03"])
        #expect(claire.minutesPerMonth == 150)
        #expect(people[Person.ID("lea-martin")]?.language == .english)
        #expect(people[Person.ID("oeuvre-d-ete")]?.name == "Œuvre d’Été")
    }

    @Test func `an English spreadsheet of relationships becomes relationships, with people found by their names`()
        throws
    {
        let people = SpreadsheetImport(Array(Self.people.utf8), file: "people.csv")
        let known = try #require(try loaded(people.yaml).configuration).programme.people.values
        let result = SpreadsheetImport(Array(Self.relationships.utf8), file: "r.csv", people: Array(known))
        #expect(result.complaints == [])
        let loaded = try loaded(people.yaml, result.yaml)
        let programme = try #require(loaded.configuration, "\(loaded.diagnostics)\n\(result.yaml)").programme
        let relationship = try #require(programme.relationships[Relationship.ID("claire-durand-lea-martin")])
        #expect(
            relationship.mentors == [Person.ID("claire-durand")] && relationship.mentees == [Person.ID("lea-martin")])
        #expect(relationship.objectives.first?.goal == "Devenir lead: oui, \"vraiment\"")
        let session = try #require(relationship.series(named: .session))
        #expect(session.firstPlace == .inPerson("Café du Sentier, 12 rue du Sentier"))
        #expect(session.place == .video("https://visio.exemple.fr/a"))
        #expect(session.preferred.map { "\($0.weekday.abbreviation) \($0.time)" } == "thu 18:30")
    }

    /// The ways in which spreadsheets save the same table.
    enum Saved: String, CaseIterable {
        case marked = "UTF-8 with a mark"
        case unicode = "UTF-16 with tabs, Excel's Unicode text"
        case highFirst = "UTF-16, the high byte first"
        case windows = "Windows-1252"
        case windowsLines = "lines that end as on Windows"
        case saidFirst = "the separator said first"
        case commas = "commas, and every cell in quotes"

        func bytes(_ text: String) -> [UInt8] {
            switch self {
            case .marked: return [0xEF, 0xBB, 0xBF] + Array(text.utf8)
            case .unicode:
                let units = text.replacing(";", with: "\t").utf16
                return [0xFF, 0xFE] + units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
            case .highFirst: return [0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
            case .windows:
                return text.unicodeScalars.map { $0 == "Œ" ? 0x8C : $0 == "’" ? 0x92 : UInt8($0.value) }
            case .windowsLines: return Array(text.replacing("\n", with: "\r\n").utf8)
            case .saidFirst: return Array(("sep=;\r\n" + text).utf8)
            case .commas:
                let rows = text.replacing("\"", with: "").split(separator: "\n").map { row in
                    row.split(separator: ";", omittingEmptySubsequences: false).map { "\"\($0)\"" }
                        .joined(separator: ",")
                }
                return Array(rows.joined(separator: "\n").utf8)
            }
        }
    }

    @Test(arguments: Saved.allCases)
    func `what Excel writes is read`(saved: Saved) throws {
        let plain = SpreadsheetImport(Array(Self.people.utf8), file: "people.csv")
        let result = SpreadsheetImport(saved.bytes(Self.people), file: "people.csv")
        #expect(result.complaints == [], "\(saved.rawValue)")
        #expect(result.yaml == plain.yaml, "\(saved.rawValue)")
    }

    @Test func `every bad row is named, with what is wrong`() throws {
        let text = """
            name,email,available,away
            Claire Durand,claire@,jeu 25h-26h,
            ,nobody@exemple.fr,,
            Thomas Petit,thomas@exemple.fr,,12/01/2026
            Thomas Petit,thomas2@exemple.fr,,
            """
        let result = SpreadsheetImport(Array(text.utf8), file: "people.csv")
        #expect(
            result.complaints.map(\.description) == [
                "people.csv: row 2: 'claire@' is no e-mail address",
                "people.csv: row 2: available: 'thu 25:00-26:00' has a time that is none; write 18:00-21:00",
                "people.csv: row 3: there is no name",
                "people.csv: row 3: '' cannot be an id; give one of letters, digits, - and _ in a column 'id'",
                "people.csv: row 4: away: '12/01/2026' is neither a date nor a span of dates; write 2026-12-21..2027-01-03",
                "people.csv: row 5: 'thomas-petit' is in row 4 already",
            ])
    }

    @Test(arguments: [
        ("", "it has no headings; the first row names the columns"),
        (
            "name,shoe size\n",
            "the heading 'shoe size' is not known; known are id, name, first name, last name, email, "
                + "aliases, language, timezone, available, away, hours per month"
        ),
        ("name,email\n", "there is no row below the headings"),
        ("nom,name,last name\n", "the heading 'last name' names a column that is there already"),
    ])
    func `a table that is none says what it lacks`(text: String, reason: String) {
        let result = SpreadsheetImport(Array(text.utf8), file: "people.csv")
        #expect(result.complaints.map(\.description) == ["people.csv: \(reason)"])
    }

    @Test func `people whom nobody knows are no mentors`() throws {
        let people = SpreadsheetImport(Array(Self.people.utf8), file: "people.csv")
        let known = try #require(try loaded(people.yaml).configuration).programme.people.values
        let text = "mentor;mentoré;début\nMallory;lea@exemple.fr;01/12/2026\n"
        let result = SpreadsheetImport(Array(text.utf8), file: "r.csv", people: Array(known))
        #expect(
            result.complaints.map(\.description) == [
                "r.csv: row 2: there is nobody called 'Mallory' in the configuration; import the people first"
            ])
    }
}

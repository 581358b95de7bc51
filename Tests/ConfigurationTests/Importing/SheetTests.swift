import Configuration
import Foundation
import PlainText
import Testing

@testable import Configuration

/// Tables that no spreadsheet of people is.
@Suite struct SheetTests {
    private func complaints(_ text: String) -> [String] {
        SpreadsheetImport(Array(text.utf8), file: "p.csv").complaints.map(\.description)
    }

    @Test(arguments: [
        (
            "name,email\n\"Claire,c@exemple.fr\nThomas,t@exemple.fr\n",
            "a quotation mark that opens in row 2 is not closed"
        ),
        ("\"name,email\nClaire,c@exemple.fr\n", "a quotation mark that opens in row 1 is not closed"),
        ("name,email\nClaire,c@exemple.fr\n\"", "a quotation mark that opens in row 3 is not closed"),
        ("name,email\n\"Claire\"x,c@exemple.fr\n", "row 2 has text behind a closing quotation mark"),
        ("name,email\n" + String(repeating: ",", count: 10_000), "row 2 has more than 200 cells"),
        (String(repeating: "name,", count: 10_000), "row 1 has more than 200 cells"),
        (
            "name,email\n\"" + String(repeating: "x\n", count: 5000) + "\",c@exemple.fr",
            "a quotation mark that opens in row 2"
        ),
        ("name,email\n" + String(repeating: "x", count: 9000), "row 2 has a cell with more than 8000 characters"),
        ("PK\u{3}\u{4}rest", "it is a spreadsheet's own file"),
        ("sep=é\nname,email", "what follows sep= is not a sign"),
        (String(repeating: "y", count: 500) + ",email\nA,b@c.fr", "the heading 'yyy"),
    ])
    func `a table that cannot be read says in which row`(_ text: String, _ words: String) throws {
        let complaints = complaints(text)
        #expect(complaints.count == 1)
        #expect(complaints.first?.contains(words) == true, "\(complaints)")
        #expect(complaints.allSatisfy { $0.count < 300 })
    }

    @Test(arguments: [
        ("Cla\u{0}ire", "U+0000"), ("\u{1B}[31mClaire", "U+001B"), ("Claire\u{202E}x", "U+202E"),
        ("C\u{9B}2J", "U+009B"),
        ("a\u{2028}b", "U+2028"),
    ])
    func `a character that steers is told by its number, and never as it is`(_ name: String, _ code: String) {
        let complaints = complaints("name,email\n\(name),c@exemple.fr\n")
        #expect(
            complaints.contains { $0.contains("name: the character \(code) has no place in a cell") }, "\(complaints)")
        #expect(!complaints.joined().unicodeScalars.contains { $0.isHidden })
    }

    @Test(arguments: [
        "\u{1B}[31m@x", "a\nb@x", "a\u{202E}b", "\u{9B}2J\u{200B}",
    ])
    func `whatever a cell holds, a complaint is one line that steers nothing`(_ cell: String) {
        for column in ["id", "email", "aliases", "timezone", "available", "away", "hours per month"] {
            let text =
                column == "email" ? "name,email\nA B,\"\(cell)\"" : "name,email,\(column)\nA B,c@exemple.fr,\"\(cell)\""
            for complaint in complaints(text) {
                #expect(!complaint.unicodeScalars.contains { $0.isHidden }, "\(complaint.visible)")
            }
        }
    }

    @Test func `mistakes in every row are counted, and the first of them listed`() {
        let text = "name,email\n" + String(repeating: ",x\n", count: 5000)
        let result = SpreadsheetImport(Array(text.utf8), file: "p.csv")
        #expect(result.complaints.count == 100)
        #expect(result.mistakes == 5000 * 3 + 4999)
    }

    @Test(arguments: [
        "a\nevil: {name: x}", "a\u{85}people:", "a\u{2028}b", "\u{202E}x", "a\u{1B}[2J", "#", "a\r\nb",
    ])
    func `a file's name is a comment, whatever it holds`(_ name: String) throws {
        let result = SpreadsheetImport(Array("name,email\nA B,a@exemple.fr\n".utf8), file: name)
        let lines = result.yaml.split(separator: "\n")
        #expect(lines[0].hasPrefix("# From ") && lines[1] == "people:" && lines.count == 5)
        #expect(!result.yaml.unicodeScalars.contains { $0.isHidden && $0 != "\n" })
    }

    @Test(arguments: [
        "\"\u{301}, evil: true", "a: b", "a #b", "yes", "null", "*a", "&a", "!a", "|", "> x", "[a]", "{a: b}", "- a",
        "? a",
        "a\\\u{301}\"", "%a", "@a", "`a`", "'a'", "a\u{85}b", "~", "0x10", "1:2", "a:", "a\u{200D}b",
        "\u{1F600}", "\u{E0041}", "é", "e\u{301}", "…", "—", "=a", "+33 1", "TRUE", "off",
    ])
    func `every text survives as a scalar of YAML`(_ text: String) throws {
        for scalar in [text.yamlScalar, text.quotedInYAML] {
            let findings = Findings()
            let source = SourceText(file: "a.yaml", text: "x: \(scalar)\ny: [\(scalar), \(scalar)]\n")
            let value = try #require(YAMLDocument(source: source, findings: findings).read(), "\(scalar)")
            #expect(findings.diagnostics(sources: [:]) == [])
            guard case .keys(let entries) = value.content, case .text(let read) = entries[0].value.content else {
                Issue.record("\(scalar) is not a text")
                continue
            }
            #expect(Array(read.unicodeScalars) == Array(text.unicodeScalars), "\(scalar)")
        }
    }

    @Test(arguments: [
        ("jeu 18h-21h", "thu 18:00-21:00"), ("mar. 12h00 à 14h00", "tue 12:00-14:00"), ("3-4 semaines", "3-4 weeks"),
        ("Lundi 9 h 30 - 11 h", "mon 9:30 - 11:00"), ("18h 5", "18:00 5"), ("MARDI 8h", "tue 8:00"),
        ("6 mois", "6 months"), ("10 jours", "10 days"), ("thu 18:30", "thu 18:30"), ("marche", "marche"),
        ("18h a\u{300} 20h", "18:00-20:00"), ("", ""), ("h", "h"), ("18h", "18:00"), ("18h123", "18h123"),
        ("18h à 20h", "18:00-20:00"),
        ("2 heures", "2 heures"),
    ])
    func `French hours become the files' own`(_ text: String, _ english: String) {
        #expect(CellWords.english(text) == english)
    }

    @Test(arguments: [
        ("21/12/2026 au 03/01/2027", "2026-12-21..2027-01-03"), ("2026-12-21..2027-01-03", "2026-12-21..2027-01-03"),
        ("1/2/2027", "2027-02-01"), ("21.12.2026 - 03.01.2027", "2026-12-21..2027-01-03"), ("31/02/2027", "31/02/2027"),
        ("x", "x"),
    ])
    func `French dates become the files' own`(_ text: String, _ dates: String) {
        #expect(CellWords.dates(text, isFrench: true) == dates)
    }
}

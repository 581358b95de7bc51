import Mentoring
import PlainText
import Testing

@testable import Correspondence

@Suite struct TemplateBoundsTests {
    private static let head = "Subject: x\n\n"

    private func complaints(_ source: String) -> [TemplateComplaint] {
        TemplateLibrary(overrides: [.french: [.prepare: source]]).complaints()
    }

    private static func nested(_ opening: String, _ depth: Int, end: String = "{{/tu}}") -> String {
        head + String(repeating: opening, count: depth) + String(repeating: end, count: depth)
    }

    @Test(arguments: [
        nested("{{#tu}}", 33), nested("{{^tu}}", 33), nested("{{#tu}}\n", 8000), nested("{{#tu}}\n{{^place}}", 2000),
        nested("{{#tu}}\n", 4000, end: ""), "Subject: " + nested("{{#tu}}", 200),
    ])
    func `sections that are nested too deep are told with their line`(_ source: String) throws {
        let complaint = try #require(complaints(source).first)
        let words = ["nested deeper than 32 levels", "1000 tags", "64 KiB", "4000 characters"]
        #expect(words.contains { complaint.message.contains($0) }, "\(complaint.message)")
        #expect(complaint.line ?? 0 > 0)
        #expect(complaints(source).count == 1)
    }

    @Test func `thirty-two levels are fine`() {
        #expect(complaints(Self.nested("{{#tu}}", 32)) == [])
    }

    @Test(arguments: [
        (String(repeating: "{{date}}\n", count: 1001), "1000 tags"),
        (String(repeating: "{{! x }}\n", count: 1001), "1000 tags"),
        (String(repeating: "x\n", count: 40_000), "64 KiB"),
        ("{{" + String(repeating: "a", count: 3000) + "}}", "unknown variable 'aaa"),
        (String(repeating: "x", count: 4001), "4000 characters"),
        ("a\u{0}b", "U+0000"), ("a\u{1B}[31m", "U+001B"), ("a\u{202E}b", "U+202E"), ("a\u{2028}b", "U+2028"),
        ("a\u{FEFF}b", "U+FEFF"), ("a\u{85}b", "U+0085"),
        (String(repeating: "{{<prepare}}", count: 300), "tags with '<'"),
        (String(repeating: "{{$block}}", count: 300), "tags with '$'"),
        (String(repeating: "{{=<% %>=}}", count: 300), "tags with '='"),
        (String(repeating: "{{> prepare}}", count: 300), "tags with '>'"),
        (String(repeating: "{{{date}}}", count: 300), "tags with '{'"),
        (String(repeating: "{{", count: 1900), "is not closed by"),
        (String(repeating: "{{/tu}}", count: 500), "without having begun"),
        (String(repeating: "{{> *dynamic}}", count: 200), "tags with '>'"),
        ("{{% CONTENT_TYPE:HTML}}", "tags with '%'"), ("{{date(date(date))}}", "unknown variable"),
    ])
    func `what is too much is told in few words`(_ body: String, _ words: String) throws {
        let complaints = complaints(Self.head + body)
        let first = try #require(complaints.first)
        #expect(first.message.contains(words), "\(first.message)")
        #expect(complaints.count <= TemplateBounds.mostFaults + 1)
        #expect(complaints.allSatisfy { $0.message.count < 200 })
    }

    @Test(arguments: [
        "{{#mails}}{{#mails}}x{{/mails}}{{/mails}}", "{{#series}}{{#objectives}}x{{/objectives}}{{/series}}",
        "{{#mails}}{{#tu}}{{#mails}}x{{/mails}}{{/tu}}{{/mails}}",
    ])
    func `a list inside of a list is a mistake`(_ body: String) {
        #expect(complaints(Self.head + body).first?.message.contains("stands inside of the list") == true)
    }

    @Test func `the text for an empty list may stand inside of another, and lists behind each other`() {
        #expect(
            complaints(Self.head + "{{#mails}}{{^series}}x{{/series}}{{/mails}}{{#series}}{{name}}{{/series}}") == [])
    }

    private func template(_ body: String) throws -> Template {
        try Template(Self.head + body, name: TemplateName("any"))
    }

    @Test func `a long list is cut before it makes more than a mail`() throws {
        let line = String(repeating: "x", count: 3900) + "\n"
        let template = try template("{{#mails}}" + String(repeating: line, count: 15) + "{{mail}}{{/mails}}\nend")
        var values = TemplateValues()
        var item = TemplateValues()
        item.set(.mail, String(repeating: "m", count: 500))
        values[.mails] = .list(Array(repeating: item, count: 100_000))
        let text = template.body(values)
        #expect(text.utf8.count <= TemplateBounds.mostRendered + 10)
        #expect(text.hasSuffix("…\n"))
    }

    @Test func `long values that stand often are cut as well`() throws {
        let template = try template(String(repeating: "{{place}}\n", count: 990))
        var values = TemplateValues()
        values.set(.place, String(repeating: "é", count: 5000))
        #expect(template.body(values).utf8.count <= TemplateBounds.mostRendered + 10)
    }

    @Test func `a digest of thousands of lines stays whole`() throws {
        let template = try template("{{#mails}}- {{mail}}\n{{/mails}}\nend")
        var values = TemplateValues()
        values[.mails] = .list(
            (0..<5000).map { number in
                var item = TemplateValues()
                item.set(.mail, "mail \(number)")
                return item
            })
        let lines = template.body(values).split(separator: "\n")
        #expect(lines.count == 5001 && lines.last == "end")
    }

    @Test func `brackets that would cost cmark much are cut off`() throws {
        let template = try template("{{#mails}}" + String(repeating: "![[]()\n", count: 500) + "{{/mails}}")
        var values = TemplateValues()
        values[.mails] = .list(Array(repeating: TemplateValues(), count: 1000))
        let text = template.body(values)
        #expect(text.utf8.count { $0 == UInt8(ascii: "[") } <= TemplateBounds.mostBrackets)
    }

    @Test(arguments: [
        "> ", "- ", "1. ", "* ", "[", "]", "![", "[](", "![[]()", "*a ", "**a", "_a_", "`", "``a`", "<a ", "<!--", "&#",
        "~",
        "| a ", "<https://a>", "\\", "    a\n", "[a]: b\n", "a\n=\n", "#", "[a][b]", "***", "<b>",
    ])
    func `Markdown of any kind, as much as there may be, is made HTML at once`(_ piece: String) throws {
        let count = min(TemplateBounds.mostRendered / piece.utf8.count, 200_000)
        let text = String(repeating: piece, count: count).withinBounds
        let began = ContinuousClock.now
        #expect(!CommonMark.html(text).isEmpty || piece == "[a]: b\n")
        #expect(began.duration(to: .now) < .seconds(10))
    }

    @Test func `a bank of questions has the same bounds`() {
        let bank = "# Mentee\n" + String(repeating: "- Quoi ?\n", count: 10_000) + "# Mentor\n- Qui ?\n"
        let complaints = TemplateLibrary(overrides: [.french: [TemplateName("questions"): bank]]).complaints()
        #expect(complaints.first?.message.contains("64 KiB") == true)
    }
}

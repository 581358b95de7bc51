import Testing

@testable import Report

@Suite struct TerminalTableTests {
    private var table: TerminalTable {
        TerminalTable(
            columns: [.init("Qui"), .init("Courriels", alignment: .trailing)],
            rows: [["Léa", "3"], ["Thomas", "12"]])
    }

    @Test func `a box frames columns that are aligned`() {
        #expect(
            table.render() == """
                ┌────────┬───────────┐
                │ Qui    │ Courriels │
                ├────────┼───────────┤
                │ Léa    │         3 │
                │ Thomas │        12 │
                └────────┴───────────┘

                """)
    }

    @Test func `spaces separate columns without trailing blanks`() {
        var table = TerminalTable(columns: [.init("A"), .init("B")])
        table.append(["one", "two"])
        table.append(["x"])
        #expect(table.render(frame: .spaces) == "A    B\none  two\nx\n")
    }

    @Test(arguments: [
        ("élan", 4), ("e\u{301}lan", 4), ("日本", 4), ("🎉", 2), ("👩‍💻", 2), ("❤️", 2), ("🇫🇷", 2), ("…", 1), ("", 0),
        ("a\u{200B}b", 2),
    ])
    func `width is what the terminal shows`(text: String, columns: Int) {
        #expect(DisplayWidth.of(text) == columns)
    }

    @Test(arguments: [
        ("Thomas et Claire", 16, "Thomas et Claire"), ("Thomas et Claire", 10, "Thomas et…"),
        ("日本語", 4, "日…"), ("abc", 1, "…"), ("abc", 0, ""),
    ])
    func `what is too long ends in an ellipsis`(text: String, columns: Int, expected: String) {
        #expect(DisplayWidth.truncated(text, to: columns) == expected)
    }

    @Test(arguments: [80, 40, 30])
    func `no line is wider than the terminal`(width: Int) {
        let long = TerminalTable(
            columns: [.init("Date"), .init("Objet"), .init("N", alignment: .trailing)],
            rows: [["jeu. 3 déc. 2026", "Votre rencontre avec Anne-Sophie et Thomas 🎉, demain à 18:30", "1"]])
        for line in long.render(width: width).split(separator: "\n") {
            #expect(DisplayWidth.of(String(line)) <= width)
        }
    }

    @Test func `a terminal that is too narrow still shows the least of each column`() {
        let text = table.render(width: 3)
        #expect(text.contains("│ Thomas │     12 │"))
    }

    @Test func `colours are written only where they are asked for`() {
        let table = TerminalTable(columns: [.init("A")], rows: [[.init("x", .red)]])
        #expect(!table.render().contains("\u{1B}"))
        #expect(table.render(isColoured: true).contains("│ \u{1B}[31mx\u{1B}[0m │"))
    }

    @Test(arguments: [
        ("\u{1B}[2J", "\\u{1B}[2J"), ("two\r\nlines", "two lines"), ("a\u{202E}b", "a\\u{202E}b"),
        ("a\u{9B}31m", "a\\u{9B}31m"),
    ])
    func `no cell can steer the terminal`(text: String, shown: String) {
        #expect(TerminalTable.Cell(text).text == shown)
        #expect(TerminalTable.Column(text).title == shown)
    }

    @Test func `a table without columns is empty`() {
        #expect(TerminalTable(columns: [], rows: [["lost"]]).render() == "")
    }
}

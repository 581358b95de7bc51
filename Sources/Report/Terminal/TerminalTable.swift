import PlainText

/// A table for a terminal: columns aligned by what is seen, cut to the width there is.
///
/// What hides or steers is written out in a cell, `\u{1B}`: no subject of a mail can steer the terminal.
public struct TerminalTable: Sendable {
    public enum Alignment: Sendable { case leading, trailing }

    /// Lines of box characters for people, two spaces between columns for everything else.
    public enum Frame: Sendable { case box, spaces }

    public enum Colour: String, Sendable {
        case red = "31"
        case green = "32"
        case yellow = "33"
        case cyan = "36"
        case dim = "2"
        case bold = "1"
    }

    public struct Column: Sendable {
        public var title: String
        public var alignment: Alignment
        /// Columns of text below which the column is not cut, however narrow the terminal.
        public var least: Int

        public init(_ title: String, alignment: Alignment = .leading, least: Int = 6) {
            self.title = TerminalTable.harmless(title)
            self.alignment = alignment
            self.least = max(1, least)
        }
    }

    public struct Cell: Sendable, ExpressibleByStringLiteral {
        public let text: String
        public let colour: Colour?

        public init(_ text: String, _ colour: Colour? = nil) {
            self.text = TerminalTable.harmless(text)
            self.colour = colour
        }

        public init(stringLiteral value: String) {
            self.init(value)
        }
    }

    public let columns: [Column]
    public private(set) var rows: [[Cell]] = []

    public init(columns: [Column], rows: [[Cell]] = []) {
        self.columns = columns
        for row in rows { append(row) }
    }

    /// Adds a row; missing cells are empty, cells without a column are dropped.
    public mutating func append(_ row: [Cell]) {
        let missing = max(0, columns.count - row.count)
        rows.append(row.prefix(columns.count) + [Cell](repeating: "", count: missing))
    }

    /// The lines of the table, each with its line feed; a table without columns is empty.
    ///
    /// - Parameters:
    ///   - width: the terminal's columns; nil where nothing is to be cut, as in a pipe.
    ///   - isColoured: ANSI colours for cells that have one, and a bold head.
    public func render(width: Int? = nil, frame: Frame = .box, isColoured: Bool = false) -> String {
        guard !columns.isEmpty else { return "" }
        let widths = fitted(to: width, frame: frame)
        let head = columns.map { Cell($0.title, .bold) }
        var lines: [String] = []
        if frame == .box { lines.append(rule("┌", "┬", "┐", widths)) }
        lines.append(line(head, widths, frame, isColoured))
        if frame == .box { lines.append(rule("├", "┼", "┤", widths)) }
        lines += rows.map { line($0, widths, frame, isColoured) }
        if frame == .box { lines.append(rule("└", "┴", "┘", widths)) }
        return lines.map { $0 + "\n" }.joined()
    }

    /// The columns' widths: what they need, the widest cut first where the terminal has less.
    private func fitted(to width: Int?, frame: Frame) -> [Int] {
        var widths = columns.indices.map { index in
            rows.reduce(DisplayWidth.of(columns[index].title)) { max($0, DisplayWidth.of($1[index].text)) }
        }
        guard let width else { return widths }
        let between = frame == .box ? 3 * columns.count + 1 : 2 * (columns.count - 1)
        var excess = widths.reduce(between, +) - width
        while excess > 0 {
            let shrinkable = widths.indices.filter { widths[$0] > columns[$0].least }
            guard let widest = shrinkable.max(by: { widths[$0] < widths[$1] }) else { break }
            widths[widest] -= 1
            excess -= 1
        }
        return widths
    }

    private func rule(_ left: String, _ middle: String, _ right: String, _ widths: [Int]) -> String {
        left + widths.map { String(repeating: "─", count: $0 + 2) }.joined(separator: middle) + right
    }

    private func line(_ row: [Cell], _ widths: [Int], _ frame: Frame, _ isColoured: Bool) -> String {
        let cells = columns.indices.map { index -> String in
            let text = DisplayWidth.truncated(row[index].text, to: widths[index])
            let padding = String(repeating: " ", count: max(0, widths[index] - DisplayWidth.of(text)))
            let shown = row[index].colour.map { isColoured ? "\u{1B}[\($0.rawValue)m\(text)\u{1B}[0m" : text } ?? text
            return columns[index].alignment == .leading ? shown + padding : padding + shown
        }
        switch frame {
        case .box: return "│ " + cells.joined(separator: " │ ") + " │"
        case .spaces:
            var line = cells.joined(separator: "  ")
            while line.last == " " { line.removeLast() }
            return line
        }
    }

    /// Line breaks and tabs as spaces, all else that is not seen as its code.
    private static func harmless(_ text: String) -> String {
        String(text.map { $0 == "\n" || $0 == "\r\n" || $0 == "\t" ? " " : $0 }).visible
    }
}

/// The text of one file, and its lines.
struct SourceText: Sendable {
    let file: String
    /// Without a byte order mark.
    let text: String
    private let lines: [Substring]

    init(file: String, text: String) {
        self.file = file
        self.text = text.unicodeScalars.first == "\u{FEFF}" ? String(text.unicodeScalars.dropFirst()) : text
        lines = self.text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }
    }

    /// - Parameter number: counted from 1; empty where there is no such line.
    func line(_ number: Int) -> String {
        lines.indices.contains(number - 1) ? String(lines[number - 1]) : ""
    }

    func site(_ place: YAMLScan.Place, length: Int = 1) -> Site {
        Site(file: file, line: place.line, scalars: place.column..<place.column + length)
    }
}

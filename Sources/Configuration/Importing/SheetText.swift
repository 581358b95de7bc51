import Foundation

/// The text of a spreadsheet's CSV file, whatever encoding the spreadsheet has written it in.
enum SheetText {
    /// UTF-8 and UTF-16 by their byte order marks; without one UTF-8 where it is that, else the Windows code page 1252,
    /// which is what Excel writes as plain "CSV" in western Europe.
    static func decoded(_ bytes: [UInt8]) -> String? {
        let data = Data(bytes)
        switch (bytes.first, bytes.dropFirst().first, bytes.dropFirst(2).first) {
        case (0xEF, 0xBB, 0xBF): return String(validating: bytes.dropFirst(3), as: UTF8.self)
        case (0xFF, 0xFE, _): return String(data: data.dropFirst(2), encoding: .utf16LittleEndian)
        case (0xFE, 0xFF, _): return String(data: data.dropFirst(2), encoding: .utf16BigEndian)
        default: return String(validating: bytes, as: UTF8.self) ?? String(data: data, encoding: .windowsCP1252)
        }
    }

    /// What parts the cells: the one of `;`, tab and `,` that the headings have most often. Excel writes `sep=;` before
    /// the headings where it is asked to.
    static func dialect(of text: String) -> (separator: Character, rest: String) {
        let first = text.prefix { !$0.isNewline }
        if first.lowercased().hasPrefix("sep="), let separator = first.dropFirst(4).first {
            return (separator, String(text[first.endIndex...].dropFirst()))
        }
        let counts = [";", "\t", ","].map { mark in
            (mark: Character(mark), count: first.count { $0 == Character(mark) })
        }
        return (counts.max { $0.count < $1.count }?.mark ?? ",", text)
    }
}

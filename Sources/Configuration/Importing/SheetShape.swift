/// A look at a table's text before it is taken apart: what no spreadsheet of people holds is found here, with its row,
/// and costs nothing.
struct SheetShape {
    static let mostColumns = 200
    /// Of a cell, in octets.
    static let longestCell = 8000

    /// - Throws: where a quotation mark is never closed, a row has too many cells, or a cell too much text.
    static func check(_ text: String, separator: Character) throws(SheetError) {
        let separator = Array(String(separator).utf8)
        guard separator.count == 1 else { throw .separator }
        var row = 1
        var cells = 1
        var length = 0
        var opened: Int?
        var before: UInt8 = 0
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""): opened = opened == nil ? row : nil
            case separator[0] where opened == nil:
                cells += 1
                length = 0
                guard cells <= mostColumns else { throw .wide(row: row) }
            case UInt8(ascii: "\n") where opened == nil && before == UInt8(ascii: "\r"): break
            case UInt8(ascii: "\n") where opened == nil, UInt8(ascii: "\r") where opened == nil:
                row += 1
                cells = 1
                length = 0
            default:
                length += 1
                guard length <= longestCell else { throw opened.map { .unclosed(row: $0) } ?? .long(row: row) }
            }
            before = byte
        }
        if let opened { throw .unclosed(row: opened) }
    }
}

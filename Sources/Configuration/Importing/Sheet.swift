import Foundation
import PlainText
import SwiftCSV

/// A table of a spreadsheet: headings, and rows of cells.
struct Sheet {
    struct Row {
        /// As a spreadsheet counts them: the headings are row 1.
        let number: Int
        fileprivate let cells: [Column: String]

        /// Without blanks around it; nil where the cell is empty or the column missing.
        subscript(column: Column) -> String? { cells[column] }

        /// What a file may not hold; none in nearly every row.
        var misplaced: [(column: Column, scalar: Unicode.Scalar)] {
            cells.compactMap { column, text in
                text.unicodeScalars.first(where: \.hasNoPlaceInFile).map { (column, $0) }
            }.sorted { $0.column.rawValue < $1.column.rawValue }
        }
    }

    let columns: Set<Column>
    let rows: [Row]
    /// The headings are French, and so 01/12/2026 is the first of December.
    let isFrench: Bool

    init(_ bytes: [UInt8]) throws(SheetError) {
        let lines = try Self.lines(of: bytes)
        guard let headings = lines.first, !headings.allSatisfy({ $0.trimmed.isEmpty }) else { throw .empty }
        // A table with a mentor is one of relationships; any other is of people.
        let known = headings.contains(where: Column.mentor.answers) ? Column.relationships : Column.people
        var places: [Int: Column] = [:]
        for (place, heading) in headings.enumerated() where !heading.trimmed.isEmpty {
            guard let column = known.first(where: { $0.answers(to: heading) }) else {
                throw .heading(heading.trimmed, known: known.map(\.rawValue))
            }
            guard !places.values.contains(column) else { throw .twice(heading.trimmed) }
            places[place] = column
        }
        columns = Set(places.values)
        isFrench = headings.contains(where: Column.isFrench)
        rows = lines.dropFirst().enumerated().compactMap { index, line in
            var cells: [Column: String] = [:]
            for (place, column) in places where line.indices.contains(place) {
                let text = line[place].trimmed
                if !text.isEmpty { cells[column] = text }
            }
            return cells.isEmpty ? nil : Row(number: index + 2, cells: cells)
        }
    }
}

extension Sheet {
    /// Each row's cells, the headings first.
    private static func lines(of bytes: [UInt8]) throws(SheetError) -> [[String]] {
        // .xlsx and .ods are ZIP files, .xls is a compound file.
        if bytes.starts(with: [0x50, 0x4B, 3, 4]) || bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { throw .workbook }
        guard let text = SheetText.decoded(bytes) else { throw .encoding }
        let (separator, rest) = SheetText.dialect(of: text)
        try SheetShape.check(rest, separator: separator)
        var lines: [[String]] = []
        do {
            let table = try CSV<HeadingsOnly>(string: rest, delimiter: .character(separator), loadColumns: false)
            try table.enumerateAsArray(startAt: 0, rowLimit: nil) { lines.append($0) }
            return lines
        } catch {
            throw .quotation(row: lines.count + 1)
        }
    }
}

/// A table of which only the headings are kept: SwiftCSV's own views give each row as many cells as the widest has.
private struct HeadingsOnly: CSVView {
    let rows: [[String]] = []
    let columns: [String]? = nil

    init(header: [String], text: String, delimiter: CSVDelimiter, loadColumns: Bool, rowLimit: Int?) {}

    func serialize(header: [String], delimiter: CSVDelimiter) -> String { "" }
}

/// Why a spreadsheet's file cannot be read at all.
enum SheetError: Error {
    case encoding
    case empty
    case workbook
    case separator
    case quotation(row: Int)
    case unclosed(row: Int)
    case wide(row: Int)
    case long(row: Int)
    case heading(String, known: [String])
    case twice(String)
}

extension SheetError: CustomStringConvertible {
    var description: String {
        switch self {
        case .encoding: "it is not text in UTF-8, UTF-16 or Windows-1252; save it as \"CSV UTF-8\""
        case .empty: "it has no headings; the first row names the columns"
        case .workbook: "it is a spreadsheet's own file; save it as \"CSV UTF-8\""
        case .separator: "what follows sep= is not a sign that can stand between cells; write sep=; or sep=,"
        case .quotation(let row):
            "row \(row) has text behind a closing quotation mark; write a mark inside of a cell twice"
        case .unclosed(let row):
            "a quotation mark that opens in row \(row) is not closed, or stands around more than "
                + "\(SheetShape.longestCell) characters"
        case .wide(let row): "row \(row) has more than \(SheetShape.mostColumns) cells"
        case .long(let row): "row \(row) has a cell with more than \(SheetShape.longestCell) characters"
        case .heading(let heading, let known):
            "the heading '\(heading.shortened)' is not known; known are \(known.joined(separator: ", "))"
        case .twice(let heading): "the heading '\(heading.shortened)' names a column that is there already"
        }
    }
}

extension String {
    /// Without blanks and line ends around it.
    var trimmed: String {
        let scalars = unicodeScalars
        guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
            let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
        else { return "" }
        if first == startIndex, scalars.index(after: last) == endIndex { return self }
        return String(scalars[first...last])
    }
}

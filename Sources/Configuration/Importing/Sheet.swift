import Foundation
import SwiftCSV

/// A table of a spreadsheet: headings, and rows of cells.
struct Sheet {
    struct Row {
        /// As a spreadsheet counts them: the headings are row 1.
        let number: Int
        fileprivate let cells: [Column: String]

        /// Without blanks around it; nil where the cell is empty or the column missing.
        subscript(column: Column) -> String? { cells[column] }
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
            for (place, column) in places where line.indices.contains(place) && !line[place].trimmed.isEmpty {
                cells[column] = line[place].trimmed
            }
            return cells.isEmpty ? nil : Row(number: index + 2, cells: cells)
        }
    }
}

extension Sheet {
    /// Each row's cells, the headings first.
    private static func lines(of bytes: [UInt8]) throws(SheetError) -> [[String]] {
        guard let text = SheetText.decoded(bytes) else { throw .encoding }
        let (separator, rest) = SheetText.dialect(of: text)
        do {
            let table = try CSV<Enumerated>(string: rest, delimiter: .character(separator), loadColumns: false)
            return [table.header] + table.rows
        } catch {
            throw .unreadable("\(error)")
        }
    }
}

/// Why a spreadsheet's file cannot be read at all.
enum SheetError: Error {
    case encoding
    case empty
    case unreadable(String)
    case heading(String, known: [String])
    case twice(String)
}

extension SheetError: CustomStringConvertible {
    var description: String {
        switch self {
        case .encoding: "it is not text in UTF-8, UTF-16 or Windows-1252; save it as \"CSV UTF-8\""
        case .empty: "it has no headings; the first row names the columns"
        case .unreadable(let reason): "it is no CSV: \(reason)"
        case .heading(let heading, let known):
            "the heading '\(heading)' is not known; known are \(known.joined(separator: ", "))"
        case .twice(let heading): "the heading '\(heading)' names a column that is there already"
        }
    }
}

extension String {
    var trimmed: String { trimmingCharacters(in: .whitespacesAndNewlines) }
}

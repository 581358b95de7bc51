import CivilTime
public import Mentoring
import PlainText

/// People or relationships of a spreadsheet, as YAML for review.
public struct SpreadsheetImport: Sendable {
    /// A row that cannot be taken, and why.
    public struct Complaint: Sendable, Hashable, CustomStringConvertible {
        public let file: String
        /// As a spreadsheet counts them; nil where it is the whole file.
        public let row: Int?
        public let reason: String

        public var description: String { "\(file.visible)\(row.map { ": row \($0)" } ?? ""): \(reason.visible)" }
    }

    /// The YAML; of use only where there is no complaint.
    public private(set) var yaml = ""
    /// The first of them; a table that is not meant for Jalon at all must not fill the terminal.
    public private(set) var complaints: [Complaint] = []
    /// How many there are in all.
    public private(set) var mistakes = 0
    /// How many people or relationships there are.
    public private(set) var count = 0
    /// `people` or `relationships`.
    public private(set) var kind = ""

    private let file: String

    /// - Parameters:
    ///   - file: what complaints call it.
    ///   - people: those of the configuration, by whom a relationship's people may be named; empty where there is none.
    public init(_ bytes: [UInt8], file: String, people: [Person] = []) {
        self.file = file
        do {
            let sheet = try Sheet(bytes)
            if sheet.columns.contains(.mentor) {
                write(RelationshipRows(sheet: sheet, people: people).entries(), as: "relationships")
            } else {
                write(PersonRows(sheet: sheet).entries(), as: "people")
            }
        } catch {
            complain(nil, "\(error)")
        }
    }

    private static let mostComplaints = 100

    private mutating func complain(_ row: Int?, _ reason: String) {
        mistakes += 1
        guard complaints.count < Self.mostComplaints else { return }
        complaints.append(Complaint(file: file, row: row, reason: reason))
    }

    private mutating func write(_ rows: [SheetEntry], as kind: String) {
        self.kind = kind
        var seen: [String: Int] = [:]
        var lines = ["# From \(file.visible), to look through: jalon check finds what is wrong.", "\(kind):"]
        for row in rows {
            for reason in row.reasons { complain(row.number, reason) }
            if let first = seen[row.id] {
                complain(row.number, "'\(row.id)' is in row \(first) already")
            }
            seen[row.id] = row.number
            lines.append("  \(row.id):")
            lines += row.lines.map { "    \($0)" }
        }
        if rows.isEmpty {
            complain(nil, "there is no row below the headings")
        }
        count = rows.count
        yaml = lines.joined(separator: "\n") + "\n"
    }
}

/// A row on its way to YAML.
struct SheetEntry {
    let number: Int
    var id = ""
    private(set) var lines: [String] = []
    private(set) var reasons: [String] = []

    init(number: Int = 0) {
        self.number = number
    }

    init(_ row: Sheet.Row) {
        self.init(number: row.number)
        for (column, scalar) in row.misplaced {
            complain("\(column.rawValue): the character \(scalar.code) has no place in a cell; take it out")
        }
    }

    mutating func complain(_ reason: String) { reasons.append(reason) }

    /// A value that a file has one way to write; a slip is complained of.
    mutating func add<Value: Written>(_ key: String, _ text: String?, as type: Value.Type) {
        guard let text else { return }
        do throws(Misspelling) {
            _ = try Value(written: text)
            lines.append("\(key): \(text.yamlScalar)")
        } catch {
            complain("\(key): '\(text)' \(error.reason)")
        }
    }

    mutating func addList<Value: Written>(_ key: String, _ texts: [String], as type: Value.Type) {
        guard !texts.isEmpty else { return }
        for text in texts {
            do throws(Misspelling) { _ = try Value(written: text) } catch {
                complain("\(key): '\(text)' \(error.reason)")
            }
        }
        lines.append("\(key): [\(texts.map(\.yamlScalar).joined(separator: ", "))]")
    }

    /// Words of one's own.
    mutating func add(_ key: String, _ text: String?) {
        if let text { lines.append("\(key): \(text.words.joined(separator: " ").yamlScalar)") }
    }

    mutating func add(line: String) { lines.append(line) }
}

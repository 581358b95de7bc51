import CivilTime
public import Mentoring

/// People or relationships of a spreadsheet, as YAML for review.
public struct SpreadsheetImport: Sendable {
    /// A row that cannot be taken, and why.
    public struct Complaint: Sendable, Hashable, CustomStringConvertible {
        public let file: String
        /// As a spreadsheet counts them; nil where it is the whole file.
        public let row: Int?
        public let reason: String

        public var description: String { "\(file)\(row.map { ": row \($0)" } ?? ""): \(reason)" }
    }

    /// The YAML; of use only where there is no complaint.
    public private(set) var yaml = ""
    public private(set) var complaints: [Complaint] = []
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
            complaints.append(Complaint(file: file, row: nil, reason: "\(error)"))
        }
    }

    private mutating func write(_ rows: [SheetEntry], as kind: String) {
        self.kind = kind
        var seen: [String: Int] = [:]
        var lines = ["# From \(file), to look through: jalon check finds what is wrong.", "\(kind):"]
        for row in rows {
            for reason in row.reasons { complaints.append(Complaint(file: file, row: row.number, reason: reason)) }
            if let first = seen[row.id] {
                complaints.append(
                    Complaint(file: file, row: row.number, reason: "'\(row.id)' is in row \(first) already"))
            }
            seen[row.id] = row.number
            lines.append("  \(row.id):")
            lines += row.lines.map { "    \($0)" }
        }
        if rows.isEmpty {
            complaints.append(Complaint(file: file, row: nil, reason: "there is no row below the headings"))
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

    init(number: Int) {
        self.number = number
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

extension String {
    /// The text as a scalar of YAML, quoted unless nobody can take it for anything else (YAML 1.2 section 7.3).
    var yamlScalar: String {
        let isPlain =
            wholeMatch(of: /[\p{L}0-9][\p{L}0-9 ._@+:–-]*/) != nil && !contains(": ") && !hasSuffix(":")
            && !hasSuffix(" ") && wholeMatch(of: /(?i)true|false|yes|no|null|on|off/) == nil
        if isPlain { return self }
        return "\"" + replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }
}

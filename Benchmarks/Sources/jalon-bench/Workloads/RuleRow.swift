import CivilTime

/// A row of the input of ``ExpandWorkload``: a name, DTSTART on the wall, a zone and an RRULE between tabs.
struct RuleRow {
    let identifier: String
    let start: LocalDateTime
    let zone: String
    let rule: String

    static func read(_ path: String) throws(BenchmarkError) -> [RuleRow] {
        var rows: [RuleRow] = []
        for line in try Files.read(path).split(separator: UInt8(ascii: "\n")) {
            let fields = line.split(separator: UInt8(ascii: "\t")).map { String(decoding: $0, as: UTF8.self) }
            guard fields.count == 4, let start = LocalDateTime(basic: fields[1]) else {
                throw .malformedRow(path: path, line: rows.count + 1)
            }
            rows.append(RuleRow(identifier: fields[0], start: start, zone: fields[2], rule: fields[3]))
        }
        return rows
    }
}

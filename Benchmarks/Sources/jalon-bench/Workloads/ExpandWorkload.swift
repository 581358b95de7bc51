import CivilTime
import ICalendar

/// Expands recurrence rules to the instants that they mean, from each rule's start to the year 2044.
enum ExpandWorkload {
    /// 2044-01-01T00:00:00Z, the end of what is looked at.
    private static let end: Int64 = 2_335_219_200

    /// - Parameter isPrinting: each rule's count and sum go to standard output before the measurement.
    static func run(mode: String, repeating: Int, path: String, isPrinting: Bool) throws {
        let rows = try RuleRow.read(path)
        var measurement = Measurement("expand", unit: "occurrence")
        if mode == "expand" {
            var zones = SystemZones()
            var occurrences = 0
            var sum: Int64 = 0
            for round in 0..<repeating {
                for row in rows {
                    let (rowCount, rowSum) = try expand(row, zone: try zones.zone(row.zone))
                    occurrences += rowCount
                    sum += rowSum
                    if isPrinting, round == 0 {
                        try Files.write(Array("\(row.identifier) \(rowCount) \(rowSum)\n".utf8))
                    }
                }
            }
            measurement.units = Double(occurrences)
            measurement.counts = [("occurrences", occurrences), ("sum", Int(sum))]
        }
        try Files.write(Array(measurement.line().utf8))
    }

    private static func expand(_ row: RuleRow, zone: Zone) throws(RecurrenceError) -> (count: Int, sum: Int64) {
        var occurrences = RecurrenceIterator(try RecurrenceRule(row.rule), start: row.start, zone: zone)
        var count = 0
        var sum: Int64 = 0
        while let local = try occurrences.next() {
            let seconds = zone.instant(of: local).secondsSinceEpoch
            guard seconds < end else { break }
            count += 1
            sum += seconds
        }
        return (count, sum)
    }
}

import CivilTime
import ICalendar

/// Reads and expands calendars over two years, each by itself, and tells what the worst of them takes.
///
/// Time is the least of the repeats, as other programs only ever add to it.
enum BoundsWorkload {
    private struct Cost {
        let name: String
        var reading = Double.infinity
        var expansion = Double.infinity
        var peak = 0
        var occurrences = 0
        var faults = 0

        var line: String {
            "{\"file\":\"\(name)\",\"reading\":\(reading),\"expansion\":\(expansion),\"peak_kib\":\(peak),"
                + "\"occurrences\":\(occurrences),\"faults\":\(faults)}\n"
        }
    }

    /// The two years from 2026-01-01T00:00:00Z.
    private static let window =
        Instant(secondsSinceEpoch: 1_767_225_600)..<Instant(secondsSinceEpoch: 1_830_297_600)

    /// - Parameter isPrinting: each file's own costs go to standard output before the measurement.
    static func run(mode: String, repeating: Int, path: String, isPrinting: Bool) throws(BenchmarkError) {
        let paths = try Files.paths(at: path)
        let paris = try SystemZones.read("Europe/Paris")
        var measurement = Measurement("bounds", unit: "file")
        if mode == "expand", !paths.isEmpty {
            Measurement.forgetPeak()
            let base = Measurement.peak()
            var costs: [Cost] = []
            for path in paths {
                let cost = cost(of: try Files.read(path), path: path, repeating: repeating, floating: paris)
                if isPrinting { try Files.write(Array(cost.line.utf8)) }
                costs.append(cost)
            }
            measurement.units = Double(costs.count)
            measurement.counts = [
                ("worst_reading_us", Int(1e6 * (costs.map(\.reading).max() ?? 0))),
                ("worst_expansion_us", Int(1e6 * (costs.map(\.expansion).max() ?? 0))),
                ("worst_peak_kib", costs.map(\.peak).max() ?? 0), ("base_kib", base),
            ]
        }
        try Files.write(Array(measurement.line().utf8))
    }

    private static func cost(of bytes: [UInt8], path: String, repeating: Int, floating: Zone) -> Cost {
        var cost = Cost(name: String(path.split(separator: "/").last ?? ""))
        for _ in 0..<max(1, repeating) {
            Measurement.forgetPeak()
            let begin = Measurement.processorSeconds()
            let calendars = CalendarStream.parse(bytes).calendars
            let middle = Measurement.processorSeconds()
            let expansion = CalendarExpansion(
                of: calendars, in: window, floating: floating, zones: { try? SystemZones.read($0) })
            let end = Measurement.processorSeconds()
            cost.reading = min(cost.reading, middle - begin)
            cost.expansion = min(cost.expansion, end - middle)
            cost.peak = max(cost.peak, Measurement.peak())
            cost.occurrences = expansion.occurrences.count
            cost.faults = expansion.faults.count
        }
        return cost
    }
}

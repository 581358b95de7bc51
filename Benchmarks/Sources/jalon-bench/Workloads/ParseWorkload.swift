import ICalendar

/// Reads calendars into their whole trees, and counts the events in them.
enum ParseWorkload {
    /// - Parameter path: a file, or a folder of them.
    static func run(mode: String, repeating: Int, path: String) throws(BenchmarkError) {
        var files: [[UInt8]] = []
        for path in try Files.paths(at: path) { files.append(try Files.read(path)) }
        var measurement = Measurement("parse", unit: "MB")
        if mode == "parse" {
            var events = 0
            var faults = 0
            var bytes = 0
            for _ in 0..<repeating {
                for file in files {
                    let (calendars, found) = CalendarStream.parse(file)
                    events += calendars.reduce(0) { $0 + Self.events(in: $1) }
                    faults += found.count
                    bytes += file.count
                }
            }
            measurement.units = Double(bytes) / 1e6
            measurement.counts = [("bytes", bytes), ("files", files.count), ("events", events), ("faults", faults)]
        }
        try Files.write(Array(measurement.line().utf8))
    }

    private static func events(in component: Component) -> Int {
        component.components.reduce(component.name == "VEVENT" ? 1 : 0) { $0 + events(in: $1) }
    }
}

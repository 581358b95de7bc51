import ICalendar

/// Reads calendars into their whole trees, and counts the events in them; in the mode `read` also takes every name,
/// parameter and text out of them.
enum ParseWorkload {
    /// - Parameter path: a file, or a folder of them.
    static func run(mode: String, repeating: Int, path: String) throws(BenchmarkError) {
        var files: [[UInt8]] = []
        for path in try Files.paths(at: path) { files.append(try Files.read(path)) }
        var measurement = Measurement("parse", unit: "MB")
        if mode != "load" {
            var events = 0
            var faults = 0
            var bytes = 0
            var octets = 0
            for _ in 0..<repeating {
                for file in files {
                    let (calendars, found) = CalendarStream.parse(file)
                    events += calendars.reduce(0) { $0 + Self.events(in: $1) }
                    if mode == "read" { octets += calendars.reduce(0) { $0 + Self.octets(in: $1) } }
                    faults += found.count
                    bytes += file.count
                }
            }
            measurement.units = Double(bytes) / 1e6
            measurement.counts = [("bytes", bytes), ("files", files.count), ("events", events), ("faults", faults)]
            if mode == "read" { measurement.counts.append(("octets", octets)) }
        }
        try Files.write(Array(measurement.line().utf8))
    }

    private static func events(in component: Component) -> Int {
        component.components.reduce(component.name == "VEVENT" ? 1 : 0) { $0 + events(in: $1) }
    }

    /// Of all that the properties say.
    private static func octets(in component: Component) -> Int {
        var octets = 0
        for property in component.properties {
            octets += property.name.utf8.count + property.text.utf8.count
            for parameter in property.parameters {
                octets += parameter.values.reduce(parameter.name.utf8.count) { $0 + $1.utf8.count }
            }
        }
        return component.components.reduce(octets) { $0 + Self.octets(in: $1) }
    }
}

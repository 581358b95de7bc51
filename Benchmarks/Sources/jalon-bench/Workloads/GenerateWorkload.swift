import CivilTime
import Glibc
import ICalendar

/// Writes one invitation a row: the values of the row made into an event, and the event into a VCALENDAR.
///
/// The calendars go to standard output, so that others can judge them, and the measurement to standard error.
enum GenerateWorkload {
    /// - Parameter count: how many rows of the file, at most.
    static func run(mode: String, count: Int, path: String) throws(BenchmarkError) {
        let rows = try InvitationRow.read(path, atMost: count)
        var zones = SystemZones()
        let paris = try zones.zone("Europe/Paris")
        // To give the rows back is no part of the work.
        defer { withExtendedLifetime(rows) {} }
        var measurement = Measurement("generate", unit: "event")
        if mode == "gen" {
            var definitions = ZoneDefinitions()
            var written = 0
            for row in rows {
                guard let event = row.event(in: paris) else {
                    throw .malformedRow(path: path, line: row.line)
                }
                let message = SchedulingMessage(method: .request, event: event, reason: .invited)
                let bytes = message.serialized(for: row.recipient, reusing: &definitions, withAlarms: true)
                try Files.write(bytes)
                written += bytes.count
            }
            measurement.units = Double(rows.count)
            measurement.counts = [("bytes", written)]
        }
        try Files.write(Array(measurement.line().utf8), to: STDERR_FILENO)
    }
}

import CivilTime
import ICalendar

/// Events, as lines, with the times that come of them.
struct Expanded {
    /// `2026-12-03T17:30:00Z/2026-12-03T18:30:00Z`, or `2026-12-03/2026-12-05` for days, the end not included.
    let times: [String]
    /// The SUMMARY that counts for each.
    let titles: [String]
    let faults: [Fault]

    /// - Parameters:
    ///   - window: two dates; all the time there is where it is left out.
    ///   - zones: lines of VTIMEZONEs.
    init(
        _ events: [String]..., zones: [String] = [], window: (String, String)? = nil,
        limits: CalendarExpansion.Limits = CalendarExpansion.Limits()
    ) throws {
        let paris = try SampleZones.paris()
        let lines = events.flatMap { ["BEGIN:VEVENT"] + $0 + ["END:VEVENT"] }
        let text = (["BEGIN:VCALENDAR"] + zones + lines + ["END:VCALENDAR", ""]).joined(separator: "\n")
        let days = window.flatMap { CivilDate($0.0) }.map(Self.midnight) ?? .earliest
        let end = window.flatMap { CivilDate($0.1) }.map(Self.midnight) ?? .latest
        let expansion = CalendarExpansion(
            of: CalendarStream.parse(Array(text.utf8)).calendars, in: days..<end, floating: paris,
            zones: { $0 == "Europe/Paris" ? paris : nil }, limits: limits)
        times = expansion.occurrences.map { occurrence in
            switch occurrence.when {
            case .allDay(let days): "\(days.lowerBound)/\(days.upperBound)"
            case .timed(let span): "\(span.lowerBound)/\(span.upperBound)"
            }
        }
        titles = expansion.occurrences.map { $0.component.property("SUMMARY")?.text ?? "" }
        faults = expansion.faults
    }

    /// When each begins.
    var starts: [String] { times.map { String($0.prefix { $0 != "/" }) } }

    private static func midnight(_ date: CivilDate) -> Instant {
        Zone.utc.instant(of: LocalDateTime(date, .midnight))
    }
}

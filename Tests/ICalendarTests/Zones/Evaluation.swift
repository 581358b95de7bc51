import CivilTime
import ICalendar
import Testing

/// Reads a VTIMEZONE as RFC 5545 section 3.6.5 has it: each onset of each observance counts until the next one.
struct Evaluation {
    private var onsets: [(at: Instant, offset: Int)] = []

    init(_ definition: VTimeZone) throws {
        let calendar = Array("BEGIN:VCALENDAR\r\n".utf8) + definition.serialized() + Array("END:VCALENDAR\r\n".utf8)
        let zone = try #require(CalendarStream.parse(calendar).calendars.first?.components.first)
        for observance in zone.components {
            let start = try #require(observance.property("DTSTART")?.value)
            let before = try Self.offset(observance, "TZOFFSETFROM")
            let after = try Self.offset(observance, "TZOFFSETTO")
            for day in try Self.days(from: start, rule: observance.property("RRULE")?.value) {
                let time = try #require(LocalTime("\(start.dropFirst(9).prefix(2)):\(start.dropFirst(11).prefix(2))"))
                let wall = Zone.utc.instant(of: LocalDateTime(day, time))
                onsets.append((wall.adding(seconds: Int64(-before)), after))
            }
        }
        onsets.sort { $0.at < $1.at }
    }

    func offset(at instant: Instant) -> Int? {
        onsets.last { $0.at <= instant }?.offset
    }

    private static func offset(_ observance: Component, _ name: String) throws -> Int {
        let text = try #require(observance.property(name)?.value)
        let parts = stride(from: 1, to: text.count, by: 2).compactMap { Int(text.dropFirst($0).prefix(2)) }
        let seconds = zip(parts, [3600, 60, 1]).map { $0 * $1 }.reduce(0, +)
        return text.hasPrefix("-") ? -seconds : seconds
    }

    /// The first day and, under a rule, those of the years to 2029, found by walking through the month.
    private static func days(from start: String, rule: String?) throws -> [CivilDate] {
        let year = try #require(Int(start.prefix(4)))
        let month = try #require(Int(start.dropFirst(4).prefix(2)))
        let day = try #require(Int(start.dropFirst(6).prefix(2)))
        let first = try #require(CivilDate(year: year, month: month, day: day))
        guard let rule else { return [first] }
        let parts = rule.split(separator: ";")
        #expect(parts.first == "FREQ=YEARLY")
        #expect(parts[1] == "BYMONTH=\(month)")
        let byDay = try #require(parts.last?.split(separator: "=").last)
        let count = try #require(Int(byDay.dropLast(2)))
        let days = try (year...2029).map { year in
            var candidates = (1...CivilDate.daysInMonth(month, year: year)).compactMap {
                CivilDate(year: year, month: month, day: $0)
            }
            candidates.removeAll { $0.weekday.abbreviation.uppercased().prefix(2) != byDay.suffix(2) }
            return try #require(count > 0 ? candidates.dropFirst(count - 1).first : candidates.last)
        }
        #expect(days.first == first)
        return days
    }
}

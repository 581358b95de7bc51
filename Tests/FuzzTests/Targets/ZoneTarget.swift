import CivilTime
import ICalendar

/// Whatever zone is accepted gives each instant a local time that means it, and its VTIMEZONE is a good one.
///
/// Octets that begin as a zone file are one; any others are the footer of one.
enum ZoneTarget {
    static func run(_ bytes: [UInt8]) throws(Broken) {
        if bytes.starts(with: "TZif".utf8) {
            guard let zone = try? Zone(name: "Fuzz/Zone", tzif: bytes) else { return }
            try check(zone)
        } else {
            let footer = String(decoding: bytes, as: UTF8.self)
            guard !footer.contains("\n"), !footer.isEmpty else { return }
            let zone = zone("Fuzz/Zone", footer: footer)
            try hold((zone?.footer != nil) == (ZoneRule(footer) != nil), "the footer is read in one way only")
            if let zone { try check(zone) }
        }
    }

    /// A zone of version 2 without changes.
    static func zone(_ name: String, footer: String) -> Zone? {
        func block(_ types: [UInt8]) -> [UInt8] {
            var block = Array("TZif2".utf8) + [UInt8](repeating: 0, count: 15)
            for count: UInt8 in [0, 0, 0, 0, 1, 4] { block += [0, 0, 0, count] }
            return block + types + Array("LMT\0".utf8)
        }
        let type = [UInt8](repeating: 0, count: 6)
        return try? Zone(name: name, tzif: block(type) + block(type) + Array("\n\(footer)\n".utf8))
    }

    private static func check(_ zone: Zone) throws(Broken) {
        let years = instant(year: 1970)..<instant(year: 2040)
        for transition in zone.transitions(in: years).prefix(200) {
            for second: Int64 in [-7200, -1, 0, 1, 3600] {
                try check(zone, at: transition.at.adding(seconds: second))
            }
        }
        for year in [1, 1600, 1970, 2026, 2100, 9999] {
            try check(zone, at: instant(year: year))
        }
        try checkCalendar(in: zone)
    }

    /// Events in the zone are written with its VTIMEZONE; who knows no more than that finds the same instants.
    private static func checkCalendar(in zone: Zone) throws(Broken) {
        let window = instant(year: 2026)..<instant(year: 2028)
        let events = (0..<24).compactMap { index -> Event? in
            let start = zone.local(at: window.lowerBound.adding(seconds: Int64(index) * 2_629_743 + 86_400))
            let event = Event(
                uid: "\(index)", stamp: window.lowerBound, created: window.lowerBound, lastModified: window.lowerBound,
                start: start, end: start.adding(seconds: 1800), zone: zone, summary: "",
                organizer: Organizer(name: "", address: "mentorat@exemple.fr"), attendees: [])
            // Clocks that are set back by more than the half hour leave an end before its start.
            return event.span.start <= event.span.end ? event : nil
        }
        let calendar = PublishedCalendar(name: "", refreshInterval: .seconds(0), events: events)
        let (read, faults) = CalendarStream.parse(calendar.serialized())
        try hold(faults.isEmpty, "what was written has faults: \(faults)")
        let around = instant(year: 2025)..<instant(year: 2029)
        let expansion = CalendarExpansion(of: read, in: around, floating: .utc, zones: { _ in nil })
        try hold(expansion.faults.isEmpty, "the times have faults: \(expansion.faults)")
        let found = expansion.occurrences.map { $0.when.instants(in: .utc) }.sorted { $0.lowerBound < $1.lowerBound }
        let written = events.map { $0.span.start..<$0.span.end }
        try hold(found == written.sorted { $0.lowerBound < $1.lowerBound }, "\(written) was read as \(found)")
    }

    private static func check(_ zone: Zone, at instant: Instant) throws(Broken) {
        let local = zone.local(at: instant)
        switch zone.resolve(local) {
        case .unique(let found):
            try hold(found == instant || isAtBound(local), "\(instant) is \(local), which is \(found)")
        case .fold(let first, let second):
            try hold(first < second || isAtBound(local), "\(local) is \(first) before \(second)")
        case .gap:
            try hold(isAtBound(local), "\(instant) is \(local), which the clocks leave out")
        }
    }

    /// Times are held at the bounds of the calendar, where several instants look alike.
    private static func isAtBound(_ local: LocalDateTime) -> Bool {
        local.date.year == 1 || local.date.year == 9999
    }

    private static func instant(year: Int) -> Instant {
        let date = CivilDate(year: year, month: 1, day: 1) ?? .earliest
        return Zone.utc.instant(of: LocalDateTime(date, .midnight))
    }
}

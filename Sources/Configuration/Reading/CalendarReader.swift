import CivilTime
import ICalendar
import Mentoring

/// Reads calendar files: public holidays, and when somebody is busy.
struct CalendarReader {
    let directory: ConfigurationDirectory
    let findings: Findings

    /// In MiB.
    private static let largest = 8
    /// No holidays are longer: whoever writes more has mistaken the year.
    private static let longestHolidays = 400

    /// The days on which nobody meets.
    func holidays(_ file: Located<String>) -> Set<CivilDate> {
        guard let calendar = calendar(file, floating: .utc) else { return [] }
        var dates: Set<CivilDate> = []
        for entry in calendar.entries {
            let site = Site(file: file.value, line: entry.line)
            switch entry.when {
            case .timed:
                findings.warning("a holiday takes the whole day; this event has hours and is left out", at: site)
            case .allDay(let days):
                let count = days.lowerBound.days(until: days.upperBound)
                guard count <= Self.longestHolidays else {
                    findings.error("these holidays last \(count) days", at: site)
                    continue
                }
                for number in days.lowerBound.dayNumber..<days.upperBound.dayNumber {
                    dates.insert(CivilDate(dayNumber: number))
                }
            }
        }
        return dates
    }

    /// When a calendar says that somebody is busy, sorted; whole days count in their zone.
    func busy(_ file: Located<String>, in zone: Zone) -> [Range<Instant>] {
        guard let calendar = calendar(file, floating: zone) else { return [] }
        let days = calendar.busyDays.map { days in
            zone.instant(
                of: LocalDateTime(days.lowerBound, .midnight))..<zone.instant(
                    of: LocalDateTime(days.upperBound, .midnight))
        }
        return (days + calendar.busySpans).sorted { left, right in
            (left.lowerBound, left.upperBound) < (right.lowerBound, right.upperBound)
        }
    }

    private func calendar(_ file: Located<String>, floating: Zone) -> BusyCalendar? {
        do throws(ConfigurationDirectory.Refusal) {
            let bytes = try directory.bytes(of: file.value, most: Self.largest)
            let calendar = BusyCalendar(bytes: bytes, floating: floating, zones: SystemZones.zone(named:))
            for fault in calendar.faults {
                findings.warning("\(fault.reason)", at: Site(file: file.value, line: fault.line))
            }
            for entry in calendar.entries where entry.hasRecurrence {
                findings.warning(
                    "this event repeats, and this version of Jalon sees its first date only",
                    at: Site(file: file.value, line: entry.line))
            }
            return calendar
        } catch {
            findings.error("'\(file.value.shortened)' \(error.reason)", at: file.site)
            return nil
        }
    }
}

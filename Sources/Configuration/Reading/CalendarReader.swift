import CivilTime
import ICalendar
import MailMessage
import Mentoring

/// Reads calendar files: public holidays, and when somebody is busy.
struct CalendarReader {
    static let keys = ["holidays", "publish"]

    let directory: ConfigurationDirectory
    let findings: Findings
    let today: CivilDate
    private let window: Range<Instant>

    /// Years around today in which series are followed.
    private static let yearsBack = 1
    private static let yearsAhead = 5

    init(directory: ConfigurationDirectory, findings: Findings, today: CivilDate) {
        self.directory = directory
        self.findings = findings
        self.today = today
        func midnight(_ years: Int) -> Instant {
            Zone.utc.instant(of: LocalDateTime(today.adding(months: 12 * years), .midnight))
        }
        window = midnight(-Self.yearsBack)..<midnight(Self.yearsAhead)
    }

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
    ///
    /// - Parameter mailboxes: the programme's. Its meetings come back in the calendars of those whom it invites, and
    ///   keep nobody from having them.
    func busy(_ file: Located<String>, in zone: Zone, except mailboxes: Set<EmailAddress>) -> [Range<Instant>] {
        guard let calendar = calendar(file, floating: zone) else { return [] }
        return calendar.entries.lazy
            .filter { entry in !entry.isTransparent && !entry.isCalled(by: mailboxes) }
            .map { $0.when.instants(in: zone) }
            .filter { !$0.isEmpty }
            .sorted { left, right in (left.lowerBound, left.upperBound) < (right.lowerBound, right.upperBound) }
    }

    private func calendar(_ file: Located<String>, floating: Zone) -> BusyCalendar? {
        do throws(ConfigurationDirectory.Refusal) {
            let bytes = try directory.bytes(of: file.value, most: Self.largest)
            let calendar = BusyCalendar(
                bytes: bytes, in: window, floating: floating, zones: SystemZones.zone(named:))
            for fault in calendar.faults {
                findings.warning("\(fault.reason)", at: Site(file: file.value, line: fault.line))
            }
            return calendar
        } catch {
            findings.error("'\(file.value.shortened)' \(error.reason)", at: file.site)
            return nil
        }
    }
}

extension BusyCalendar.Entry {
    fileprivate func isCalled(by mailboxes: Set<EmailAddress>) -> Bool {
        organizer.flatMap(EmailAddress.init).map(mailboxes.contains) ?? false
    }
}

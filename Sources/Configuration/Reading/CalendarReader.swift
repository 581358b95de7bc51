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
    /// What calendars said before, for those that cannot be read now.
    let known: KnownCalendars
    private let shelf = CalendarShelf()
    private let window: Range<Instant>

    /// Years around today in which series are followed.
    private static let yearsBack = 1
    private static let yearsAhead = 5

    init(directory: ConfigurationDirectory, findings: Findings, today: CivilDate, known: KnownCalendars = .none) {
        self.known = known
        self.directory = directory
        self.findings = findings
        self.today = today
        func midnight(_ years: Int) -> Instant {
            Zone.utc.instant(of: LocalDateTime(today.adding(months: 12 * years), .midnight))
        }
        window = midnight(-Self.yearsBack)..<midnight(Self.yearsAhead)
    }

    /// In MiB.
    private static let largest = CalendarShelf.octetsOfFile >> 20
    /// No holidays are longer: whoever writes more has mistaken the year.
    private static let longestHolidays = 400

    /// The days on which nobody meets.
    func holidays(_ file: Located<String>) -> Set<CivilDate> {
        guard let calendar = holidayCalendar(file) else { return [] }
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

    /// The places of the calendars of which what was known stays in force.
    var kept: [Site] { shelf.kept }

    /// When a calendar says that somebody is busy, sorted; whole days count in their zone.
    ///
    /// A file that cannot be read, or is too much to read, is a mistake. Where something is known of what it said before,
    /// that stays in force, with a warning; so it does where the file has been emptied or cut off.
    ///
    /// - Parameter mailboxes: the programme's. Its meetings come back in the calendars of those whom it invites, and
    ///   keep nobody from having them.
    func busy(_ file: Located<String>, in zone: Zone, except mailboxes: Set<EmailAddress>) -> [Range<Instant>] {
        shelf.times(of: file.value, in: zone) {
            do throws(ConfigurationDirectory.Refusal) {
                let present = try present(file.value, in: zone, except: mailboxes)
                if let loss = present.loss {
                    let before = before(file.value, in: zone, except: mailboxes)
                    if let before, present.hasLess(than: before) { return keep(before, of: file, because: loss) }
                    // One that was accepted so stands, with the warnings below.
                    guard present.isCalendar || before != nil else {
                        throw ConfigurationDirectory.Refusal(reason: "\(loss); export it as iCalendar (.ics)")
                    }
                }
                guard shelf.admit(present.bytes, of: file.value) else {
                    throw ConfigurationDirectory.Refusal(reason: Self.tooMuchTogether)
                }
                directory.take(present.bytes, as: file.value)
                shelf.keep(present, in: zone)
                for fault in present.faults {
                    findings.warning("\(fault.reason)", at: Site(file: file.value, line: fault.line))
                }
                return present.times
            } catch {
                guard let before = before(file.value, in: zone, except: mailboxes) else {
                    findings.error("'\(file.value.shortened)' \(error.reason)", at: file.site)
                    return []
                }
                return keep(before, of: file, because: error.reason)
            }
        }
    }

    private func keep(_ before: BusyReading, of file: Located<String>, because reason: String) -> [Range<Instant>] {
        findings.warning("'\(file.value.shortened)' \(reason); what it said before stays in force", at: file.site)
        shelf.kept.append(file.site)
        directory.take(before.bytes, as: file.value)
        return before.times
    }

    /// What a file says now.
    private func present(
        _ file: String, in zone: Zone, except mailboxes: Set<EmailAddress>
    ) throws(ConfigurationDirectory.Refusal) -> BusyReading {
        let bytes = try directory.present(file, most: Self.largest)
        let twin = shelf.twin(bytes) ?? (path: file, bytes: bytes)
        if let reading = shelf.reading(of: twin.path, in: zone) { return reading }
        let calendar = try read(twin.bytes, floating: zone)
        return BusyReading(twin.bytes, calendar, in: zone, except: mailboxes)
    }

    /// What a file said when it was last accepted; nil where nothing is known.
    private func before(_ file: String, in zone: Zone, except mailboxes: Set<EmailAddress>) -> BusyReading? {
        guard let bytes = known.bytes(file) else { return nil }
        let calendar = BusyCalendar(
            bytes: bytes, in: window, floating: zone, zones: SystemZones.zone(named:), budget: shelf.allowanceOfKnown)
        return calendar.excess == nil ? BusyReading(bytes, calendar, in: zone, except: mailboxes) : nil
    }

    private func holidayCalendar(_ file: Located<String>) -> BusyCalendar? {
        do throws(ConfigurationDirectory.Refusal) {
            let bytes = try directory.present(file.value, most: Self.largest)
            let calendar = try read(bytes, floating: .utc)
            directory.take(bytes, as: file.value)
            for fault in calendar.faults {
                findings.warning("\(fault.reason)", at: Site(file: file.value, line: fault.line))
            }
            return calendar
        } catch {
            findings.error("'\(file.value.shortened)' \(error.reason)", at: file.site)
            return nil
        }
    }

    private func read(_ bytes: [UInt8], floating: Zone) throws(ConfigurationDirectory.Refusal) -> BusyCalendar {
        let allowance = shelf.allowance
        let calendar = BusyCalendar(
            bytes: bytes, in: window, floating: floating, zones: SystemZones.zone(named:), budget: allowance)
        shelf.spend(calendar.spent, isRefused: calendar.excess != nil)
        guard let excess = calendar.excess else { return calendar }
        guard shelf.isWhole(allowance) else {
            throw ConfigurationDirectory.Refusal(reason: Self.tooMuchTogether)
        }
        let reason =
            switch excess.reason {
            case .tooManyLines(let limit): "has more than \(limit) lines"
            default: "has too many dates, or takes too long to follow, from line \(excess.line) on"
            }
        throw ConfigurationDirectory.Refusal(
            reason: "\(reason); have it exported with fewer years, or leave the file out")
    }

    private static let tooMuchTogether =
        "is too much together with the other calendars; have them exported with fewer years, or leave the file out"
}

extension BusyCalendar.Entry {
    func isCalled(by mailboxes: Set<EmailAddress>) -> Bool {
        organizer.flatMap(EmailAddress.init).map(mailboxes.contains) ?? false
    }
}

import CivilTime
import ICalendar

/// The calendars of one configuration: each is read once, however many people have it, and all of them together cost so
/// much and no more.
final class CalendarShelf {
    /// Octets of one file.
    static let octetsOfFile = 64 << 20
    /// Octets of all.
    static let octetsOfAll = 256 << 20
    /// Twenty years with thirty thousand events of forty lines, or a hundred series every day.
    static let budgetOfFile = ReadingBudget(lines: 2_000_000, dates: 500_000, steps: 5_000_000)
    static let budgetOfAll = ReadingBudget(lines: 16_000_000, dates: 5_000_000, steps: 50_000_000)

    private var octets = octetsOfAll
    private var budget = budgetOfAll

    private struct Key: Hashable {
        let file: String
        let zone: Zone
    }
    /// Busy times as they were found; empty for a file that was refused, which has been told.
    private var times: [Key: [Range<Instant>]] = [:]
    /// What the first file with certain bytes says.
    private var readings: [Key: Result<BusyReading, ConfigurationDirectory.Refusal>] = [:]
    /// The places of the files of which what was known stays in force.
    var kept: [Site] = []
    /// The last file of each size: many people may have copies of one calendar.
    private var last: [Int: (path: String, bytes: [UInt8])] = [:]

    /// The busy times of a file in a zone, found once.
    func times(of file: String, in zone: Zone, found: () -> [Range<Instant>]) -> [Range<Instant>] {
        let key = Key(file: file, zone: zone)
        if let times = times[key] { return times }
        let times = found()
        self.times[key] = times
        return times
    }

    /// Whether a file with the same bytes has come before.
    func knows(_ bytes: [UInt8]) -> Bool { last[bytes.count]?.bytes == bytes }

    /// The first file with these bytes: perhaps this one.
    func first(with bytes: [UInt8], _ file: String) -> (path: String, bytes: [UInt8]) {
        if let known = last[bytes.count], known.bytes == bytes { return known }
        last[bytes.count] = (file, bytes)
        return (file, bytes)
    }

    /// What a file says in a zone, found once; so is that it is too much.
    func reading(
        of file: String, in zone: Zone, found: () throws(ConfigurationDirectory.Refusal) -> BusyReading
    ) throws(ConfigurationDirectory.Refusal) -> BusyReading {
        let key = Key(file: file, zone: zone)
        if let reading = readings[key] { return try reading.get() }
        let reading = Result(catching: found)
        readings[key] = reading
        return try reading.get()
    }

    /// Counts a file's octets; false where they are too many together.
    func admit(_ bytes: [UInt8]) -> Bool {
        guard bytes.count <= octets else { return false }
        octets -= bytes.count
        return true
    }

    /// What the next file may cost.
    var allowance: ReadingBudget { Self.budgetOfFile.limited(to: budget) }

    func spend(_ spent: ReadingBudget) {
        budget = budget.without(spent)
    }
}

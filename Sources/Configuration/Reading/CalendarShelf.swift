import CivilTime
import ICalendar

/// The calendars of one configuration: each is read once, however many people have it, and all of them together cost so
/// much and no more.
final class CalendarShelf {
    /// Octets of one file.
    static let octetsOfFile = 64 << 20
    /// Octets of all.
    static let octetsOfAll = 256 << 20
    /// Twenty years with thirty thousand events of forty lines, or two hundred series every day.
    private static let budgetOfFile = ReadingBudget(lines: 2_000_000, dates: 500_000, steps: 5_000_000)
    private static let budgetOfAll = ReadingBudget(lines: 16_000_000, dates: 5_000_000, steps: 50_000_000)
    /// What was accepted once is read again, although other dates lie within the years by now.
    private static let budgetOfKnown = ReadingBudget(lines: 4_000_000, dates: 1_000_000, steps: 10_000_000)
    /// Each file costs at most so much once many were refused: whoever has written so many will write more.
    private static let budgetAfterRefusals = ReadingBudget(lines: 100_000, dates: 25_000, steps: 250_000)
    private static let mostRefusals = 10

    private var octets = octetsOfAll
    private var budget = budgetOfAll
    private var refusals = 0

    private struct Key: Hashable {
        let file: String
        let zone: Zone
    }
    /// Busy times as they were found; empty for a file that was refused, which has been told.
    private var times: [Key: [Range<Instant>]] = [:]
    private var readings: [Key: BusyReading] = [:]
    /// The last file of each size: many people may have copies of one calendar.
    private var last: [Int: (path: String, bytes: [UInt8])] = [:]
    /// The places of the files of which what was known stays in force.
    var kept: [Site] = []

    /// The busy times of a file in a zone, found once.
    func times(of file: String, in zone: Zone, found: () -> [Range<Instant>]) -> [Range<Instant>] {
        let key = Key(file: file, zone: zone)
        if let times = times[key] { return times }
        let times = found()
        self.times[key] = times
        return times
    }

    /// A file with these bytes that has been read.
    func twin(_ bytes: [UInt8]) -> (path: String, bytes: [UInt8])? {
        last[bytes.count].flatMap { $0.bytes == bytes ? $0 : nil }
    }

    func reading(of file: String, in zone: Zone) -> BusyReading? { readings[Key(file: file, zone: zone)] }

    /// Keeps what a file says that has been admitted; of others nothing stays in memory.
    func keep(_ reading: BusyReading, in zone: Zone) {
        guard let file = twin(reading.bytes)?.path else { return }
        readings[Key(file: file, zone: zone)] = reading
    }

    /// Counts what is to be in force; false where that is too much with what is so already.
    func admit(_ bytes: [UInt8], of file: String) -> Bool {
        guard twin(bytes) == nil else { return true }
        guard bytes.count <= octets else { return false }
        octets -= bytes.count
        last[bytes.count] = (file, bytes)
        return true
    }

    // MARK: - Work

    /// What the next file may cost.
    var allowance: ReadingBudget {
        (refusals < Self.mostRefusals ? Self.budgetOfFile : Self.budgetAfterRefusals).limited(to: budget)
    }

    /// What a file may cost that was accepted before.
    var allowanceOfKnown: ReadingBudget { Self.budgetOfKnown }

    /// Whether an allowance is all that a single file may cost.
    func isWhole(_ allowance: ReadingBudget) -> Bool { allowance == Self.budgetOfFile }

    /// Counts what a file has cost; one that is refused takes nothing from the others.
    func spend(_ spent: ReadingBudget, isRefused: Bool) {
        if isRefused { refusals += 1 } else { budget = budget.without(spent) }
    }
}

import CivilTime

extension LocalTime: Written {
    /// `18:30`, `9:00`.
    init(written text: String) throws(Misspelling) {
        guard let seconds = Self.secondsOfDay(text), let time = LocalTime(secondsOfDay: seconds) else {
            throw Misspelling("is no time of day; write it as 18:30")
        }
        self = time
    }

    /// From `0:00` to `24:00`; nil for all else.
    static func secondsOfDay(_ text: some StringProtocol) -> Int? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].utf8.count <= 2, parts[1].utf8.count == 2, let hour = Int(digits: parts[0]),
            let minute = Int(digits: parts[1]), minute < 60, hour < 24 || (hour == 24 && minute == 0)
        else { return nil }
        return hour * 3600 + minute * 60
    }
}

extension Weekday {
    /// `mon`, in whatever letter case; nil for all else.
    init?(written text: some StringProtocol) {
        self.init(abbreviation: text.lowercased())
    }

    /// The names as an error lists them.
    static let names = "mon, tue, wed, thu, fri, sat or sun"
}

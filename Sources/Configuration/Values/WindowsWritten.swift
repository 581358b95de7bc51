import CivilTime
import Mentoring

extension WeekdayTime: Written {
    /// `thu 18:30`.
    init(written text: String) throws(Misspelling) {
        let words = text.words
        guard words.count == 2 else { throw Misspelling("is no hour of a weekday; write thu 18:30") }
        guard let weekday = Weekday(written: words[0]) else {
            throw Misspelling("does not begin with a weekday; write \(Weekday.names)")
        }
        self.init(weekday: weekday, time: try LocalTime(written: String(words[1])))
    }
}

/// Hours of one or several weekdays: `thu 18:00-21:00`, `mon-fri 08:00-21:00`.
struct WindowsWritten: Written, Hashable {
    let windows: [WeeklyWindow]

    init(written text: String) throws(Misspelling) {
        let words = text.words
        let days = Self.ends(of: words.first ?? "")
        let hours = Self.ends(of: words.dropFirst().joined()[...])
        guard words.count > 1, (1...2).contains(days.count), hours.count == 2 else {
            throw Misspelling("is no weekly window; write thu 18:00-21:00 or mon-fri 08:00-21:00")
        }
        guard let first = Weekday(written: days[0]), let last = days.last.flatMap(Weekday.init(written:)) else {
            throw Misspelling("does not begin with weekdays; write \(Weekday.names)")
        }
        guard let from = LocalTime.secondsOfDay(hours[0]), let to = LocalTime.secondsOfDay(hours[1]),
            let opens = LocalTime(secondsOfDay: from)
        else { throw Misspelling("has a time that is none; write 18:00-21:00") }
        guard from < to else {
            throw Misspelling("ends before it begins; hours past midnight are a second window of the next day")
        }
        windows = Self.days(from: first, through: last).compactMap { day in
            WeeklyWindow(weekday: day, opens: opens, closes: to)
        }
    }

    /// What stands before and behind a dash.
    private static func ends(of text: Substring) -> [Substring] {
        text.split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "–" }
    }

    /// `fri-mon` goes over the end of the week.
    private static func days(from first: Weekday, through last: Weekday) -> [Weekday] {
        let all = Weekday.allCases
        guard first > last else { return all.filter { $0 >= first && $0 <= last } }
        return all.filter { $0 >= first } + all.filter { $0 <= last }
    }
}

extension [WeeklyWindow] {
    /// In their order, those that touch or overlap as one: nobody has to stop at 14:00 to go on at 14:00.
    var merged: [WeeklyWindow] {
        sorted().reduce(into: []) { result, window in
            guard let last = result.last, last.weekday == window.weekday, window.opens.secondsOfDay <= last.closes,
                let joined = WeeklyWindow(
                    weekday: last.weekday, opens: last.opens, closes: Swift.max(last.closes, window.closes))
            else { return result.append(window) }
            result[result.count - 1] = joined
        }
    }

    /// The longest of them, in minutes; 0 where there is none.
    var longestMinutes: Int {
        map { ($0.closes - $0.opens.secondsOfDay) / 60 }.max() ?? 0
    }
}

import CivilTime
import Mentoring

extension DigestTime: Written {
    /// `every monday at 08:00`, `first weekday of month at 08:00`.
    init(written text: String) throws(Misspelling) {
        let words = text.words
        guard let turn = words.firstIndex(of: "at"), turn == words.count - 2, let hour = words.last else {
            throw Misspelling("has no hour; write every monday at 08:00 or first weekday of month at 08:00")
        }
        let time = try LocalTime(written: String(hour))
        let day = words[..<turn].joined(separator: " ")
        if day == "first weekday of month" {
            self = .monthly(time)
        } else if let weekday = Weekday.allCases.first(where: { day == "every \($0.name)" }) {
            self = .weekly(weekday, time)
        } else {
            throw Misspelling("names no day; write every monday at 08:00 or first weekday of month at 08:00")
        }
    }
}

extension Weekday {
    /// `monday`.
    fileprivate var name: String { String(describing: self) }
}

/// The hours in which no mail leaves: `20:00-08:00`.
struct QuietWritten: Written, Hashable {
    let hours: MailHours

    init(written text: String) throws(Misspelling) {
        let ends = text.words.joined().split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "–" }
        guard ends.count == 2 else { throw Misspelling("are no hours of rest; write 20:00-08:00") }
        let closes = try LocalTime(written: String(ends[0]))
        let opens = try LocalTime(written: String(ends[1]))
        guard opens < closes else {
            throw Misspelling("would leave no mail an hour of the day; write 20:00-08:00")
        }
        hours = MailHours(opens: opens, closes: closes)
    }
}

/// `3 per week`, `1 per day`.
struct BudgetWritten: Written, Hashable {
    let budget: Programme.Budget

    init(written text: String) throws(Misspelling) {
        let words = text.words
        let days = ["day": 1, "week": 7, "month": 30]
        guard words.count == 3, words[1] == "per", let most = Int(digits: words[0]), (1...100).contains(most),
            let span = days[String(words[2])]
        else { throw Misspelling("is no budget; write 3 per week, 1 per day or 10 per month") }
        budget = Programme.Budget(most: most, days: span)
    }
}

extension Rule.Rest: Written {
    init(written text: String) throws(Misspelling) {
        guard let rest = Self(rawValue: text.words.joined(separator: " ")) else {
            throw Misspelling(
                "is no state that keeps a rule from firing; write "
                    + Self.allCases.map(\.rawValue).joined(separator: " or "))
        }
        self = rest
    }
}

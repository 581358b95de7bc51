/// How long something lasts, in minutes: `1h30`, `2h`, `45min`.
struct Length: Written, Hashable {
    let minutes: Int

    init(written text: String) throws(Misspelling) {
        var rest = text.words.joined()
        let saysMinutes = rest.hasSuffix("min")
        if saysMinutes { rest.removeLast("min".count) }
        let parts = rest.split(separator: "h", maxSplits: 1, omittingEmptySubsequences: false)
        switch (parts.count, Int(digits: parts[0]), parts.count == 2 ? Int(digits: parts[1]) : nil) {
        case (1, let minutes?, _) where saysMinutes: self.minutes = minutes
        case (2, let hours?, nil) where parts[1].isEmpty && !saysMinutes: minutes = hours * 60
        case (2, let hours?, let minutes?) where minutes < 60: self.minutes = hours * 60 + minutes
        case (2, _?, _?): throw Misspelling("has more than 59 minutes beside its hours; write 1h30, 2h or 45min")
        default: throw Misspelling("is no length; write 1h30, 2h or 45min")
        }
    }
}

/// Hours in a month: `4`, `2.5`, or a length such as `2h30`.
struct HoursWritten: Written, Hashable {
    let minutes: Int

    init(written text: String) throws(Misspelling) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        if parts.count == 1, let hours = Int(digits: text) {
            minutes = hours * 60
        } else if parts.count == 2, parts[1].utf8.count == 1, let hours = Int(digits: parts[0]),
            let tenths = Int(digits: parts[1])
        {
            minutes = hours * 60 + tenths * 6
        } else if let length = try? Length(written: text) {
            minutes = length.minutes
        } else {
            throw Misspelling("is no number of hours; write 4, 2.5 or 2h30")
        }
        guard minutes > 0 else { throw Misspelling("leaves no time at all; leave the key out for no limit") }
    }
}

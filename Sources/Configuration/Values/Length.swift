/// How long something lasts, in minutes: `1h30`, `2h`, `45min`.
struct Length: Written, Hashable {
    let minutes: Int

    init(minutes: Int) {
        self.minutes = minutes
    }

    init(written text: String) throws(Misspelling) {
        guard let match = text.wholeMatch(of: /(?:(\d{1,4})\s*h)?\s*(?:(\d{1,4})\s*(min)?)?/),
            match.output.1 != nil || match.output.3 != nil
        else { throw Misspelling("is no length; write 1h30, 2h or 45min") }
        let hours = match.output.1.flatMap(Int.init(digits:)) ?? 0
        let minutes = match.output.2.flatMap(Int.init(digits:)) ?? 0
        guard match.output.1 == nil || minutes < 60 else {
            throw Misspelling("has more than 59 minutes beside its hours; write 1h30, 2h or 45min")
        }
        self.minutes = hours * 60 + minutes
    }
}

/// Hours in a month: `4`, `2.5`, or a length such as `2h30`.
struct HoursWritten: Written, Hashable {
    let minutes: Int

    init(written text: String) throws(Misspelling) {
        if let match = text.wholeMatch(of: /(\d{1,3})(?:\.(\d))?/) {
            let tenths = match.output.2.flatMap(Int.init(digits:)) ?? 0
            minutes = (Int(digits: match.output.1) ?? 0) * 60 + tenths * 6
        } else if let length = try? Length(written: text) {
            minutes = length.minutes
        } else {
            throw Misspelling("is no number of hours; write 4, 2.5 or 2h30")
        }
        guard minutes > 0 else { throw Misspelling("leaves no time at all; leave the key out for no limit") }
    }
}

import CivilTime

extension CivilDate: Written {
    /// `2026-12-01`.
    init(written text: String) throws(Misspelling) {
        if let date = CivilDate(text) {
            self = date
        } else if text.wholeMatch(of: /\d{4}-\d{2}-\d{2}/) != nil {
            throw Misspelling("is no day of the calendar")
        } else {
            throw Misspelling("is no date; write it as 2026-12-01")
        }
    }
}

/// Days that follow one another: `2026-12-21..2027-01-03`, both included, or a single one.
struct DatesWritten: Written, Hashable {
    let days: ClosedRange<CivilDate>

    init(written text: String) throws(Misspelling) {
        guard let dots = text.firstRange(of: "..") else {
            let day = try Self.date(text[...])
            days = day...day
            return
        }
        let first = try Self.date(text[..<dots.lowerBound])
        let last = try Self.date(text[dots.upperBound...])
        guard first <= last else { throw Misspelling("ends before it begins") }
        days = first...last
    }

    private static func date(_ text: Substring) throws(Misspelling) -> CivilDate {
        do throws(Misspelling) {
            return try CivilDate(written: String(text).words.joined())
        } catch {
            // The reason of a single date says too little where there could be two.
            guard error.reason.hasPrefix("is no date") else { throw error }
            throw Misspelling("is neither a date nor a span of dates; write 2026-12-21..2027-01-03")
        }
    }
}

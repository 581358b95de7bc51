import Mentoring

extension Cadence: Written {
    /// `3-4 weeks`, `21-28 days`, `3 weeks`, `3 months`.
    init(written text: String) throws(Misspelling) {
        let words = text.words
        let ends = words.dropLast().joined().split(omittingEmptySubsequences: false) { "-–".contains($0) }
        guard let lower = ends.first.flatMap(Int.init(digits:)), let upper = ends.last.flatMap(Int.init(digits:)),
            ends.count <= 2, let unit = words.last.flatMap(Offset.Unit.init(written:))
        else { throw Misspelling("is no rhythm; write 3-4 weeks, 3 weeks, 21-28 days or 3 months") }
        guard lower >= 1 else { throw Misspelling("begins below 1") }
        guard lower <= upper else { throw Misspelling("ends before it begins") }
        switch unit {
        case .days: self = .days(lower...upper)
        case .weeks: self = .days(lower * 7...upper * 7)
        case .months where lower == upper: self = .months(lower)
        case .months: throw Misspelling("has no exact length; write it in weeks or days, such as 8-13 weeks")
        case .hours, .minutes: throw Misspelling("is too short for a rhythm; write days, weeks or months")
        }
        guard window.upperBound <= 3700 else { throw Misspelling("is a rhythm of more than ten years") }
    }
}

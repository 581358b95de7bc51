import Mentoring

extension Cadence: Written {
    /// `3-4 weeks`, `21-28 days`, `3 weeks`, `3 months`.
    init(written text: String) throws(Misspelling) {
        let dashes: Set<Character> = ["-", "–", "—"]
        guard let match = text.wholeMatch(of: /(\d{1,4})\s*(?:[-–—]\s*(\d{1,4}))?\s+([a-z]+)/),
            let lower = Int(digits: match.output.1), let unit = Offset.Unit(written: match.output.3)
        else {
            let isHalf = text.contains(where: dashes.contains)
            throw Misspelling("is no rhythm; write \(isHalf ? "3-4 weeks" : "3 weeks"), 21-28 days or 3 months")
        }
        let upper = match.output.2.flatMap(Int.init(digits:)) ?? lower
        guard lower >= 1 else { throw Misspelling("begins below 1") }
        guard lower <= upper else { throw Misspelling("ends before it begins") }
        switch unit {
        case .days: self = .days(lower...upper)
        case .weeks: self = .days(lower * 7...upper * 7)
        case .months where match.output.2 == nil: self = .months(lower)
        case .months: throw Misspelling("has no exact length; write it in weeks or days, such as 8-13 weeks")
        case .hours, .minutes: throw Misspelling("is too short for a rhythm; write days, weeks or months")
        }
        guard window.upperBound <= 3700 else { throw Misspelling("is a rhythm of more than ten years") }
    }
}

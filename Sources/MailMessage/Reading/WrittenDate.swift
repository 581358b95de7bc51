/// Reads what `MailDate` writes, and what other programs write in its place (RFC 5322 sections 3.3 and 4.3).
enum WrittenDate {
    private static let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]

    /// A year of two digits is of this century up to 49, and of the last from 50 on; one of three counts from 1900 (RFC
    /// 5322 section 4.3).
    private static func year(_ digits: Substring) -> Int64? {
        Int64(digits).map { year in
            switch digits.count {
            case 2: year < 50 ? 2000 + year : 1900 + year
            case 3: 1900 + year
            default: year
            }
        }
    }

    static func read(_ text: String) -> MailDate? {
        // The weekday says nothing new; a comment, such as the zone's name in brackets, may follow.
        let pattern =
            /(?:[A-Za-z]+,?\s*)?(\d{1,2})\s+([A-Za-z]{3})\s+(\d{2,4})\s+(\d{1,2}):(\d\d)(?::(\d\d))?\s*([+-]\d{4})?/
        guard let match = try? pattern.prefixMatch(in: text), let day = Int64(match.output.1),
            let month = months.firstIndex(of: match.output.2.lowercased()), let year = Self.year(match.output.3),
            let hour = Int64(match.output.4), let minute = Int64(match.output.5),
            (1...31).contains(day), (1900...9999).contains(year), hour < 24, minute < 60
        else { return nil }
        let second = min(match.output.6.flatMap { Int64($0) } ?? 0, 59)
        // Letters for a zone mean UTC, or nothing that can be relied on.
        let digits = match.output.7.flatMap { Int64($0) } ?? 0
        let offset = (digits / 100) * 3600 + (digits % 100) * 60
        let seconds = MailDate.day(year, Int64(month) + 1, day) * 86_400 + hour * 3600 + minute * 60 + second
        return MailDate(secondsSinceEpoch: seconds - offset, offset: Int(offset))
    }
}

extension ReceivedMessage {
    /// When it was written, as whoever wrote it says; nil where it says no date.
    public var date: MailDate? { headers["Date"].flatMap(WrittenDate.read) }
}

/// Why a rule cannot be followed.
public enum RecurrenceError: Error, Hashable, Sendable {
    /// There is no FREQ.
    case missingFrequency
    /// Something between two semicolons has no equals sign.
    case notAPart(String)
    case unknownPart(String)
    case repeatedPart(String)
    case badValue(part: String, value: String, expected: String)
    /// RSCALE names a calendar other than GREGORIAN (RFC 7529).
    case otherCalendar(String)
    /// SKIP asks for days that a month lacks to be moved (RFC 7529).
    case movesMissingDays(String)
    /// No day or time fulfils all of the parts together, for as long as was looked.
    case neverMatches
    /// A rule of hours, minutes or seconds where the start is a date without a time.
    case timesOfDate(RecurrenceRule.Frequency)
    /// A rule of hours, minutes or seconds has more occurrences than are worth giving.
    case tooManyOccurrences(RecurrenceRule.Frequency, limit: Int)
    /// The rule has a COUNT, and too much lies between its start and the time that was asked for.
    case tooMuchToCount

    /// What is quoted of a value, which may be as long as its file.
    static let longestExcerpt = 40

    static func excerpt(_ text: ArraySlice<UInt8>) -> String {
        let start = String(decoding: text.prefix(longestExcerpt), as: UTF8.self)
        return text.count > longestExcerpt ? start + "…" : start
    }
}

extension RecurrenceError: CustomStringConvertible {
    /// The sentence without the control characters of what it quotes.
    public var description: String { sentence.withoutControls }

    private var sentence: String {
        switch self {
        case .missingFrequency: "the recurrence rule has no FREQ"
        case .notAPart(let text): "the recurrence rule holds \"\(text)\", which has no equals sign"
        case .unknownPart(let name): "the recurrence rule has a part \(name), which RFC 5545 does not know"
        case .repeatedPart(let name): "the recurrence rule has \(name) twice"
        case .badValue(let part, let value, let expected):
            "the recurrence rule has \(part)=\"\(value)\" where \(expected) must stand"
        case .otherCalendar(let name): "the recurrence rule counts in the calendar \(name); only GREGORIAN is known"
        case .movesMissingDays(let value):
            "the recurrence rule moves the days that a month lacks (SKIP=\(value)); they can only be left out"
        case .neverMatches: "no day or time fulfils all parts of the recurrence rule"
        case .timesOfDate(let frequency):
            "the recurrence rule is \(frequency.rawValue), but the event starts on a day without a time"
        case .tooManyOccurrences(let frequency, let limit):
            "the recurrence rule is \(frequency.rawValue) and has more than \(limit) occurrences; none are read beyond"
        case .tooMuchToCount: "the recurrence rule has a COUNT and started too long ago to be counted through"
        }
    }
}

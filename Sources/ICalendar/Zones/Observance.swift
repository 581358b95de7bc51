import CivilTime

/// A STANDARD or a DAYLIGHT of a VTIMEZONE; RFC 5545 section 3.6.5.
struct Observance: Hashable {
    enum Kind: String, Hashable {
        case standard = "STANDARD"
        case daylight = "DAYLIGHT"
    }

    /// The greater offset is DAYLIGHT, also in Dublin, whose law has it the other way round: clients know no other.
    let kind: Kind
    /// The first onset, on the clock as it stood before.
    let onset: LocalDateTime
    /// Seconds east of UTC.
    let offsetBefore: Int
    /// Seconds east of UTC.
    let offsetAfter: Int
    let abbreviation: String
    /// Nil for a change that came once.
    let rule: YearlyRule?

    init(_ change: Zone.Transition, kind: Kind, rule: YearlyRule?) {
        self.init(
            kind: kind, at: change.at, from: change.offsetBefore, to: change.offsetAfter,
            abbreviation: change.abbreviation, rule: rule)
    }

    init(kind: Kind, at instant: Instant, from before: Int, to after: Int, abbreviation: String, rule: YearlyRule?) {
        self.kind = kind
        onset = Zone.utc.local(at: instant.adding(seconds: Int64(before)))
        offsetBefore = before
        offsetAfter = after
        self.abbreviation = abbreviation
        self.rule = rule
    }
}

extension Observance {
    /// A UTC-OFFSET is less than a day (RFC 5545 section 3.3.14); in a zone file it may be more.
    var canBeWritten: Bool {
        [offsetBefore, offsetAfter].allSatisfy { abs($0) < 86_400 }
    }
}

// MARK: - Wire form

extension Observance {
    func write(to writer: inout ContentWriter) {
        writer.begin(named: kind.rawValue)
        writer.name("DTSTART")
        writer.value(onset)
        if let rule {
            writer.line("RRULE", keyword: rule.recurrence)
        }
        writer.line("TZOFFSETFROM", keyword: Self.encode(offset: offsetBefore))
        writer.line("TZOFFSETTO", keyword: Self.encode(offset: offsetAfter))
        writer.line("TZNAME", text: abbreviation)
        writer.end(named: kind.rawValue)
    }

    /// `+0100`, or `-004430` for the few that have seconds; RFC 5545 section 3.3.14.
    private static func encode(offset: Int) -> String {
        let seconds = abs(offset)
        let parts = [seconds / 3600, seconds / 60 % 60] + (seconds % 60 == 0 ? [] : [seconds % 60])
        return (offset < 0 ? "-" : "+") + parts.map { $0 < 10 ? "0\($0)" : "\($0)" }.joined()
    }
}

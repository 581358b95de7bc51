import CivilTime

/// Makes a zone of a VTIMEZONE; RFC 5545 section 3.6.5.
enum DefinedZone {
    /// Rules are followed from the first of these years to the last; what holds then holds on, and what they say of
    /// the time before is not asked.
    private static let years = 1970...2100

    /// Those that follow every change one by one since 1883 need some two hundred.
    private static let mostObservances = 1000
    /// Units of work of ``RecurrenceIterator`` for one zone.
    private static let mostSteps = 500_000

    /// - Parameter steps: raised by what it cost, in units of ``RecurrenceIterator``.
    /// - Returns: nil for one without a sound observance, or with far more than any clock has known.
    static func zone(_ identifier: String, from definition: Component, steps: inout Int) -> Zone? {
        var onsets: [Onset] = []
        let observances = definition.components.filter { $0.name == "STANDARD" || $0.name == "DAYLIGHT" }
        guard observances.count <= mostObservances else { return nil }
        var work = 0
        for component in observances {
            guard let observance = ReadObservance(component) else { continue }
            onsets += observance.onsets(in: years, steps: &work)
            guard work <= mostSteps else { break }
        }
        steps += work
        guard work <= mostSteps else { return nil }
        onsets.sort { $0.at < $1.at }
        guard let first = onsets.first else { return nil }
        return Zone(
            definedAs: identifier,
            before: ZonePeriod(offset: first.offsetBefore, isDaylight: false, abbreviation: identifier),
            changes: onsets.map { ($0.at, $0.period) })
    }
}

/// A moment at which an observance begins.
private struct Onset {
    let at: Instant
    let offsetBefore: Int
    let period: ZonePeriod
}

/// A STANDARD or a DAYLIGHT of a file.
private struct ReadObservance {
    private let first: LocalDateTime
    private let offsetBefore: Int
    private let period: ZonePeriod
    private let rule: RecurrenceRule?
    private let dates: [LocalDateTime]

    init?(_ component: Component) {
        guard let start = component.property("DTSTART").flatMap({ DateTimeValue($0.value) }),
            case .local(let first) = start,
            let before = component.property("TZOFFSETFROM").flatMap({ OffsetValue($0.value) }),
            let after = component.property("TZOFFSETTO").flatMap({ OffsetValue($0.value) })
        else { return nil }
        self.first = first
        offsetBefore = before.seconds
        period = ZonePeriod(
            offset: after.seconds, isDaylight: component.name == "DAYLIGHT",
            abbreviation: component.property("TZNAME")?.text ?? component.name)
        rule = component.property("RRULE").flatMap { try? RecurrenceRule($0.value) }
        dates = component.properties(named: "RDATE").flatMap { property in
            property.value.split(separator: ",").compactMap { value in
                if case .local(let date) = DateTimeValue(value) { date } else { nil }
            }
        }
    }

    /// UNTIL is in UTC, the times are those of the clocks before they change.
    private var clocksBefore: Zone {
        Zone(
            definedAs: period.abbreviation,
            before: ZonePeriod(offset: offsetBefore, isDaylight: false, abbreviation: period.abbreviation), changes: [])
    }

    /// The dates, and those of the rule in the years.
    func onsets(in years: ClosedRange<Int>, steps: inout Int) -> [Onset] {
        var locals = Array(dates.prefix(years.count))
        // Windows begins its rules in 1601, on a day that they do not give.
        if rule == nil || first.date.year >= years.lowerBound { locals.append(first) }
        if let rule, let start = CivilDate(year: years.lowerBound, month: 1, day: 1) {
            var iterator = RecurrenceIterator(rule, start: first, zone: rule.until == nil ? .utc : clocksBefore)
            iterator.skip(to: LocalDateTime(start, .midnight))
            while locals.count <= 2 * years.count, let next = try? iterator.next(), next.date.year <= years.upperBound {
                locals.append(next)
            }
            steps += iterator.steps
        }
        steps += locals.count
        return locals.map { local in
            let at = Zone.utc.instant(of: local).adding(seconds: Int64(-offsetBefore))
            return Onset(at: at, offsetBefore: offsetBefore, period: period)
        }
    }
}

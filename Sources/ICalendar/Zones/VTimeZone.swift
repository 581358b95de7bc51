public import CivilTime

/// What a calendar says of a zone: a VTIMEZONE made from the system's own zone file; RFC 5545 section 3.6.5.
///
/// Either one STANDARD, for a zone whose clocks no longer change, or a DAYLIGHT and a STANDARD that come every year.
/// For one zone it is the same whatever the calendar holds, as some clients keep the first that they see.
public struct VTimeZone: Hashable, Sendable {
    /// The TZID: the IANA name.
    public let identifier: String
    private let observances: [Observance]

    /// Nil when no such VTIMEZONE gives every offset of the zone in `window`, and for UTC itself: write UTC then.
    ///
    /// That is the case of a zone whose rule falls on no fixed weekday of a month (Nuuk, Cairo, Santiago, Gaza), and of
    /// any zone in which the window holds a change beside the rule (Casablanca in Ramadan).
    ///
    /// - Parameter window: every instant that the calendar names in that zone, its end not included.
    public init?(zone: Zone, covering window: Range<Instant>) {
        guard let footer = zone.footer, !footer.isUTC else { return nil }
        let past = zone.transitions(in: Self.epoch..<max(window.upperBound, Self.epoch))
        let observances: [Observance]? =
            if let daylight = footer.daylight {
                Self.yearly(footer.standard, daylight, past, window)
            } else {
                Self.steady(footer.standard, past, window, atEpoch: zone.offset(at: Self.epoch))
            }
        guard let observances, observances.allSatisfy(\.canBeWritten) else { return nil }
        identifier = zone.name
        self.observances = observances
    }

    /// Onsets before it would say more than calendars need, in offsets with odd seconds.
    private static let epoch = Instant(secondsSinceEpoch: 0)

    /// One STANDARD since the last change.
    private static func steady(
        _ standard: ZonePeriod, _ past: [Zone.Transition], _ window: Range<Instant>, atEpoch offset: Int
    ) -> [Observance]? {
        guard let last = past.last else {
            let onset = epoch.adding(seconds: Int64(-offset))
            guard offset == standard.offset, onset <= window.lowerBound else { return nil }
            return [
                Observance(
                    kind: .standard, at: onset, from: offset, to: offset, abbreviation: standard.abbreviation,
                    rule: nil)
            ]
        }
        guard last.at <= window.lowerBound, last.offsetAfter == standard.offset else { return nil }
        return [Observance(last, kind: .standard, rule: nil)]
    }

    /// The two rules, since the first year from which they hold without a break to the end of the window.
    private static func yearly(
        _ standard: ZonePeriod, _ daylight: ZoneRule.Daylight, _ past: [Zone.Transition], _ window: Range<Instant>
    ) -> [Observance]? {
        guard let start = YearlyRule(daylight.start, from: standard, to: daylight.period),
            let end = YearlyRule(daylight.end, from: daylight.period, to: standard)
        else { return nil }
        let lastYear = Zone.utc.local(at: window.upperBound).date.year + 1
        let expected = (1970...max(1970, lastYear))
            .flatMap { year in [start, end].compactMap { $0.onset(in: year) } }
            .filter { $0.at < window.upperBound }
            .sorted { $0.at < $1.at }
        let agreed = zip(past.reversed(), expected.reversed()).prefix { $0.isSameChange(as: $1) }.map(\.0)
            .reversed()
        guard let first = agreed.first, first.at <= window.lowerBound, let second = agreed.dropFirst().first else {
            return nil
        }
        return [first, second].map { onset in
            let rule = onset.offsetAfter == standard.offset ? end : start
            return Observance(onset, kind: onset.offsetAfter > onset.offsetBefore ? .daylight : .standard, rule: rule)
        }
    }
}

extension ZoneRule {
    /// Nobody needs to be told what UTC is.
    fileprivate var isUTC: Bool {
        daylight == nil && standard.offset == 0 && standard.abbreviation == "UTC"
    }
}

extension Zone.Transition {
    fileprivate func isSameChange(as other: YearlyRule.Onset) -> Bool {
        at == other.at && offsetBefore == other.rule.from.offset && offsetAfter == other.rule.to.offset
            && abbreviation == other.rule.to.abbreviation
    }
}

// MARK: - Wire form

extension VTimeZone {
    /// The VTIMEZONE as UTF-8, its TZID without quotes where a parameter names it.
    ///
    ///     BEGIN:VTIMEZONE
    ///     TZID:Asia/Tokyo
    ///     BEGIN:STANDARD
    public func serialized() -> [UInt8] {
        var writer = ContentWriter(capacity: 512)
        writer.begin("VTIMEZONE")
        writer.line("TZID", text: identifier)
        for observance in observances {
            observance.write(to: &writer)
        }
        writer.end("VTIMEZONE")
        return writer.bytes
    }
}

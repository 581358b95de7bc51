import CivilTime
import Configuration
import ICalendar

/// What this program makes of one VCALENDAR.
struct FoundExpansion {
    /// The times of each component, by its number in the calendar, whose own is 0.
    private(set) var spans: [Int: [ExpectedExpansion.Span]] = [:]
    /// The components in which something could not be read.
    private(set) var mistaken: Set<Int> = []

    private static let kinds: Set<String> = ["VEVENT", "VTODO", "VJOURNAL", "VFREEBUSY"]
    /// Of each component; the cases go no further.
    static let most = 100

    static func all(in bytes: [UInt8], floating: Zone) -> [FoundExpansion] {
        CalendarStream.parse(bytes).calendars.map { FoundExpansion(of: $0, floating: floating) }
            .filter { !$0.spans.isEmpty || !$0.mistaken.isEmpty }
    }

    private init(of calendar: Component, floating: Zone) {
        let lines = Set(Self.lines(of: calendar)).sorted()
        var limits = CalendarExpansion.Limits()
        limits.perComponent = Self.most
        let expansion = CalendarExpansion(
            of: [calendar], in: .earliest ..< .latest, kinds: Self.kinds, floating: floating,
            zones: SystemZones.zone(named:), limits: limits)
        for occurrence in expansion.occurrences {
            let span = occurrence.when.instants(in: floating)
            spans[lines.partition(upTo: occurrence.component.line), default: []].append(
                ExpectedExpansion.Span(start: span.lowerBound, end: span.upperBound))
        }
        mistaken = Set(expansion.faults.map { lines.partition(upTo: $0.line) })
    }

    /// The lines on which the calendar and the components in it begin; one line for an event that stands alone.
    private static func lines(of component: Component) -> [Int] {
        [component.line] + component.components.flatMap(lines)
    }
}

extension [Int] {
    /// The place of the last number that is not above `line`.
    fileprivate func partition(upTo line: Int) -> Int {
        Swift.max(0, (firstIndex { $0 > line } ?? count) - 1)
    }
}

extension [ExpectedExpansion] {
    /// The first difference; nil where there is none.
    func difference(from found: [FoundExpansion]) -> String? {
        guard count == found.count else { return "\(found.count) calendars with events instead of \(count)" }
        return zip(self, found).lazy.compactMap { $0.difference(from: $1) }.first
    }
}

extension ExpectedExpansion {
    fileprivate func difference(from found: FoundExpansion) -> String? {
        let mistaken = Set(errors.map(\.component))
        if let missed = mistaken.subtracting(found.mistaken).min() {
            return "no mistake is found in component \(missed)"
        }
        let expected = Dictionary(grouping: events, by: \.component).mapValues { $0.compactMap(\.span).sorted() }
        // All the rules of a case together are followed for so many starts; later ones are not expected.
        let isCut = found.spans.values.lazy.map(\.count).reduce(0, +) >= FoundExpansion.most
        for component in Set(expected.keys).union(found.spans.keys).subtracting(mistaken).sorted() {
            let wanted = expected[component] ?? []
            let given = (found.spans[component] ?? []).sorted()
            if given == wanted || isCut && given.prefix(wanted.count).elementsEqual(wanted) { continue }
            let place = zip(given, wanted).prefix { $0 == $1 }.count
            func shown(_ spans: [Span]) -> String {
                place < spans.count ? "\(spans[place].start) to \(spans[place].end)" : "nothing"
            }
            return "component \(component), time \(place + 1) is \(shown(given)) instead of \(shown(wanted))"
        }
        return nil
    }
}

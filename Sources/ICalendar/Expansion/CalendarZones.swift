import CivilTime

/// The zones that a calendar's TZIDs mean; RFC 5545 section 3.2.19.
///
/// A name that is known, as it stands or as Windows and others write it, means what this machine's zone data say: it is
/// newer than most files. Any other means the VTIMEZONE that the calendar gives under it.
struct CalendarZones {
    private let known: (String) -> Zone?
    private let definitions: [String: Component]
    private var found: [String: Zone?] = [:]
    /// What it has cost to make zones, in the units of ``RecurrenceIterator``.
    private(set) var steps = 0

    private static let stepsToDefine = 300

    /// More names than a calendar has use for are not looked up: each may cost a file.
    private static let mostNames = 256

    init(of calendar: Component, known: @escaping (String) -> Zone?) {
        self.known = known
        definitions = Dictionary(
            calendar.components(named: "VTIMEZONE").compactMap { zone in
                zone.property("TZID").map { ($0.text, zone) }
            }, uniquingKeysWith: { first, _ in first })
    }

    /// Nil for a name that means nothing.
    mutating func zone(_ identifier: String) -> Zone? {
        if let zone = found[identifier] { return zone }
        guard found.count < Self.mostNames else { return nil }
        let zone = zoneNotLookedUpYet(identifier)
        found[identifier] = .some(zone)
        return zone
    }

    private mutating func zoneNotLookedUpYet(_ identifier: String) -> Zone? {
        for name in ZoneIdentifier.candidates(for: identifier) {
            if let zone = known(name) { return zone }
        }
        if let definition = definitions[identifier] {
            steps += Self.stepsToDefine
            if let zone = DefinedZone.zone(identifier, from: definition) { return zone }
        }
        // A name such as "(GMT-03:00)" may stand for a place with summer time, which only a definition can tell.
        return ZoneIdentifier.fixedOffset(for: identifier).flatMap(known)
    }
}

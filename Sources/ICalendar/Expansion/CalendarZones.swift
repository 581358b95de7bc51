import CivilTime

/// The zones that TZIDs mean, calendar by calendar; RFC 5545 section 3.2.19.
///
/// A name that is known, as it stands or as Windows and others write it, means what this machine's zone data say: it is
/// newer than most files. Any other means the VTIMEZONE that the calendar gives under it.
struct CalendarZones {
    private let known: (String) -> Zone?
    /// What names mean on this machine, whatever the calendar.
    private var names: [String: Meaning] = [:]
    /// The last VTIMEZONE of each name, as the next calendar mostly gives the same.
    private var made: [String: (definition: Component, zone: Zone?)] = [:]
    private var makings = 0

    private var definitions: [String: Component] = [:]
    /// What the names of the calendar at hand mean.
    private var found: [String: Answer] = [:]
    /// What it has cost to find and make zones, in the units of ``RecurrenceIterator``.
    private(set) var steps = 0

    private static let stepsToLookUp = 200
    private static let stepsToDefine = 300
    /// What a definition that programs write costs at most is among those.
    private static let stepsInOrder = 3000
    /// Octets; a longer name is nobody's.
    private static let longestName = 255

    /// More names than files have use for are not looked up, nor more definitions read: each name may cost a file.
    static let most = 256

    enum Answer {
        case zone(Zone)
        /// The name means nothing.
        case unknown
        /// So many names have come that this one is not looked up.
        case refused
    }

    private struct Meaning {
        let zone: Zone?
        /// What the name says beside it of an offset.
        let offset: Zone?
    }

    init(known: @escaping (String) -> Zone?) {
        self.known = known
    }

    /// Turns to the next calendar.
    mutating func enter(_ calendar: Component) {
        found.removeAll(keepingCapacity: true)
        definitions.removeAll(keepingCapacity: true)
        for definition in calendar.components where definition.name == "VTIMEZONE" {
            guard let name = definition.property("TZID")?.text, definitions[name] == nil else { continue }
            definitions[name] = definition
        }
    }

    mutating func zone(_ identifier: String) -> Answer {
        if let answer = found[identifier] { return answer }
        let answer = find(identifier)
        found[identifier] = answer
        return answer
    }

    private mutating func find(_ identifier: String) -> Answer {
        guard identifier.utf8.count <= Self.longestName else { return .unknown }
        guard let meaning = meaning(of: identifier) else { return .refused }
        if let zone = meaning.zone { return .zone(zone) }
        // A name such as "(GMT-03:00)" may stand for a place with summer time, which only a definition can tell.
        let definition = definitions[identifier].map { defined(identifier, by: $0) } ?? .unknown
        if case .unknown = definition, let offset = meaning.offset { return .zone(offset) }
        return definition
    }

    /// Nil where no more names are looked up.
    private mutating func meaning(of identifier: String) -> Meaning? {
        if let meaning = names[identifier] { return meaning }
        guard names.count < Self.most else { return nil }
        steps += Self.stepsToLookUp
        let zone = ZoneIdentifier.candidates(for: identifier).lazy.compactMap(known).first
        let offset = zone == nil ? ZoneIdentifier.fixedOffset(for: identifier).flatMap(known) : nil
        let meaning = Meaning(zone: zone, offset: offset)
        names[identifier] = meaning
        return meaning
    }

    private mutating func defined(_ identifier: String, by definition: Component) -> Answer {
        if let (last, zone) = made[identifier], last == definition { return zone.map(Answer.zone) ?? .unknown }
        guard makings < Self.most else { return .refused }
        makings += 1
        var work = 0
        let zone = DefinedZone.zone(identifier, from: definition, steps: &work)
        steps += Self.stepsToDefine + max(0, work - Self.stepsInOrder)
        made[identifier] = (definition, zone)
        return zone.map(Answer.zone) ?? .unknown
    }
}

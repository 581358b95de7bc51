import CivilTime

/// Tells which components of a calendar are out of date: of those with one UID, and one RECURRENCE-ID, all but the
/// latest revision; RFC 5546 section 2.1.5.
///
/// One without a UID is always itself. Where nothing tells two apart, both stand: whoever is taken is taken.
struct Revisions {
    /// In the order of their places. Two with one mark are hardly ever anything but revisions of one component.
    private var marks: [(mark: UInt64, place: Int)] = []
    /// The overriding components among them, in the order of their places.
    private(set) var overrides: [Override] = []

    /// A component that overrides others, where it could be read.
    struct Override {
        let place: Int
        let schedule: Schedule?
    }

    /// What the revisions of one component have in common.
    private struct Identity: Hashable {
        let name: String
        let uid: String
        var replaced: Instant?
        var isDate = false
        var coversFuture = false
    }

    private struct Latest {
        let revision: Revision
        /// Of all that cannot be told apart.
        var places: [Int]
    }

    /// Takes the next component: a series, or an event that is alone.
    mutating func add(_ place: Int, _ said: ScheduleMarks) {
        if let uid = said.uid { marks.append((uid, place)) }
    }

    /// Takes the next component, which overrides others.
    mutating func add(_ override: Schedule?, at place: Int, _ said: ScheduleMarks) {
        overrides.append(Override(place: place, schedule: override))
        guard let uid = said.uid, let replaced = override?.recurrenceID?.moment.instant else { return }
        marks.append((uid ^ UInt64(bitPattern: replaced.secondsSinceEpoch) &* 0x9E37_79B9_7F4A_7C15, place))
    }

    /// The places of those that are out of date.
    func outdated(of components: [Component]) -> Set<Int> {
        var first: Set<UInt64> = []
        first.reserveCapacity(marks.count)
        var again: Set<UInt64> = []
        for (mark, _) in marks where !first.insert(mark).inserted { again.insert(mark) }
        if again.isEmpty { return [] }
        var latest: [Identity: Latest] = [:]
        var outdated: Set<Int> = []
        var override = 0
        for (mark, place) in marks where again.contains(mark) {
            while override < overrides.count, overrides[override].place < place { override += 1 }
            let isOverride = override < overrides.count && overrides[override].place == place
            let identity = identity(of: components[place], isOverride ? overrides[override].schedule : nil)
            let revision = Revision(components[place])
            guard let known = latest[identity]?.revision, known >= revision else {
                outdated.formUnion(latest[identity]?.places ?? [])
                latest[identity] = Latest(revision: revision, places: [place])
                continue
            }
            if known == revision {
                latest[identity]?.places.append(place)
            } else {
                outdated.insert(place)
            }
        }
        return outdated
    }

    private func identity(of component: Component, _ override: Schedule?) -> Identity {
        let uid = component.property("UID")?.value ?? ""
        let replaced = override?.recurrenceID
        return Identity(
            name: component.name, uid: uid, replaced: replaced?.moment.instant,
            isDate: replaced?.moment.isDate ?? false, coversFuture: replaced?.coversFuture ?? false)
    }
}

/// What tells revisions of one component apart: the SEQUENCE, and then the DTSTAMP.
private struct Revision: Comparable {
    let sequence: Int
    let stamp: Instant

    init(_ component: Component) {
        sequence = component.property("SEQUENCE").flatMap { Int($0.value) } ?? 0
        stamp =
            switch component.property("DTSTAMP").flatMap({ DateTimeValue($0.valueBytes) }) {
            case .utc(let instant): instant
            case .local(let local): Zone.utc.instant(of: local)
            case .date(let date): Zone.utc.instant(of: LocalDateTime(date, .midnight))
            case nil: .earliest
            }
    }

    static func < (left: Revision, right: Revision) -> Bool {
        (left.sequence, left.stamp) < (right.sequence, right.stamp)
    }
}

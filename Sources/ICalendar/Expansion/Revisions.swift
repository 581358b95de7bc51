import CivilTime

/// Tells which components of a calendar are out of date: of those with one UID, and one RECURRENCE-ID, all but the
/// latest revision; RFC 5546 section 2.1.5.
///
/// One without a UID is always itself. Where nothing tells two apart, both stand: whoever is taken is taken.
struct Revisions {
    /// In the order of their places. Two with one mark are hardly ever anything but revisions of one component.
    private var marks: [(mark: UInt64, place: Int)] = []
    /// The overriding components, in the order of their places.
    private(set) var overrides: [Override] = []
    /// The places of those that cannot be read.
    private var unreadable: Set<Int> = []

    /// What the revisions of one component have in common.
    private struct Identity: Hashable {
        let name: String
        let uid: String
        var replaced: Instant?
        var isDate = false
        var coversFuture = false
    }

    private struct Latest {
        var revision: Revision
        /// Of all that cannot be told apart.
        var places: [Int]

        mutating func add(_ place: Int, _ other: Revision, outdated: inout Set<Int>) {
            if other < revision {
                outdated.insert(place)
            } else if other == revision {
                places.append(place)
            } else {
                outdated.formUnion(places)
                revision = other
                places = [place]
            }
        }
    }

    /// Takes the next component: a series, or an event that is alone.
    mutating func add(_ place: Int, _ said: ScheduleMarks) {
        if let uid = said.uid { marks.append((uid, place)) }
    }

    /// Takes the next component, which overrides others.
    ///
    /// - Parameter schedule: nil where it could not be read.
    mutating func add(_ schedule: Schedule?, at place: Int, _ said: ScheduleMarks) {
        guard let schedule else {
            unreadable.insert(place)
            return
        }
        overrides.append(Override(schedule, at: place))
        guard let uid = said.uid, let replaced = schedule.recurrenceID?.moment.instant else { return }
        marks.append((uid ^ UInt64(bitPattern: replaced.secondsSinceEpoch) &* 0x9E37_79B9_7F4A_7C15, place))
    }

    /// The places of those that do not count: what is out of date, and what could not be read.
    func passedOver(of components: [Component]) -> Set<Int> {
        let again = repeatedMarks()
        if again.isEmpty { return unreadable }
        var known: [Identity: Int] = [:]
        var latest: [Latest] = []
        var outdated = unreadable
        var override = 0
        for (mark, place) in marks where again.contains(mark) {
            while override < overrides.count, overrides[override].place < place { override += 1 }
            let isOverride = override < overrides.count && overrides[override].place == place
            let identity = identity(of: components[place], isOverride ? overrides[override].schedule : nil)
            let index = known[identity, default: latest.count]
            if index == latest.count {
                known[identity] = index
                latest.append(Latest(revision: Revision(components[place]), places: [place]))
            } else {
                latest[index].add(place, Revision(components[place]), outdated: &outdated)
            }
        }
        return outdated
    }

    /// The marks of which there may be several; a few stand alone.
    ///
    /// One bit a mark, among sixteen times as many, is far cheaper than a set of all.
    private func repeatedMarks() -> Set<UInt64> {
        let width = UInt64.bitWidth - (16 * marks.count).leadingZeroBitCount
        var seen = [UInt64](repeating: 0, count: max(1, (1 << width) >> 6))
        var again: Set<UInt64> = []
        for (mark, _) in marks {
            let place = (mark &* 0x9E37_79B9_7F4A_7C15) >> UInt64(UInt64.bitWidth - width)
            let (word, bit) = (Int(place >> 6), UInt64(1) << (place & 63))
            if seen[word] & bit != 0 { again.insert(mark) }
            seen[word] |= bit
        }
        return again
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

import CivilTime
public import Ledger
public import Mentoring

/// Puts the admin's keys back in the place of the opaque ids that stand in logs.
public struct KeyTable: Sendable {
    private var keys: [String: String] = [:]

    /// - Parameters:
    ///   - programme: whose people and relationships are known; nil where the files cannot be read.
    ///   - ledger: whose meetings are known, and by whose key the ids were made; without it only what an earlier version
    ///     logged can be read.
    public init(programme: Programme?, ledger: Ledger?) {
        let pseudonyms = try? ledger?.pseudonyms()
        for person in programme?.people.values.flatMap({ [$0.id] + [$0.formerly].compactMap(\.self) }) ?? [] {
            // Lines of the system's journal may be older than the key.
            keys[EarlierPseudonym.of(person)] = person.rawValue
            if let pseudonyms { keys[pseudonyms.of(person)] = person.rawValue }
        }
        for id in programme?.relationships.values.flatMap({ [$0.id] + [$0.formerly].compactMap(\.self) }) ?? [] {
            keys[EarlierPseudonym.of(id)] = id.rawValue
            if let pseudonyms { keys[pseudonyms.of(id)] = id.rawValue }
        }
        for meeting in (try? ledger?.meetings(in: Set(Meeting.State.allCases))) ?? [] {
            keys[meeting.id.rawValue] =
                "\(meeting.id) (\(meeting.relationship) \(meeting.kind) \(meeting.start.date))"
        }
    }

    /// A line with each id that is known replaced by its key; a meeting keeps its id, for commands take it.
    public func putBack(in line: String) -> String {
        line.replacing(/\b[pmr]-[0-9A-Z]+\b/) { match in keys[String(match.output)] ?? String(match.output) }
    }
}

/// Which relationships share somebody, looked up without going through all of them.
///
/// Only the meetings of neighbours matter for the plan of a few relationships.
public struct Neighbourhood: Sendable {
    private let ofPerson: [Person.ID: [Relationship.ID]]
    private let people: [Relationship.ID: [Person.ID]]
    private let former: [Relationship.ID: Relationship.ID]

    public init(of programme: Programme) {
        var ofPerson: [Person.ID: [Relationship.ID]] = [:]
        for (id, relationship) in programme.relationships {
            for person in relationship.parties { ofPerson[person, default: []].append(id) }
        }
        self.ofPerson = ofPerson
        people = programme.relationships.mapValues(\.parties)
        former = programme.relationships.compactMapValues(\.formerly)
    }

    /// Some relationships and those that share somebody with one of them, under their present and former ids.
    public func around(_ ids: Set<Relationship.ID>) -> Set<Relationship.ID> {
        let near = ids.flatMap { people[$0] ?? [] }.flatMap { ofPerson[$0] ?? [] }
        let all = ids.union(near)
        return all.union(all.compactMap { former[$0] })
    }
}

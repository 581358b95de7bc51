public import CivilTime

/// What a person has ordered about a relationship; it outranks the files until it is undone.
public enum Directive: Sendable, Hashable, Codable {
    /// No meeting from a day on, through the last; without a last, until the relationship is resumed.
    case pause(from: CivilDate, through: CivilDate?)
    /// The last day on which a meeting may fall.
    case end(on: CivilDate)
    /// No meeting on a day: the one that was there has been called off.
    case skip(CivilDate)
}

extension Relationship {
    /// The relationship as the orders about it want it.
    ///
    /// Of two pauses that touch, one is made; an end never comes later than the files say.
    public func following(_ directives: [Directive]) -> Relationship {
        var copy = self
        for directive in directives {
            switch directive {
            case .pause(let first, let last): copy.pauses.append(Pause(first: first, last: last))
            case .end(let day): copy.end = min(copy.end ?? day, day)
            case .skip(let day): copy.skipped.insert(day)
            }
        }
        copy.pauses = Pause.joined(copy.pauses)
        return copy
    }
}

extension Programme {
    /// The programme as the orders about its relationships want it.
    public func following(_ directives: [Relationship.ID: [Directive]]) -> Programme {
        guard !directives.isEmpty else { return self }
        var copy = self
        for (id, relationship) in relationships {
            let own = directives[id] ?? []
            let former = relationship.formerly.flatMap { relationships[$0] == nil ? directives[$0] : nil } ?? []
            if !own.isEmpty || !former.isEmpty { copy.relationships[id] = relationship.following(former + own) }
        }
        return copy
    }
}

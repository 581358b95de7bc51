/// A value, and where it stands in the files.
struct Located<Wrapped> {
    var value: Wrapped
    var site: Site
}

extension Located: Sendable where Wrapped: Sendable {}

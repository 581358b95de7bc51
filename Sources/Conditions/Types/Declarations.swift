/// The names that an expression may read, with their types.
///
/// A name may have dots, as `relationship.missed_in_a_row`; the longest declared name that an expression spells wins.
public struct Declarations: Sendable, Hashable {
    public private(set) var types: [String: ValueType]
    /// What stands before a dot: `relationship`.
    private var groups: Set<String> = []

    public init(_ types: [String: ValueType] = [:]) {
        self.types = [:]
        for (name, type) in types { declare(name, as: type) }
    }

    /// The last declaration of a name counts.
    mutating func declare(_ name: String, as type: ValueType) {
        types[name] = type
        groups.formUnion(name.enclosingNames)
    }

    func isGroup(_ name: String) -> Bool { groups.contains(name) }

    /// Whether the name, or something that it goes into, is declared or is a type.
    func knows(_ name: String) -> Bool {
        ([name] + name.enclosingNames).contains { types[$0] != nil || ValueType.named[$0] != nil }
    }
}

extension Declarations: ExpressibleByDictionaryLiteral {
    public init(dictionaryLiteral elements: (String, ValueType)...) {
        self.init()
        for (name, type) in elements { declare(name, as: type) }
    }
}

extension String {
    /// `a.b` and `a` for `a.b.c`.
    fileprivate var enclosingNames: [String] {
        indices.filter { self[$0] == "." }.map { String(self[..<$0]) }
    }
}

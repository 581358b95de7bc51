/// A map in the order in which it was written.
///
/// A key is a bool, an int, a uint or a string. A look-up goes by the language's equality: `1u` finds what `1` names.
public struct ValueMap: Sendable {
    public private(set) var entries: [(key: Value, value: Value)] = []
    private var places: [Value: Int] = [:]

    public init() {}

    /// - Throws: ``EvaluationError/repeatedKey`` or ``EvaluationError/badKey(_:)``.
    public init(_ entries: [(key: Value, value: Value)]) throws(EvaluationError) {
        for entry in entries { try insert(entry.value, for: entry.key) }
    }

    public var count: Int { entries.count }

    public subscript(key: Value) -> Value? {
        // Of a list no hash is taken: it may hold another many times over.
        guard key.canBeKey || key.type == .double else { return nil }
        return places[key].map { entries[$0].value }
    }

    mutating func insert(_ value: Value, for key: Value) throws(EvaluationError) {
        guard key.canBeKey else { throw .badKey(key.type) }
        guard places.updateValue(entries.count, forKey: key) == nil else { throw .repeatedKey }
        entries.append((key, value))
    }
}

extension Value {
    fileprivate var canBeKey: Bool {
        switch self {
        case .bool, .int, .uint, .string: true
        default: false
        }
    }
}

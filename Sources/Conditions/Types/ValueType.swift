/// A type of the expression language.
public indirect enum ValueType: Hashable, Sendable {
    case null, bool, int, uint, double, string, bytes, duration, timestamp, type
    case list(ValueType)
    /// The type of the keys, then that of the values.
    case map(ValueType, ValueType)
    /// Known only when the expression is evaluated.
    case dyn
}

extension ValueType: CustomStringConvertible {
    /// As it is written in messages: `list(int)`.
    public var description: String {
        switch self {
        case .null: "null"
        case .bool: "bool"
        case .int: "int"
        case .uint: "uint"
        case .double: "double"
        case .string: "string"
        case .bytes: "bytes"
        case .duration: "duration"
        case .timestamp: "timestamp"
        case .type: "type"
        case .list(let element): "list(\(element))"
        case .map(let key, let value): "map(\(key), \(value))"
        case .dyn: "dyn"
        }
    }
}

extension ValueType {
    /// The types that an expression can name: `type(x) == int`.
    static let named: [String: ValueType] = [
        "null_type": .null, "bool": .bool, "int": .int, "uint": .uint, "double": .double, "string": .string,
        "bytes": .bytes, "list": .list(.dyn), "map": .map(.dyn, .dyn), "type": .type,
        "google.protobuf.Duration": .duration, "google.protobuf.Timestamp": .timestamp,
    ]

    /// The type of that name; lists and maps hold anything.
    public init?(named name: String) {
        guard let type = ValueType.named[name] else { return nil }
        self = type
    }

    var isNumber: Bool { self == .int || self == .uint || self == .double }

    /// Whether a value of the other type may stand where this one is asked for.
    func accepts(_ other: ValueType) -> Bool {
        switch (self, other) {
        case (.dyn, _), (_, .dyn): true
        case (.list(let wanted), .list(let given)): wanted.accepts(given)
        case (.map(let key, let value), .map(let otherKey, let otherValue)):
            key.accepts(otherKey) && value.accepts(otherValue)
        default: self == other
        }
    }

    /// Whether `==` between the two can ever be true.
    func isComparable(to other: ValueType) -> Bool {
        switch (self, other) {
        case (.list(let left), .list(let right)): left.isComparable(to: right)
        case (.map(let key, let value), .map(let otherKey, let otherValue)):
            key.isComparable(to: otherKey) && value.isComparable(to: otherValue)
        case (.null, .timestamp), (.null, .duration), (.timestamp, .null), (.duration, .null): true
        default: accepts(other) || isNumber && other.isNumber
        }
    }

    /// Whether `<` has a meaning between the two.
    func isOrdered(with other: ValueType) -> Bool {
        switch (self, other) {
        case (.list, _), (.map, _), (.null, _), (.type, _), (_, .list), (_, .map), (_, .null), (_, .type): false
        default: isComparable(to: other)
        }
    }

    /// The type of something that may be of either: `dyn` where they differ.
    func joined(with other: ValueType) -> ValueType {
        switch (self, other) {
        case (.list(let left), .list(let right)): .list(left.joined(with: right))
        case (.map(let key, let value), .map(let otherKey, let otherValue)):
            .map(key.joined(with: otherKey), value.joined(with: otherValue))
        default: self == other ? self : .dyn
        }
    }
}

extension Sequence<ValueType> {
    /// `dyn` for none.
    var joined: ValueType {
        var all: ValueType?
        for type in self { all = all?.joined(with: type) ?? type }
        return all ?? .dyn
    }
}

/// A value of the expression language.
///
/// `==` is the language's own equality: numbers of different types are equal when their amounts are, a NaN equals
/// nothing, and texts are equal only when their Unicode scalars are the same.
public enum Value: Sendable {
    case null
    case bool(Bool)
    case int(Int64)
    case uint(UInt64)
    case double(Double)
    case string(String)
    case bytes([UInt8])
    case list([Value])
    case map(ValueMap)
    /// To the nanosecond, at most about 292 years either way.
    case duration(Duration)
    case timestamp(Timestamp)
    /// What `type(x)` gives; lists and maps do not say what they hold.
    case type(ValueType)
}

extension Value {
    /// The type as `type(x)` sees it: a list is a `list(dyn)`.
    public var type: ValueType {
        switch self {
        case .null: .null
        case .bool: .bool
        case .int: .int
        case .uint: .uint
        case .double: .double
        case .string: .string
        case .bytes: .bytes
        case .list: .list(.dyn)
        case .map: .map(.dyn, .dyn)
        case .duration: .duration
        case .timestamp: .timestamp
        case .type: .type
        }
    }

    /// The number as a double, which may be rounded; nil for what is no number.
    var asDouble: Double? {
        switch self {
        case .int(let value): Double(value)
        case .uint(let value): Double(value)
        case .double(let value): value
        default: nil
        }
    }
}

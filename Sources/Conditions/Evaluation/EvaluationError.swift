/// Why an expression has no value. The sentences hold names and types, never what a fact says.
public enum EvaluationError: Error, Hashable, Sendable {
    /// A number, duration or timestamp left the range of its type.
    case overflow
    case divisionByZero
    case noSuchKey
    case indexOutOfRange
    /// The function or operator, and what it was given.
    case noSuchOverload(String, [ValueType])
    case unknownName(String)
    case unknownFunction(String)
    /// A declared fact for which there is no value today.
    case noValue(String)
    /// The function, and what is wrong with what it was given.
    case invalidArgument(String, String)
    case badPattern(PatternError)
    case repeatedKey
    case badKey(ValueType)
    /// What was expected of the whole expression, and what came.
    case wrongResult(expected: ValueType, found: ValueType)
    case budgetExceeded
}

extension EvaluationError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .overflow: "a result is too large or too small for its type"
        case .divisionByZero: "a number is divided by zero"
        case .noSuchKey: "a map has no such key; ask with 'in' or has() first"
        case .indexOutOfRange: "a list has no element at that place; the first is 0"
        case .noSuchOverload(let name, let types):
            "'\(name)' cannot take \(types.map(\.description).joined(separator: " and "))"
        case .unknownName(let name): "nothing is known by the name '\(name)'"
        case .unknownFunction(let name): "'\(name)' is no function"
        case .noValue(let name): "'\(name)' has no value here; ask has(\(name)) first"
        case .invalidArgument(let name, let reason): "'\(name)' was given \(reason)"
        case .badPattern(let error): "a pattern cannot be read: \(error)"
        case .repeatedKey: "a map names a key twice"
        case .badKey(let type): "a map's key is a bool, an int, a uint or a string, not a \(type)"
        case .wrongResult(let expected, let found): "the result is of type \(found) where \(expected) is expected"
        case .budgetExceeded: "the expression takes too much work"
        }
    }
}

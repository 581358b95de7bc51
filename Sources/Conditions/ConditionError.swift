/// Why an expression cannot be used, and where.
public struct ConditionError: Error, Hashable, Sendable {
    public let reason: Reason
    public let position: SourcePosition

    public enum Reason: Hashable, Sendable {
        case tooLong(limit: Int)
        case tooDeep(limit: Int)
        /// A character that begins nothing, with what may be meant.
        case strayCharacter(String, meant: String?)
        case unterminatedText
        case badEscape(String)
        case badNumber(String)
        case numberOutOfRange(String)
        /// What stands there, and what may.
        case unexpected(String, expected: String)
        case reservedWord(String)
        /// Something of the Common Expression Language that Jalon leaves out.
        case leftOut(String)
        /// The macro, and what it takes.
        case macroArguments(String, String)
        case unknownName(String, meant: String?)
        case groupOfFacts(String, such: String?)
        case unknownFunction(String, meant: String?)
        /// The function, what it is given, and what it takes.
        case wrongArguments(String, given: [ValueType], takes: [String])
        case wrongOperands(String, [ValueType])
        case notComparable(ValueType, ValueType)
        case notOrdered(ValueType, ValueType)
        /// The operator that works on true and false, and what it is given.
        case notBool(String, ValueType)
        case branchesDiffer(ValueType, ValueType)
        case noFields(ValueType, field: String)
        case notIndexable(ValueType)
        case wrongIndex(ValueType, of: ValueType)
        case notIterable(String, ValueType)
        case badKey(ValueType)
        case badPattern(PatternError)
        case wrongResult(expected: ValueType, found: ValueType)
    }
}

/// A place in an expression, counted in Unicode scalars.
public struct SourcePosition: Hashable, Sendable {
    /// From 1.
    public let line: Int
    /// From 1.
    public let column: Int
    /// From 0.
    public let offset: Int

    init(offset: Int, in source: [Unicode.Scalar]) {
        let before = source.prefix(offset)
        line = before.count { $0 == "\n" } + 1
        column = before.count - (before.lastIndex(of: "\n").map { $0 + 1 } ?? 0) + 1
        self.offset = before.count
    }
}

extension ConditionError: CustomStringConvertible {
    public var description: String { reason.description }
}

extension ConditionError.Reason: CustomStringConvertible {
    public var description: String {
        switch self {
        case .tooLong(let limit): "a condition has at most \(limit) characters"
        case .tooDeep(let limit): "a condition is nested at most \(limit) deep"
        case .strayCharacter(let found, let meant): "'\(found)' has no meaning here" + Self.write(meant)
        case .unterminatedText: "a text begins here and does not end"
        case .badEscape(let found): "'\(found)' is no escape; a backslash itself is written '\\\\'"
        case .badNumber(let found): "'\(found)' is no number"
        case .numberOutOfRange(let found): "\(found) is out of range"
        case .unexpected(let found, let expected): "\(found) stands where \(expected) should"
        case .reservedWord(let word): "'\(word)' is a reserved word and cannot be a name"
        case .leftOut(let what): "\(what) cannot be used in a condition"
        case .macroArguments(let name, let takes): "'\(name)' takes \(takes)"
        case .unknownName(let name, let meant): "'\(name)' is no fact" + Self.didYouMean(meant)
        case .groupOfFacts(let name, let such):
            "'\(name)' is a group of facts, not one" + (such.map { "; name one of them, such as '\($0)'" } ?? "")
        case .unknownFunction(let name, let meant): "'\(name)' is no function" + Self.didYouMean(meant)
        case .wrongArguments(let name, let given, let takes):
            "'\(name)' cannot take (\(Self.list(given, ", "))); it takes \(takes.joined(separator: " or "))"
        case .wrongOperands(let name, let types): "'\(name)' cannot take \(Self.list(types, " and "))"
        case .notComparable(let left, let right): "\(left) and \(right) cannot be compared"
        case .notOrdered(let left, let right):
            left == right ? "\(left)s have no order" : "\(left) and \(right) cannot be put in order"
        case .notBool(let name, let type): "'\(name)' works on what is true or false; this is of type \(type)"
        case .branchesDiffer(let left, let right):
            "both outcomes of '?:' must be of one type; these are \(left) and \(right)"
        case .noFields(let type, let field): "what is of type \(type) has nothing named '\(field)' in it"
        case .notIndexable(let type): "only a list or a map can be asked with []; this is of type \(type)"
        case .wrongIndex(let index, let type): "\(type) cannot be asked with \(index)"
        case .notIterable(let name, let type): "'\(name)' goes through a list or a map; this is of type \(type)"
        case .badKey(let type): "a map's key is a bool, an int, a uint or a string, not \(type)"
        case .badPattern(let error): "the pattern cannot be read: \(error)"
        case .wrongResult(.bool, let found): "a condition is true or false; this one is of type \(found)"
        case .wrongResult(let expected, let found): "the result should be of type \(expected); it is \(found)"
        }
    }

    private static func didYouMean(_ name: String?) -> String { name.map { "; did you mean '\($0)'?" } ?? "" }

    private static func write(_ text: String?) -> String { text.map { "; write '\($0)'" } ?? "" }

    private static func list(_ types: [ValueType], _ separator: String) -> String {
        types.map(\.description).joined(separator: separator)
    }
}

/// A mistake found at an offset, before its line is known.
struct Fault: Error {
    let reason: ConditionError.Reason
    let offset: Int

    init(_ reason: ConditionError.Reason, at offset: Int) {
        self.reason = reason
        self.offset = offset
    }
}

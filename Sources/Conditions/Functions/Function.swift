/// A function by one name, for all the types that it takes.
struct Function: Sendable {
    let name: String
    let overloads: [Overload]
    /// The receiver comes first. Nil where the values are of types that it does not take.
    let body: @Sendable ([Value], inout Evaluator) throws(EvaluationError) -> Value?

    struct Overload: Sendable {
        /// Whether the first parameter stands before the dot.
        let isMember: Bool
        let parameters: [ValueType]
        let result: ValueType

        static func global(_ parameters: ValueType..., to result: ValueType) -> Overload {
            Overload(isMember: false, parameters: parameters, result: result)
        }

        static func member(_ parameters: ValueType..., to result: ValueType) -> Overload {
            Overload(isMember: true, parameters: parameters, result: result)
        }

        func accepts(_ arguments: [ValueType], asMember: Bool) -> Bool {
            isMember == asMember && parameters.count == arguments.count
                && zip(parameters, arguments).allSatisfy { $0.accepts($1) }
        }

        /// `string.contains(string)`
        func shown(_ name: String) -> String {
            let list = parameters.dropFirst(isMember ? 1 : 0).map(\.description).joined(separator: ", ")
            return (isMember ? "\(parameters[0])." : "") + "\(name)(\(list))"
        }
    }

    init(
        _ name: String, _ overloads: [Overload],
        _ body: @escaping @Sendable ([Value], inout Evaluator) throws(EvaluationError) -> Value?
    ) {
        self.name = name
        self.overloads = overloads
        self.body = body
    }

    /// All that an expression can call by name, but for the macros.
    static let all: [String: Function] = {
        let functions = conversions + textFunctions + timeFunctions
        return Dictionary(uniqueKeysWithValues: functions.map { ($0.name, $0) })
    }()
}

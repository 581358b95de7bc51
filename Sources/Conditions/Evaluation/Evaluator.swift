import CivilTime

/// Finds the value of a tree, within a budget.
struct Evaluator {
    let facts: (String) -> Value?
    let zones: (String) -> Zone?
    var meter: Meter
    /// The variables of the macros around, the innermost last.
    var variables: [(name: String, value: Value)] = []

    mutating func value(of node: Node) throws(EvaluationError) -> Value {
        try meter.spend(1)
        switch node.form {
        case .literal(let value): return value
        case .name(let name, let isRooted): return try named(name, isRooted: isRooted)
        case .fact(let name):
            guard let value = facts(name) else { throw .noValue(name) }
            return value
        case .hasFact(let name): return .bool(facts(name) != nil)
        case .select(let operand, let field):
            if let value = qualified(node) { return value }
            return try self.field(field, of: try value(of: operand))
        case .has(let operand, let field):
            let container = try value(of: operand)
            guard case .map(let map) = container else { throw .noSuchOverload("has", [container.type]) }
            return .bool(map[.string(field)] != nil)
        case .index(let container, let key): return try element(of: try value(of: container), at: try value(of: key))
        case .call(let name, let receiver, let arguments): return try call(name, receiver, arguments)
        case .match(let operand, let pattern):
            let text = try value(of: operand)
            guard case .string(let text) = text else { throw .noSuchOverload("matches", [text.type]) }
            return .bool(try pattern.matches(text, meter: &meter))
        case .unary(let symbol, let operand): return try symbol.apply(to: try value(of: operand))
        case .binary(let symbol, let left, let right):
            return try symbol.apply(try value(of: left), try value(of: right), meter: &meter)
        case .logic(let symbol, let operands):
            return .bool(
                try logic(symbol, operands.count) { index, evaluator throws(EvaluationError) in
                    try evaluator.value(of: operands[index])
                })
        case .conditional(let condition, let yes, let no):
            return try value(of: try bool(value(of: condition), "?:") ? yes : no)
        case .list(let nodes): return .list(try values(of: nodes))
        case .map(let entries):
            var map = ValueMap()
            for entry in entries { try map.insert(try value(of: entry.value), for: try value(of: entry.key)) }
            return .map(map)
        case .comprehension(let macro): return try value(of: macro)
        }
    }

    /// `||` and `&&`: one operand that decides makes the others' errors count for nothing, wherever it stands.
    mutating func logic(
        _ symbol: LogicOperator, _ count: Int,
        operand: (Int, inout Evaluator) throws(EvaluationError) -> Value
    ) throws(EvaluationError) -> Bool {
        let deciding = symbol == .or
        var first: EvaluationError?
        for index in 0..<count {
            do throws(EvaluationError) {
                if try bool(operand(index, &self), symbol.rawValue) == deciding { return deciding }
            } catch {
                guard error != .budgetExceeded else { throw error }
                first = first ?? error
            }
        }
        if let first { throw first }
        return !deciding
    }

    func bool(_ value: Value, _ user: String) throws(EvaluationError) -> Bool {
        guard case .bool(let bool) = value else { throw .noSuchOverload(user, [value.type]) }
        return bool
    }

    private func named(_ name: String, isRooted: Bool) throws(EvaluationError) -> Value {
        if !isRooted, let variable = variables.last(where: { $0.name == name }) { return variable.value }
        if let value = facts(name) ?? ValueType.named[name].map(Value.type) { return value }
        throw .unknownName(name)
    }

    /// The value of a dotted name, in a tree that no checker has seen.
    private func qualified(_ node: Node) -> Value? {
        guard let path = node.path else { return nil }
        let first = path.name.prefix { $0 != "." }
        if !path.isRooted, variables.contains(where: { $0.name == first }) { return nil }
        return facts(path.name) ?? ValueType.named[path.name].map(Value.type)
    }

    private func field(_ name: String, of value: Value) throws(EvaluationError) -> Value {
        guard case .map(let map) = value else { throw .noSuchOverload(".\(name)", [value.type]) }
        guard let found = map[.string(name)] else { throw .noSuchKey }
        return found
    }

    private func element(of container: Value, at key: Value) throws(EvaluationError) -> Value {
        switch (container, key) {
        case (.map(let map), _):
            guard let value = map[key] else { throw .noSuchKey }
            return value
        case (.list(let list), .int), (.list(let list), .uint), (.list(let list), .double):
            guard let place = key.place, list.indices.contains(place) else { throw .indexOutOfRange }
            return list[place]
        default: throw .noSuchOverload("[]", [container.type, key.type])
        }
    }

    private mutating func values(of nodes: [Node]) throws(EvaluationError) -> [Value] {
        var values: [Value] = []
        for node in nodes { values.append(try value(of: node)) }
        return values
    }

    private mutating func call(
        _ name: String, _ receiver: Node?, _ arguments: [Node]
    ) throws(EvaluationError) -> Value {
        guard let function = Function.all[name] else { throw .unknownFunction(name) }
        let values = try values(of: (receiver.map { [$0] } ?? []) + arguments)
        let fits = function.overloads.contains { overload in
            overload.isMember == (receiver != nil) && overload.parameters.count == values.count
        }
        guard fits, let value = try function.body(values, &self) else {
            throw .noSuchOverload(name, values.map(\.type))
        }
        return value
    }
}

extension Value {
    /// The place in a list; nil for a fraction and beyond all lists.
    fileprivate var place: Int? {
        switch self {
        case .int(let number): Int(exactly: number)
        case .uint(let number): Int(exactly: number)
        case .double(let number): Int(exactly: number)
        default: nil
        }
    }
}

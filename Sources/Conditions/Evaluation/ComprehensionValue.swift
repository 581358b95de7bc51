extension Evaluator {
    mutating func value(of macro: Comprehension) throws(EvaluationError) -> Value {
        let range = try value(of: macro.range)
        let elements = try elements(of: range, for: macro)
        let depth = variables.count
        defer { variables.removeSubrange(depth...) }
        switch macro.kind {
        case .all, .exists:
            return .bool(
                try logic(macro.kind == .all ? .and : .or, elements.count) {
                    index, evaluator throws(EvaluationError) in
                    try evaluator.bind(macro, elements[index], at: depth)
                    return try evaluator.value(of: macro.body)
                })
        case .existsOne:
            var count = 0
            for element in elements where try holds(macro.body, of: macro, for: element, at: depth) { count += 1 }
            return .bool(count == 1)
        case .filter:
            var kept: [Value] = []
            for element in elements where try holds(macro.body, of: macro, for: element, at: depth) {
                kept.append(element[0])
            }
            return .list(kept)
        case .map:
            var results: [Value] = []
            for element in elements where try passes(macro, element, at: depth) {
                results.append(try value(of: macro.body))
            }
            return .list(results)
        case .transformMap:
            var results = ValueMap()
            for element in elements where try passes(macro, element, at: depth) {
                try results.insert(try value(of: macro.body), for: element[0])
            }
            return .map(results)
        }
    }

    /// What the variables are in turn.
    private mutating func elements(of range: Value, for macro: Comprehension) throws(EvaluationError) -> [[Value]] {
        let isPair = macro.variables.count == 2
        switch range {
        case .list(let list):
            try meter.spend(list.count)
            return list.enumerated().map { isPair ? [.int(Int64($0)), $1] : [$1] }
        case .map(let map):
            try meter.spend(map.count)
            return map.entries.map { isPair ? [$0.key, $0.value] : [$0.key] }
        default: throw .noSuchOverload(macro.name, [range.type])
        }
    }

    private mutating func bind(_ macro: Comprehension, _ element: [Value], at depth: Int) throws(EvaluationError) {
        try meter.spend(1)
        variables.removeSubrange(depth...)
        for (name, value) in zip(macro.variables, element) { variables.append((name, value)) }
    }

    private mutating func holds(
        _ condition: Node, of macro: Comprehension, for element: [Value], at depth: Int
    ) throws(EvaluationError) -> Bool {
        try bind(macro, element, at: depth)
        return try bool(value(of: condition), macro.name)
    }

    /// Binds the element, and asks the macro's filter.
    private mutating func passes(
        _ macro: Comprehension, _ element: [Value], at depth: Int
    ) throws(EvaluationError) -> Bool {
        guard let filter = macro.filter else {
            try bind(macro, element, at: depth)
            return true
        }
        return try holds(filter, of: macro, for: element, at: depth)
    }
}

extension UnaryOperator {
    func apply(to operand: Value) throws(EvaluationError) -> Value {
        switch (self, operand) {
        case (.not, .bool(let value)): return .bool(!value)
        case (.negate, .int(let value)):
            guard value != .min else { throw .overflow }
            return .int(-value)
        case (.negate, .double(let value)): return .double(-value)
        default: throw .noSuchOverload(rawValue, [operand.type])
        }
    }
}

extension BinaryOperator {
    func apply(_ left: Value, _ right: Value, meter: inout Meter) throws(EvaluationError) -> Value {
        switch self {
        case .equal: return .bool(try left.isEqual(to: right, meter: &meter))
        case .notEqual: return .bool(!(try left.isEqual(to: right, meter: &meter)))
        case .less: return .bool(try order(left, right, meter: &meter) == .ascending)
        case .greater: return .bool(try order(left, right, meter: &meter) == .descending)
        case .lessOrEqual: return .bool([.ascending, .same].contains(try order(left, right, meter: &meter)))
        case .greaterOrEqual: return .bool([.descending, .same].contains(try order(left, right, meter: &meter)))
        case .within: return .bool(try contains(left, in: right, meter: &meter))
        case .add, .subtract, .multiply, .divide, .remainder: return try calculate(left, right, meter: &meter)
        }
    }

    private func order(_ left: Value, _ right: Value, meter: inout Meter) throws(EvaluationError) -> ValueOrder {
        guard let order = try ValueOrder(of: left, right, meter: &meter) else {
            throw .noSuchOverload(rawValue, [left.type, right.type])
        }
        return order
    }

    private func contains(_ element: Value, in container: Value, meter: inout Meter) throws(EvaluationError) -> Bool {
        switch container {
        case .list(let list):
            for other in list where try element.isEqual(to: other, meter: &meter) { return true }
            return false
        case .map(let map): return map[element] != nil
        default: throw .noSuchOverload(rawValue, [element.type, container.type])
        }
    }
}

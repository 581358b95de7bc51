extension BinaryOperator {
    /// The type of what comes of two operands.
    func type(_ left: ValueType, _ right: ValueType, at offset: Int) throws(Fault) -> ValueType {
        switch self {
        case .equal, .notEqual:
            guard left.isComparable(to: right) else { throw Fault(.notComparable(left, right), at: offset) }
            return .bool
        case .less, .lessOrEqual, .greater, .greaterOrEqual:
            guard left.isOrdered(with: right) else { throw Fault(.notOrdered(left, right), at: offset) }
            return .bool
        case .within:
            switch right {
            case .list(let element) where element.isComparable(to: left): return .bool
            case .map(let key, _) where key.isComparable(to: left): return .bool
            case .dyn: return .bool
            default: throw Fault(.wrongOperands("in", [left, right]), at: offset)
            }
        case .add, .subtract, .multiply, .divide, .remainder:
            if self == .add, case .list = left, case .list = right { return left.joined(with: right) }
            let fitting = overloads.filter { $0.left.accepts(left) && $0.right.accepts(right) }
            guard !fitting.isEmpty else { throw Fault(.wrongOperands(rawValue, [left, right]), at: offset) }
            return fitting.map(\.result).joined
        }
    }
}

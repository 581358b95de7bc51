extension BinaryOperator {
    /// The operand types of `+`, `-`, `*`, `/` and `%`, with what comes of them; lists are added as well.
    var overloads: [(left: ValueType, right: ValueType, result: ValueType)] {
        let numbers: [ValueType] = self == .remainder ? [.int, .uint] : [.int, .uint, .double]
        let same = numbers.map { (left: $0, right: $0, result: $0) }
        switch self {
        case .add:
            return same + [
                (.string, .string, .string), (.bytes, .bytes, .bytes), (.list(.dyn), .list(.dyn), .list(.dyn)),
                (.duration, .duration, .duration), (.timestamp, .duration, .timestamp),
                (.duration, .timestamp, .timestamp),
            ]
        case .subtract:
            return same + [
                (.duration, .duration, .duration), (.timestamp, .duration, .timestamp),
                (.timestamp, .timestamp, .duration),
            ]
        case .multiply, .divide, .remainder: return same
        case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .within: return []
        }
    }

    func calculate(_ left: Value, _ right: Value, meter: inout Meter) throws(EvaluationError) -> Value {
        switch (left, right) {
        case (.int(let left), .int(let right)): return .int(try whole(left, right))
        case (.uint(let left), .uint(let right)): return .uint(try whole(left, right))
        case (.double(let left), .double(let right)):
            switch self {
            case .add: return .double(left + right)
            case .subtract: return .double(left - right)
            case .multiply: return .double(left * right)
            case .divide: return .double(left / right)
            default: break
            }
        case (.string(let left), .string(let right)) where self == .add:
            try meter.spend(bytes: left.utf8.count + right.utf8.count)
            return .string(left + right)
        case (.bytes(let left), .bytes(let right)) where self == .add:
            try meter.spend(bytes: left.count + right.count)
            return .bytes(left + right)
        case (.list(let left), .list(let right)) where self == .add:
            try meter.spend(left.count + right.count)
            return .list(left + right)
        default:
            if let time = try time(left, right) { return time }
        }
        throw .noSuchOverload(rawValue, [left.type, right.type])
    }

    private func whole<Number: FixedWidthInteger>(
        _ left: Number, _ right: Number
    ) throws(EvaluationError) -> Number {
        let (result, overflow): (Number, Bool)
        switch self {
        case .add: (result, overflow) = left.addingReportingOverflow(right)
        case .subtract: (result, overflow) = left.subtractingReportingOverflow(right)
        case .multiply: (result, overflow) = left.multipliedReportingOverflow(by: right)
        case .divide, .remainder:
            guard right != 0 else { throw .divisionByZero }
            (result, overflow) =
                self == .divide
                ? left.dividedReportingOverflow(by: right) : left.remainderReportingOverflow(dividingBy: right)
        default: throw .noSuchOverload(rawValue, [])
        }
        guard !overflow else { throw .overflow }
        return result
    }

    /// - Returns: nil where these are no times to add or subtract.
    private func time(_ left: Value, _ right: Value) throws(EvaluationError) -> Value? {
        switch (self, left, right) {
        case (.add, .duration(let left), .duration(let right)):
            return try Self.duration(left.nanoseconds + right.nanoseconds)
        case (.subtract, .duration(let left), .duration(let right)):
            return try Self.duration(left.nanoseconds - right.nanoseconds)
        case (.add, .timestamp(let time), .duration(let length)), (.add, .duration(let length), .timestamp(let time)):
            return try Self.timestamp(time.nanosecondsSinceEpoch + length.nanoseconds)
        case (.subtract, .timestamp(let time), .duration(let length)):
            return try Self.timestamp(time.nanosecondsSinceEpoch - length.nanoseconds)
        case (.subtract, .timestamp(let left), .timestamp(let right)):
            return try Self.duration(left.nanosecondsSinceEpoch - right.nanosecondsSinceEpoch)
        default: return nil
        }
    }

    private static func duration(_ nanoseconds: Int128) throws(EvaluationError) -> Value {
        guard let duration = Duration(nanoseconds: nanoseconds) else { throw .overflow }
        return .duration(duration)
    }

    private static func timestamp(_ nanoseconds: Int128) throws(EvaluationError) -> Value {
        guard let time = Timestamp(nanosecondsSinceEpoch: nanoseconds) else { throw .overflow }
        return .timestamp(time)
    }
}

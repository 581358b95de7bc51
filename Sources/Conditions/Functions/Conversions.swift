import CivilTime

extension Function {
    /// `int(x)` and its like; `type(x)` and `dyn(x)`.
    static let conversions: [Function] = [
        Function("dyn", [.global(.dyn, to: .dyn)]) { values, _ throws(EvaluationError) in values[0] },
        Function("type", [.global(.dyn, to: .type)]) { values, _ throws(EvaluationError) in .type(values[0].type) },
        conversion(to: .bool, from: [.string]) { value, _ throws(EvaluationError) in
            guard case .string(let text) = value else { return nil }
            switch text {
            case "1", "t", "T", "true", "TRUE", "True": return .bool(true)
            case "0", "f", "F", "false", "FALSE", "False": return .bool(false)
            default: throw .invalidArgument("bool", "a text that is neither true nor false")
            }
        },
        conversion(to: .int, from: [.uint, .double, .string, .timestamp], wholeNumber),
        conversion(to: .uint, from: [.int, .double, .string], naturalNumber),
        conversion(to: .double, from: [.int, .uint, .string]) { value, _ throws(EvaluationError) in
            guard case .string(let text) = value else { return value.asDouble.map(Value.double) }
            guard let number = Double(written: text) else {
                throw .invalidArgument("double", "a text that is no number")
            }
            return .double(number)
        },
        conversion(to: .string, from: [.bool, .int, .uint, .double, .bytes, .timestamp, .duration], text),
        conversion(to: .bytes, from: [.string]) { value, meter throws(EvaluationError) in
            guard case .string(let text) = value else { return nil }
            try meter.spend(bytes: text.utf8.count)
            return .bytes(Array(text.utf8))
        },
        conversion(to: .timestamp, from: [.int, .string]) { value, _ throws(EvaluationError) in
            switch value {
            case .int(let seconds):
                guard let time = Timestamp(nanosecondsSinceEpoch: Int128(seconds) * 1_000_000_000) else {
                    throw .overflow
                }
                return .timestamp(time)
            case .string(let text):
                guard let time = Timestamp(text) else {
                    throw .invalidArgument("timestamp", "a text that is no time such as 2026-12-03T17:30:00Z")
                }
                return .timestamp(time)
            default: return nil
            }
        },
        conversion(to: .duration, from: [.string]) { value, _ throws(EvaluationError) in
            guard case .string(let text) = value else { return nil }
            guard let duration = Duration(written: text) else {
                throw .invalidArgument("duration", "a text that is no length such as 90m or 36h")
            }
            return .duration(duration)
        },
    ]

    private typealias Conversion = @Sendable (Value, inout Meter) throws(EvaluationError) -> Value?

    /// A value that is of the type already stays what it is.
    private static func conversion(
        to result: ValueType, from sources: [ValueType], _ convert: @escaping Conversion
    ) -> Function {
        let overloads = ([result] + sources).map { Overload(isMember: false, parameters: [$0], result: result) }
        return Function(result.description, overloads) { values, evaluator throws(EvaluationError) in
            values[0].type == result ? values[0] : try convert(values[0], &evaluator.meter)
        }
    }

    private static let wholeNumber: Conversion = { value, _ throws(EvaluationError) in
        switch value {
        case .uint(let number):
            guard let exact = Int64(exactly: number) else { throw .overflow }
            return .int(exact)
        case .double(let number):
            // The least int itself is refused, as the reference does: what was rounded to it may lie below.
            guard number > -0x1p63, number < 0x1p63 else { throw .overflow }
            return .int(Int64(number))
        case .string(let text):
            guard let number = Int64(text) else { throw .invalidArgument("int", "a text that is no whole number") }
            return .int(number)
        case .timestamp(let time): return .int(time.instant.secondsSinceEpoch)
        default: return nil
        }
    }

    private static let naturalNumber: Conversion = { value, _ throws(EvaluationError) in
        switch value {
        case .int(let number):
            guard let exact = UInt64(exactly: number) else { throw .overflow }
            return .uint(exact)
        case .double(let number):
            guard number >= 0, number < 0x1p64 else { throw .overflow }
            return .uint(UInt64(number))
        case .string(let text):
            guard !text.hasPrefix("-"), let number = UInt64(text) else {
                throw .invalidArgument("uint", "a text that is no whole number from 0 on")
            }
            return .uint(number)
        default: return nil
        }
    }

    private static let text: Conversion = { value, meter throws(EvaluationError) in
        switch value {
        case .bool(let value): return .string(String(value))
        case .int(let number): return .string(String(number))
        case .uint(let number): return .string(String(number))
        case .double(let number): return .string(number.written)
        case .bytes(let bytes):
            try meter.spend(bytes: bytes.count)
            guard let text = String(validating: bytes, as: UTF8.self) else {
                throw .invalidArgument("string", "bytes that are no UTF-8")
            }
            return .string(text)
        case .timestamp(let time): return .string(time.description)
        case .duration(let duration): return .string(duration.written)
        default: return nil
        }
    }
}

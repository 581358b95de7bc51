extension Function {
    /// What can be asked of texts, and the size of whatever has one.
    static let textFunctions: [Function] = [
        Function("size", sized.flatMap { [.global($0, to: .int), .member($0, to: .int)] }) {
            values, evaluator throws(EvaluationError) in
            guard values.count == 1 else { return nil }
            switch values[0] {
            case .string(let text):
                try evaluator.meter.spend(bytes: text.utf8.count)
                return .int(Int64(text.unicodeScalars.count))
            case .bytes(let bytes): return .int(Int64(bytes.count))
            case .list(let list): return .int(Int64(list.count))
            case .map(let map): return .int(Int64(map.count))
            default: return nil
            }
        },
        question("contains") { text, part in text.contains(part) },
        question("startsWith") { text, part in text.starts(with: part) },
        question("endsWith") { text, part in text.reversed().starts(with: part.reversed()) },
        Function("matches", [.member(.string, .string, to: .bool), .global(.string, .string, to: .bool)]) {
            values, evaluator throws(EvaluationError) in
            guard values.count == 2, case .string(let text) = values[0], case .string(let source) = values[1] else {
                return nil
            }
            let pattern: Pattern
            do throws(PatternError) {
                pattern = try Pattern(source)
            } catch {
                throw .badPattern(error)
            }
            try evaluator.meter.spend(source.utf8.count + pattern.program.count)
            return .bool(try pattern.matches(text, meter: &evaluator.meter))
        },
    ]

    private static let sized: [ValueType] = [.string, .bytes, .list(.dyn), .map(.dyn, .dyn)]

    /// Whether one text is somewhere in another, by their bytes: an accent of its own is a letter of its own.
    private static func question(
        _ name: String, _ answer: @escaping @Sendable (ArraySlice<UInt8>, ArraySlice<UInt8>) -> Bool
    ) -> Function {
        Function(name, [.member(.string, .string, to: .bool)]) { values, evaluator throws(EvaluationError) in
            guard values.count == 2, case .string(let text) = values[0], case .string(let part) = values[1] else {
                return nil
            }
            try evaluator.meter.spend(bytes: text.utf8.count + part.utf8.count)
            return .bool(answer(Array(text.utf8)[...], Array(part.utf8)[...]))
        }
    }
}

extension ArraySlice<UInt8> {
    /// In linear time (Knuth, Morris and Pratt).
    fileprivate func contains(_ part: ArraySlice<UInt8>) -> Bool {
        guard !part.isEmpty else { return true }
        // For each length of a beginning, the longest shorter beginning that it also ends with.
        var borders = [0, 0]
        for byte in part.dropFirst() {
            var border = borders[borders.count - 1]
            while border > 0, part[border] != byte { border = borders[border] }
            borders.append(part[border] == byte ? border + 1 : 0)
        }
        var length = 0
        for byte in self {
            while length > 0, part[length] != byte { length = borders[length] }
            if part[length] == byte { length += 1 }
            if length == part.count { return true }
        }
        return false
    }
}

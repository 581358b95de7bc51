extension Value: Hashable {
    public static func == (left: Value, right: Value) -> Bool {
        var meter = Meter(budget: .max)
        return (try? left.isEqual(to: right, meter: &meter)) ?? false
    }

    public func hash(into hasher: inout Hasher) {
        switch self {
        case .null: hasher.combine(0)
        case .bool(let value): hasher.combine(value)
        // Equal numbers of different types must fall together.
        case .int(let value): hasher.combine(Double(value))
        case .uint(let value): hasher.combine(Double(value))
        case .double(let value): hasher.combine(value)
        case .string(let value): hasher.combine(value)
        case .bytes(let value): hasher.combine(value)
        case .list(let values): hasher.combine(values)
        case .map(let map): hasher.combine(map.count)
        case .duration(let value): hasher.combine(value)
        case .timestamp(let value): hasher.combine(value)
        case .type(let value): hasher.combine(value)
        }
    }

    /// The language's `==`, which never fails but for its cost: a list may hold the same list many times over.
    func isEqual(to other: Value, meter: inout Meter) throws(EvaluationError) -> Bool {
        try meter.spend(1)
        switch (self, other) {
        case (.null, .null): return true
        case (.bool(let left), .bool(let right)): return left == right
        case (.int(let left), .int(let right)): return left == right
        case (.uint(let left), .uint(let right)): return left == right
        case (.int(let left), .uint(let right)): return left == right
        case (.uint(let left), .int(let right)): return left == right
        case (.string(let left), .string(let right)):
            // String's own == would make 'é' equal to 'e' with an accent put on it.
            try meter.spend(bytes: min(left.utf8.count, right.utf8.count))
            return left.utf8.elementsEqual(right.utf8)
        case (.bytes(let left), .bytes(let right)):
            try meter.spend(bytes: min(left.count, right.count))
            return left == right
        case (.list(let left), .list(let right)):
            guard left.count == right.count else { return false }
            for (one, another) in zip(left, right) where try !one.isEqual(to: another, meter: &meter) {
                return false
            }
            return true
        case (.map(let left), .map(let right)):
            guard left.count == right.count else { return false }
            for entry in left.entries {
                guard let value = right[entry.key], try entry.value.isEqual(to: value, meter: &meter) else {
                    return false
                }
            }
            return true
        case (.duration(let left), .duration(let right)): return left == right
        case (.timestamp(let left), .timestamp(let right)): return left == right
        case (.type(let left), .type(let right)): return left == right
        default:
            guard let left = asDouble, let right = other.asDouble else { return false }
            return left == right
        }
    }
}

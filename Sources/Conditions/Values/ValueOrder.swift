/// How two values stand to each other.
enum ValueOrder {
    case ascending, same, descending
    /// A NaN is beside everything.
    case none

    init<Ordered: Comparable>(_ left: Ordered, _ right: Ordered) {
        self = left < right ? .ascending : left > right ? .descending : left == right ? .same : .none
    }

    /// The order of two byte sequences, which for UTF-8 is the order of the code points.
    init(bytes left: some Sequence<UInt8>, _ right: some Sequence<UInt8>) {
        if left.lexicographicallyPrecedes(right) {
            self = .ascending
        } else {
            self = left.elementsEqual(right) ? .same : .descending
        }
    }

    /// - Returns: nil where the language orders no such pair.
    init?(of left: Value, _ right: Value, meter: inout Meter) throws(EvaluationError) {
        switch (left, right) {
        case (.bool(let left), .bool(let right)): self.init(left ? 1 : 0, right ? 1 : 0)
        case (.int(let left), .int(let right)): self.init(left, right)
        case (.uint(let left), .uint(let right)): self.init(left, right)
        case (.int(let left), .uint(let right)): self.init(Int128(left), Int128(right))
        case (.uint(let left), .int(let right)): self.init(Int128(left), Int128(right))
        case (.string(let left), .string(let right)):
            try meter.spend(bytes: min(left.utf8.count, right.utf8.count))
            self.init(bytes: left.utf8, right.utf8)
        case (.bytes(let left), .bytes(let right)):
            try meter.spend(bytes: min(left.count, right.count))
            self.init(bytes: left, right)
        case (.duration(let left), .duration(let right)): self.init(left, right)
        case (.timestamp(let left), .timestamp(let right)): self.init(left, right)
        default:
            guard let left = left.asDouble, let right = right.asDouble else { return nil }
            self.init(left, right)
        }
    }
}

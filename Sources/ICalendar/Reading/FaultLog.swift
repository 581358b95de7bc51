/// Faults in the order in which they are found, so many and no more.
struct FaultLog: Sendable {
    private(set) var faults: [Fault] = []

    /// A file with more is none that anybody would mend line by line.
    private static let most = 1000

    mutating func append(_ fault: Fault) {
        if faults.count < Self.most {
            faults.append(fault)
        } else if faults.count == Self.most {
            faults.append(Fault(line: fault.line, reason: .manyMore))
        }
    }

    mutating func append(contentsOf other: FaultLog) {
        for fault in other.faults { append(fault) }
    }
}

extension Pattern {
    /// Whether any part of the text matches.
    func matches(_ text: String, meter: inout Meter) throws(EvaluationError) -> Bool {
        try meter.spend(program.count / 16)
        var run = PatternRun(program)
        var previous: Unicode.Scalar?
        for scalar in text.unicodeScalars {
            if try run.enter(between: previous, scalar, meter: &meter) { return true }
            try run.take(scalar, meter: &meter)
            previous = scalar
        }
        return try run.enter(between: previous, nil, meter: &meter)
    }
}

/// The states that a pattern can be in at one place of a text.
private struct PatternRun {
    private let program: [Pattern.Instruction]
    /// Instructions to go on at.
    private var entries: [Int] = []
    /// Instructions that wait for the next character.
    private var waiting: [Int] = []
    /// The place at which each instruction was reached last.
    private var reached: [Int]
    private var place = 0

    init(_ program: [Pattern.Instruction]) {
        self.program = program
        reached = Array(repeating: 0, count: program.count)
    }

    /// Follows everything that takes no character; a match may begin at each place.
    ///
    /// - Returns: whether the pattern has matched.
    mutating func enter(
        between left: Unicode.Scalar?, _ right: Unicode.Scalar?, meter: inout Meter
    ) throws(EvaluationError) -> Bool {
        place += 1
        waiting.removeAll(keepingCapacity: true)
        entries.append(0)
        while let index = entries.popLast() {
            guard reached[index] < place else { continue }
            reached[index] = place
            try meter.spend(1)
            switch program[index] {
            case .take: waiting.append(index)
            case .require(let anchor): if anchor.holds(between: left, right) { entries.append(index + 1) }
            case .split(let one, let other): entries += [other, one]
            case .jump(let target): entries.append(target)
            case .match: return true
            }
        }
        return false
    }

    mutating func take(_ scalar: Unicode.Scalar, meter: inout Meter) throws(EvaluationError) {
        for index in waiting {
            guard case .take(let set) = program[index] else { continue }
            try meter.spend(set.size / 16)
            if set.contains(scalar) { entries.append(index + 1) }
        }
    }
}

/// A pattern of `matches`, ready to run.
///
/// It is a machine whose states are tried all at once (Thompson), so that the time is at most the pattern's size times
/// the text's length, whatever the pattern.
struct Pattern: Sendable {
    let program: [Instruction]

    enum Instruction: Sendable {
        /// Goes on with the next instruction after a character of the set.
        case take(ScalarSet)
        case require(PatternAnchor)
        /// Goes on at both places.
        case split(Int, Int)
        case jump(Int)
        case match
    }

    /// Of instructions, all repetitions written out.
    static let largest = 5_000

    /// - Throws: ``PatternError`` for what is no pattern, or not one that can be matched in linear time.
    init(_ source: String) throws(PatternError) {
        var builder = PatternBuilder()
        try builder.add(try PatternParser.parse(source))
        program = builder.program + [.match]
    }
}

/// Writes a pattern out as instructions.
private struct PatternBuilder {
    private(set) var program: [Pattern.Instruction] = []
    /// Repetitions of nothing add no instruction, and still take their time.
    private var visits = 0

    private mutating func append(_ instruction: Pattern.Instruction) { program.append(instruction) }

    mutating func add(_ node: PatternNode) throws(PatternError) {
        visits += 1
        guard visits <= Pattern.largest, program.count < Pattern.largest else {
            throw .tooLarge(limit: Pattern.largest)
        }
        switch node {
        case .set(let set): append(.take(set))
        case .anchor(let anchor): append(.require(anchor))
        case .sequence(let nodes): for node in nodes { try add(node) }
        case .choice(let branches): try add(branches)
        case .repeated(let inner, let least, let most):
            for _ in 0..<least { try add(inner) }
            if let most {
                try add(inner, atMost: most - least)
            } else {
                let split = program.count
                append(.jump(split))
                try add(inner)
                append(.jump(split))
                program[split] = .split(split + 1, program.count)
            }
        }
    }

    private mutating func add(_ branches: [PatternNode]) throws(PatternError) {
        var ends: [Int] = []
        for (number, branch) in branches.enumerated() {
            let isLast = number == branches.count - 1
            let split = program.count
            if !isLast { append(.jump(split)) }
            try add(branch)
            guard !isLast else { break }
            ends.append(program.count)
            append(.jump(program.count))
            program[split] = .split(split + 1, program.count)
        }
        for end in ends { program[end] = .jump(program.count) }
    }

    private mutating func add(_ inner: PatternNode, atMost count: Int) throws(PatternError) {
        var splits: [Int] = []
        for _ in 0..<count {
            splits.append(program.count)
            append(.jump(program.count))
            try add(inner)
        }
        for split in splits { program[split] = .split(split + 1, program.count) }
    }
}

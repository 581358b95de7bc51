/// Counts the work of an evaluation.
///
/// A step is a node visited, an element produced, an instruction of a pattern tried, or sixteen bytes of text.
struct Meter {
    private(set) var remaining: Int

    init(budget: Int) {
        remaining = max(0, budget)
    }

    mutating func spend(_ steps: Int) throws(EvaluationError) {
        guard steps <= remaining else {
            // Nothing that comes after may have better luck.
            remaining = 0
            throw .budgetExceeded
        }
        remaining -= steps
    }

    mutating func spend(bytes: Int) throws(EvaluationError) {
        try spend(bytes / 16)
    }
}

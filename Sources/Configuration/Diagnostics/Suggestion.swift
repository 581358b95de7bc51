/// Finds the word that somebody may have meant.
public enum Suggestion {
    /// `; did you mean 'cadence'?`, or nothing where no candidate is near.
    static func phrase(for word: String, among candidates: some Sequence<String>) -> String {
        nearest(to: word, among: candidates).map { "; did you mean '\($0)'?" } ?? ""
    }

    /// The candidate that the fewest changes lead to, the first of the alphabet among equals; nil when all are far.
    public static func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
        let written = Array(word.lowercased().unicodeScalars.prefix(longest))
        let limit = max(1, (written.count + 1) / 3)
        return candidates.compactMap { candidate -> (Int, String)? in
            let other = Array(candidate.lowercased().unicodeScalars)
            guard abs(other.count - written.count) <= limit else { return nil }
            let distance = distance(from: written, to: other)
            return distance <= limit ? (distance, candidate) : nil
        }.min { $0 < $1 }?.1
    }

    private static let longest = 64

    /// Insertions, removals, replacements and swaps of neighbours (optimal string alignment).
    private static func distance(from left: [Unicode.Scalar], to right: [Unicode.Scalar]) -> Int {
        guard !left.isEmpty, !right.isEmpty else { return max(left.count, right.count) }
        var before: [Int] = []
        var previous = Array(0...right.count)
        for row in 1...left.count {
            var current = [row]
            for column in 1...right.count {
                let replaced = previous[column - 1] + (left[row - 1] == right[column - 1] ? 0 : 1)
                var best = min(replaced, previous[column] + 1, current[column - 1] + 1)
                if row > 1, column > 1, left[row - 1] == right[column - 2], left[row - 2] == right[column - 1] {
                    best = min(best, before[column - 2] + 1)
                }
                current.append(best)
            }
            before = previous
            previous = current
        }
        return previous[right.count]
    }
}

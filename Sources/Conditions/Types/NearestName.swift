/// Finds the name that somebody may have meant.
enum NearestName {
    /// A name that the word begins, or ends after a dot; else the one that the fewest changes lead to; nil where all are
    /// far.
    static func to(_ word: String, among names: some Sequence<String>) -> String? {
        let written = Array(word.unicodeScalars.prefix(longest))
        let limit = max(1, (written.count + 1) / 3)
        return names.compactMap { name -> (Int, Int, String)? in
            let distance = distance(from: written, to: Array(name.unicodeScalars.prefix(longest)))
            if name.hasPrefix(word) || name.hasSuffix("." + word) { return (0, distance, name) }
            return distance <= limit ? (1, distance, name) : nil
        }.min { $0 < $1 }?.2
    }

    private static let longest = 64

    /// Insertions, removals and replacements.
    private static func distance(from left: [Unicode.Scalar], to right: [Unicode.Scalar]) -> Int {
        var previous = Array(0...right.count)
        for (row, scalar) in left.enumerated() {
            var current = [row + 1]
            for (column, other) in right.enumerated() {
                let replaced = previous[column] + (scalar == other ? 0 : 1)
                current.append(min(replaced, previous[column + 1] + 1, current[column] + 1))
            }
            previous = current
        }
        return previous[right.count]
    }
}

/// The collections that are open at a place of a YAML text, with the keys that each has so far.
struct YAMLNesting {
    private enum Kind { case mapping, list, braces, brackets }

    private struct Collection {
        var kind: Kind
        /// Where a block collection stands, counted from 0.
        var column: Int
        /// The line of each key.
        var keys: [String: Int] = [:]
    }

    private var open: [Collection] = []

    var depth: Int { open.count }

    /// Not inside of brackets or braces.
    var isBlock: Bool {
        guard let last = open.last else { return true }
        return last.kind == .mapping || last.kind == .list
    }

    /// The column of the innermost block collection; -1 where there is none.
    var column: Int { open.last { $0.kind == .mapping || $0.kind == .list }?.column ?? -1 }

    /// `- ` at a column.
    mutating func dash(column: Int) {
        leave(deeperThan: column)
        // The items of a list may stand under the very column of its key.
        if open.last?.column != column || open.last?.kind != .list {
            open.append(Collection(kind: .list, column: column))
        }
    }

    /// A key at a column.
    ///
    /// - Parameter text: nil for one that is not known, after `? `.
    /// - Returns: the line of the same key, where the mapping has it already.
    mutating func key(_ text: String?, line: Int, column: Int) -> Int? {
        if isBlock {
            leave(deeperThan: column)
            if open.last?.column == column, open.last?.kind == .list { open.removeLast() }
            if open.last?.column != column { open.append(Collection(kind: .mapping, column: column)) }
        }
        guard let text, open.last?.kind != .brackets else { return nil }
        if let first = open[open.count - 1].keys[text] { return first }
        open[open.count - 1].keys[text] = line
        return nil
    }

    mutating func open(_ bracket: Unicode.Scalar) {
        open.append(Collection(kind: bracket == "{" ? .braces : .brackets, column: .max))
    }

    mutating func close() {
        if !isBlock { open.removeLast() }
    }

    private mutating func leave(deeperThan column: Int) {
        while let last = open.last, last.column > column { open.removeLast() }
    }
}

/// A pattern as it is written.
indirect enum PatternNode {
    case set(ScalarSet)
    case anchor(PatternAnchor)
    case sequence([PatternNode])
    case choice([PatternNode])
    /// No upper bound where `most` is nil.
    case repeated(PatternNode, least: Int, most: Int?)
}

/// A place between two characters.
enum PatternAnchor: Sendable {
    case textStart, textEnd, lineStart, lineEnd, wordBoundary, noWordBoundary

    func holds(between left: Unicode.Scalar?, _ right: Unicode.Scalar?) -> Bool {
        switch self {
        case .textStart: left == nil
        case .textEnd: right == nil
        case .lineStart: left == nil || left == "\n"
        case .lineEnd: right == nil || right == "\n"
        case .wordBoundary: (left?.isWord ?? false) != (right?.isWord ?? false)
        case .noWordBoundary: (left?.isWord ?? false) == (right?.isWord ?? false)
        }
    }
}

/// Why a pattern of `matches` cannot be used.
public enum PatternError: Error, Hashable, Sendable {
    case tooLong(limit: Int)
    /// What it grows to when its repetitions are written out.
    case tooLarge(limit: Int)
    case tooDeep(limit: Int)
    case unclosed(String)
    case stray(String)
    case nothingToRepeat(String)
    case repeatedTooOften(limit: Int)
    case badRange(String)
    case badEscape(String)
    case unknownClass(String)
    case unknownFlag(String)
    case backReference
    case lookAround
}

extension PatternError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .tooLong(let limit): "it is longer than \(limit) characters"
        case .tooLarge(let limit): "its repetitions make it larger than \(limit) steps"
        case .tooDeep(let limit): "its groups are nested more than \(limit) deep"
        case .unclosed(let bracket): "'\(bracket)' is not closed"
        case .stray(let found): "'\(found)' stands alone"
        case .nothingToRepeat(let sign): "there is nothing that '\(sign)' could repeat"
        case .repeatedTooOften(let limit): "a repetition counts from few to many, at most \(limit)"
        case .badRange(let range): "the range '\(range)' runs backwards"
        case .badEscape(let escape): "'\(escape)' is no escape"
        case .unknownClass(let name): "'\(name)' is no class of characters"
        case .unknownFlag(let flag): "'\(flag)' is no flag; there are i, m, s and U"
        case .backReference: "a reference back to a group cannot be matched in linear time"
        case .lookAround: "looking ahead or behind cannot be matched in linear time"
        }
    }
}

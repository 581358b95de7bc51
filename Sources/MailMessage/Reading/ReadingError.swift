/// Why a mail is set aside unread: it exceeds a bound.
public enum ReadingError: Error, Sendable, Hashable {
    /// More octets than the bound, which is given.
    case tooLarge(limit: Int)
    /// Parts inside one another, more than the bound.
    case tooDeep(limit: Int)
    /// More parts than the bound.
    case tooManyParts(limit: Int)
}

extension ReadingError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .tooLarge(let limit): "the mail has more than \(limit) octets"
        case .tooDeep(let limit): "the mail has parts inside one another, more than \(limit) deep"
        case .tooManyParts(let limit): "the mail has more than \(limit) parts"
        }
    }
}

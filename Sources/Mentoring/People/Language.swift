/// A language of mails, as an RFC 5646 tag such as `fr` or `en`.
public struct Language: Key {
    public let rawValue: String
    public init(_ rawValue: String) { self.rawValue = rawValue }

    public static let french = Language("fr")
    public static let english = Language("en")
}

public import Mentoring

/// The framework of a relationship on one page: what the welcome says of it, for one of its people to keep.
public struct Framework: Sendable {
    public let title: String
    /// Markdown.
    public let text: String
    private let language: Language

    /// A page to print.
    public var html: String {
        HTMLPage(language: language, title: title, text: "# \(Markdown.escape(title))\n\n\(text)").html
    }

    /// - Parameter welcome: the mail that welcomes the reader; what stands before its first heading is left out.
    public init(_ relationship: Relationship, of programme: Programme, welcome: Mail) {
        language = welcome.language
        let words: any Wording = welcome.language.wording ?? English()
        title = "\(words.mentoring) · \(Cast(of: relationship, in: programme).pair(in: words))"
        let start = welcome.text.firstRange(of: "\n## ")?.lowerBound
        text = start.map { String(welcome.text[welcome.text.index(after: $0)...]) } ?? welcome.text
    }
}

/// What stands at one place of a YAML file: text, a list, or keys with values. All text is text: `18:30` is no number.
struct Value: Sendable {
    enum Content: Sendable {
        /// Nothing was written.
        case nothing
        case text(String)
        case list([Value])
        case keys([Entry])
        /// Complained of already; whoever reads it says no more.
        case refused
    }

    struct Entry: Sendable {
        var key: String
        var site: Site
        var value: Value
    }

    var content: Content
    var site: Site

    /// What a message calls it.
    var kind: String {
        switch content {
        case .nothing, .refused: "nothing"
        case .text: "text"
        case .list: "a list"
        case .keys: "keys with values"
        }
    }
}

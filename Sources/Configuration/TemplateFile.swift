/// A text of the admin's own.
public struct TemplateFile: Sendable, Hashable {
    /// Inside the configuration's directory.
    public let path: String
    public let text: String

    public init(path: String, text: String) {
        self.path = path
        self.text = text
    }
}

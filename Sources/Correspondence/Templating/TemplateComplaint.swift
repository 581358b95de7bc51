public import Mentoring

/// A mistake in a template, with its place.
public struct TemplateComplaint: Error, Sendable, Hashable, CustomStringConvertible {
    public var language: Language
    public var name: TemplateName
    /// Counted from 1; nil where it is about the whole.
    public var line: Int?
    /// A sentence without the place.
    public var message: String

    public var description: String {
        "templates/\(language)/\(name).md\(line.map { ":\($0)" } ?? ""): \(message)"
    }
}

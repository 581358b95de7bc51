/// What reading gave.
public struct Loaded: Sendable {
    /// Nil where there is a mistake.
    public var configuration: Configuration?
    /// Mistakes and warnings in the order of their places.
    public var diagnostics: [Diagnostic]
}

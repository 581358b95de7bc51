public import Mentoring

/// A text that a rule sends.
public struct Sending: Sendable, Hashable {
    public let template: TemplateName
    public let audience: [Audience]
    /// Where the recipients stand, as an error that has no words yet.
    public let place: Diagnostic
}

/// The name of a text that Jalon can send, such as `day-before`.
public struct TemplateName: Key {
    public let rawValue: String
    public init(_ rawValue: String) { self.rawValue = rawValue }

    // Written for a change of the plan, never by a rule.
    public static let invitation = TemplateName("invitation")
    public static let update = TemplateName("update")
    public static let cancellation = TemplateName("cancellation")

    // Written by rules.
    public static let welcome = TemplateName("welcome")
    public static let prepare = TemplateName("prepare")
    public static let dayBefore = TemplateName("day-before")
    public static let prepareReview = TemplateName("prepare-review")
    public static let closing = TemplateName("closing")
}

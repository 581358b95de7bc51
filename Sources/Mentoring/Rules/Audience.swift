/// Those to whom a rule sends: `to: [mentor, mentee]`.
public enum Audience: String, Sendable, Hashable, CaseIterable {
    case mentor, mentee, mediator, referent, coordinator
    /// Mentors, mentees and the referent: those on the invitation.
    case everyone
    /// Those on the invitation who have not answered; nobody where answers are not followed.
    case unanswered
    /// The one who has joined, left, answered, or asked for the mediator.
    case person
}

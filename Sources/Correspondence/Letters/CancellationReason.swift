/// Why somebody is told that a meeting is off, or goes on without them.
public enum CancellationReason: String, Sendable, Hashable, CaseIterable, Codable {
    /// The date has no place in the plan any longer.
    case planChanged
    /// The relationship ends before it, or is no longer in the programme.
    case relationshipEnded
    /// The relationship rests.
    case relationshipPaused
    /// A person has called it off.
    case calledOff
    /// The meeting goes on, and this person takes no part in it.
    case participantLeft
    /// The meeting goes on, and is announced to another address of the same person.
    case addressChanged

    /// The meeting takes place for others, or under another address.
    var leavesMeeting: Bool { self == .participantLeft || self == .addressChanged }
}

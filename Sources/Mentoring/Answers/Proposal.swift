public import CivilTime

/// Another time that a participant would rather have (RFC 5546 section 3.2.7).
public struct Proposal: Sendable, Hashable, Codable {
    /// When the meeting would start; how long it lasts is the programme's to say.
    public var starts: Instant
    /// The SEQUENCE of the invitation that it answers (RFC 5545 section 3.8.7.4).
    public var sequence: Int
    /// When it was made.
    public var stamp: Instant

    public init(starts: Instant, sequence: Int, stamp: Instant) {
        self.starts = starts
        self.sequence = sequence
        self.stamp = stamp
    }
}

public import CivilTime
public import MailMessage
public import Mentoring

/// A mail in the outbox, and how far it has come; its bytes are kept apart (`Ledger.body`).
///
/// `apply` is the whole of what can happen to it; who stores the result does so on the condition that the fence is
/// still the one that was read, so that of two who act on one entry the later loses. docs/outbox.md has the picture.
public struct OutboxEntry: Sendable, Hashable, Identifiable {
    public enum State: String, Sendable, Hashable, CaseIterable {
        /// Owed. Left by a claim, or by being withdrawn or too late.
        case scheduled
        /// Somebody is sending it until the lease is over. Left by the marker, by an error, or by the lease.
        case claimed
        /// The body has been handed over and the server may have it. Left by its answer, or into doubt without one.
        case committing
        /// The server asked to come again. Left as `scheduled` is.
        case deferred
        /// The server may have it or not: the same bytes go again, twice at most. Left as `scheduled` is.
        case unknown
        /// The server has it. Left only by a report that it could not be delivered.
        case sent
        /// A server has reported that it could not be delivered. Final.
        case bounced
        /// The server will not have it. Final, and told to the coordinator.
        case failed
        /// Three times in doubt. Final until somebody decides.
        case needsAttention = "needs attention"
        /// A newer mail says what it said. Final.
        case superseded
        /// What it was about was cancelled before it left. Final.
        case cancelled
        /// It was of use until a moment that has passed. Final.
        case expired

        /// Not final.
        public var isOpen: Bool {
            switch self {
            case .scheduled, .claimed, .committing, .deferred, .unknown: true
            default: false
            }
        }
    }

    public let id: Int64
    public let key: String
    public let meeting: Meeting.ID?
    /// Empty where it speaks of none.
    public let relationship: Relationship.ID
    public let recipient: Person.ID
    public let template: TemplateName
    public let envelope: Envelope
    public let messageID: MessageID
    public let subject: String
    public let composed: Instant
    public var notBefore: Instant
    public let usefulUntil: Instant?
    public var state: State
    /// How often the server has asked to come again.
    public var attempts: Int
    /// When the mail was first not taken, for a reason that may pass.
    public var since: Instant?
    /// How often it has been left in doubt.
    public var doubts: Int
    /// Rises with every claim and when a claimed mail is withdrawn; whoever holds an older one may no longer change the
    /// entry.
    public var fence: Int
    public var leaseUntil: Instant?
    /// It is no longer wanted, and yet the server may be taking it at this moment: it is not to go again.
    public var withdrawn: Changes.Withdrawal.Reason?
    /// When it came to its end; nil while it is open.
    public let settled: Instant?
    /// The server's own words, or the route's error.
    public var words: String?
    /// It goes out in answer to a mail that came in: what is owed without one goes first.
    public let isAnswer: Bool
    /// Nobody but its recipient is to learn of it.
    public let isConfidential: Bool
}

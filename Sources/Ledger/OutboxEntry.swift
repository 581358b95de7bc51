public import CivilTime
public import MailMessage
public import Mentoring

/// A mail in the outbox, and how far it has come.
///
/// `apply` is the whole of what can happen to it; who stores the result does so on the condition that the fence is
/// still the one that was read, so that of two who act on one entry the later loses.
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
        /// The server has it. Final.
        case sent
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

        /// The server has it, or may have it: what follows must treat it as delivered.
        public var mayHaveArrived: Bool {
            self == .sent || self == .committing || self == .unknown || self == .needsAttention
        }
    }

    /// What can happen to an entry.
    public enum Event: Sendable, Hashable {
        case claimed(leaseUntil: Instant)
        /// The last byte has been handed over; the server has not been told that it was the last.
        case bodyHandedOver
        case accepted(words: String)
        /// The server asked to come again (4xx).
        case askedToWait(words: String)
        /// The server refused for good (5xx).
        case refused(words: String)
        /// The connection was lost when the server may have had the mail already.
        case doubtful(words: String)
        /// The way to the server is at fault, not the mail.
        case routeFailed(words: String)
        /// Whoever had claimed it is gone.
        case leaseOver
    }

    public let id: Int64
    public let key: String
    public let meeting: Meeting.ID?
    public let recipient: Person.ID
    public let template: TemplateName
    public let envelope: Envelope
    public let messageID: MessageID
    public let subject: String
    public let bytes: [UInt8]
    public let composed: Instant
    public var notBefore: Instant
    public let usefulUntil: Instant?
    public var state: State
    /// How often the server has asked to come again.
    public var attempts: Int
    /// How often it has been left in doubt.
    public var doubts: Int
    /// Rises with every claim; whoever holds an older one may no longer change the entry.
    public var fence: Int
    public var leaseUntil: Instant?
    /// The server's own words, or the route's error.
    public var words: String?

    /// Changes the state as the event demands; an event that does not fit the state changes nothing.
    public mutating func apply(_ event: Event, at now: Instant) {
        switch (state, event) {
        case (.scheduled, .claimed(let until)), (.deferred, .claimed(let until)), (.unknown, .claimed(let until)):
            state = .claimed
            fence += 1
            leaseUntil = until
        case (.claimed, .bodyHandedOver):
            state = .committing
        case (.claimed, .accepted(let words)), (.committing, .accepted(let words)):
            settle(as: .sent, words)
        case (.claimed, .askedToWait(let words)), (.committing, .askedToWait(let words)):
            wait(words, at: now)
        case (.claimed, .refused(let words)), (.committing, .refused(let words)):
            settle(as: .failed, words)
        case (.claimed, .routeFailed(let words)), (.claimed, .doubtful(let words)):
            // The marker was never set, so the server cannot have it: no attempt is counted.
            settle(as: doubts > 0 ? .unknown : .scheduled, words)
        case (.claimed, .leaseOver):
            settle(as: doubts > 0 ? .unknown : .scheduled, nil)
        case (.committing, .doubtful(let words)), (.committing, .routeFailed(let words)):
            doubt(words, at: now)
        case (.committing, .leaseOver):
            doubt("the answer to the mail was not seen", at: now)
        default:
            break
        }
    }

    private mutating func settle(as state: State, _ words: String?) {
        self.state = state
        self.words = words ?? self.words
        leaseUntil = nil
    }

    private mutating func wait(_ words: String, at now: Instant) {
        settle(as: .deferred, words)
        notBefore = now.adding(seconds: RetrySchedule.delay(afterAttempt: attempts, of: id))
        attempts += 1
        let giveUp = min(composed.adding(seconds: RetrySchedule.longest), usefulUntil ?? .distantFuture)
        if notBefore > giveUp { settle(as: .failed, words) }
    }

    private mutating func doubt(_ words: String, at now: Instant) {
        doubts += 1
        settle(as: doubts > RetrySchedule.doubts ? .needsAttention : .unknown, words)
        notBefore = now.adding(seconds: RetrySchedule.afterDoubt)
    }
}

extension Instant {
    /// Later than anything that Jalon dates.
    static let distantFuture = Instant(secondsSinceEpoch: 253_402_300_799)
}

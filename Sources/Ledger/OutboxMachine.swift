public import CivilTime

/// The outbox as a state machine: a value, an event, and what is to be done. No clock and no disk.
extension OutboxEntry {
    /// What can happen to an entry.
    public enum Event: Sendable, Hashable {
        case claimed(leaseUntil: Instant)
        /// The last byte has been handed over; the server has not been told that it was the last.
        case bodyHandedOver
        case accepted(words: String)
        /// The server asked to come again (4yz).
        case askedToWait(words: String)
        /// The server refused for good (5yz).
        case refused(words: String)
        /// The server refused for good, and refuses everybody: it, or the way to it, is at fault and not the mail.
        case refusedLikeAll(words: String)
        /// The connection was lost when the server may have had the mail already.
        case doubtful(words: String)
        /// The way to the server is at fault, not the mail.
        case routeFailed(words: String)
        /// Whoever had claimed it is gone.
        case leaseOver
        /// A newer mail says more, or nothing is to be said.
        case withdrawn(Changes.Withdrawal.Reason)
        /// Somebody looked whether it is still of use.
        case lookedAt
        /// An admin wants it to go, or to be given up.
        case retried, dropped
        /// A report of delivery says that it did not arrive (RFC 3464).
        case cameBack(words: String)
    }

    /// What whoever has applied an event is to do.
    public enum Action: Sendable, Hashable {
        /// The event does not fit the state: nothing has changed, and the sender of the event must stop.
        case refuse
        /// Hand the body over.
        case send
        /// Tell the server that the mail has ended.
        case finish
        /// Look at it again at that time.
        case wait(until: Instant)
        /// Nothing more.
        case rest
        /// Nothing more, and a person must hear of it.
        case report
    }

    /// Changes the state as the event demands.
    ///
    /// An answer counts as long as the fence is the claim's, even when the lease has ended meanwhile: what the server
    /// has said is true whenever it is heard.
    public mutating func apply(_ event: Event, at now: Instant) -> Action {
        switch (state, event) {
        case (.scheduled, .claimed(let until)), (.deferred, .claimed(let until)), (.unknown, .claimed(let until)):
            if isUseless(at: now) { return end(as: .expired, nil) }
            state = .claimed
            fence += 1
            leaseUntil = until
            return .send
        case (.claimed, .bodyHandedOver):
            guard let leaseUntil, now < leaseUntil else { return .refuse }
            if isUseless(at: now) {
                // With the fence that the claim does not know, so that the mail is not ended.
                fence += 1
                return end(as: .expired, nil)
            }
            state = .committing
            return .finish
        case (.claimed, .accepted(let words)), (.committing, .accepted(let words)), (.unknown, .accepted(let words)):
            return end(as: .sent, words)
        case (.claimed, .askedToWait(let words)), (.committing, .askedToWait(let words)),
            (.unknown, .askedToWait(let words)):
            return wait(words, at: now)
        case (.claimed, .refused(let words)), (.committing, .refused(let words)), (.unknown, .refused(let words)):
            return end(as: .failed, words)
        case (.claimed, .refusedLikeAll(let words)), (.committing, .refusedLikeAll(let words)),
            (.unknown, .refusedLikeAll(let words)), (.failed, .refusedLikeAll(let words)):
            return putBack(words, at: now)
        case (.claimed, .routeFailed(let words)), (.claimed, .doubtful(let words)):
            // The marker was never set, so the server cannot have it: no attempt is counted.
            return giveBack(words)
        case (.claimed, .leaseOver): return giveBack(nil)
        case (.committing, .doubtful(let words)), (.committing, .routeFailed(let words)):
            return doubt(words, at: now)
        case (.committing, .leaseOver): return doubt("the answer to the mail was not seen", at: now)
        case (.scheduled, .withdrawn(let reason)), (.deferred, .withdrawn(let reason)),
            (.unknown, .withdrawn(let reason)), (.claimed, .withdrawn(let reason)):
            // Whoever sends it at this moment is stopped at the marker.
            fence += 1
            return end(as: reason.state, nil)
        case (.committing, .withdrawn(let reason)):
            withdrawn = reason
            return .wait(until: leaseUntil ?? now)
        case (.scheduled, .lookedAt), (.deferred, .lookedAt), (.unknown, .lookedAt):
            return isUseless(at: now) ? end(as: .expired, nil) : .wait(until: notBefore)
        case (.scheduled, .retried), (.deferred, .retried), (.unknown, .retried), (.failed, .retried),
            (.needsAttention, .retried):
            return retry(at: now)
        case (.scheduled, .dropped), (.deferred, .dropped), (.unknown, .dropped), (.failed, .dropped),
            (.needsAttention, .dropped):
            return end(as: .cancelled, words)
        case (.sent, .cameBack(let words)): return end(as: .bounced, words)
        default: return .refuse
        }
    }

    private func isUseless(at now: Instant) -> Bool { usefulUntil.map { $0 <= now } ?? false }

    /// What is withdrawn does not come back from a server that has not taken it.
    private mutating func comeBack(as state: State, _ words: String?, at moment: Instant) -> Action {
        if let withdrawn { return end(as: withdrawn.state, words) }
        leave(to: state, words)
        notBefore = moment
        return .wait(until: moment)
    }

    private mutating func leave(to state: State, _ words: String?) {
        self.state = state
        self.words = words ?? self.words
        leaseUntil = nil
    }

    private mutating func end(as state: State, _ words: String?) -> Action {
        leave(to: state, words)
        return [.failed, .needsAttention, .bounced].contains(state) ? .report : .rest
    }

    private mutating func giveBack(_ words: String?) -> Action {
        leave(to: doubts > 0 ? .unknown : .scheduled, words)
        return .wait(until: notBefore)
    }

    private mutating func wait(_ words: String, at now: Instant) -> Action {
        let end = noteTrouble(at: now)
        let next = RetrySchedule.next(afterAttempt: attempts, of: id, at: now, before: end)
        attempts += 1
        guard next != nil || withdrawn != nil else { return self.end(as: .failed, words) }
        return comeBack(as: .deferred, words, at: next ?? now)
    }

    /// Owed again, behind those that have not been tried.
    private mutating func putBack(_ words: String, at now: Instant) -> Action {
        let end = noteTrouble(at: now)
        if now >= end, withdrawn == nil { return self.end(as: .failed, words) }
        return comeBack(as: doubts > 0 ? .unknown : .scheduled, words, at: now)
    }

    /// - Returns: until when it is tried.
    private mutating func noteTrouble(at now: Instant) -> Instant {
        let since = self.since ?? now
        self.since = since
        return usefulUntil ?? since.adding(seconds: RetrySchedule.longest)
    }

    private mutating func doubt(_ words: String, at now: Instant) -> Action {
        doubts += 1
        if doubts > RetrySchedule.doubts, withdrawn == nil { return end(as: .needsAttention, words) }
        return comeBack(as: .unknown, words, at: now.adding(seconds: RetrySchedule.afterDoubt))
    }

    /// By an admin's word it is tried as if it were new, with the same bytes.
    private mutating func retry(at now: Instant) -> Action {
        if isUseless(at: now) { return .refuse }
        leave(to: doubts > 0 ? .unknown : .scheduled, words)
        (attempts, since) = (0, nil)
        notBefore = now
        return .wait(until: now)
    }
}

extension Changes.Withdrawal.Reason {
    fileprivate var state: OutboxEntry.State { self == .cancelled ? .cancelled : .superseded }
}

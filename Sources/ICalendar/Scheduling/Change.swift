public import CivilTime

/// What becomes of a meeting in the participants' calendars: the new state of it, and the messages that get them there.
public struct Change: Hashable, Sendable {
    /// The meeting's SEQUENCE from now on, also when it is cancelled: a meeting that comes back must go on from it.
    public let sequence: Int
    /// What is announced from now on; nil once the meeting is cancelled.
    public let event: Event?
    /// In the order in which they should leave: cancellations, invitations, updates; empty when nothing is to be said.
    public let messages: [SchedulingMessage]

    public init(sequence: Int, event: Event?, messages: [SchedulingMessage]) {
        self.sequence = sequence
        self.event = event
        self.messages = messages
    }
}

/// Compares what was announced with what is true now, and returns what to tell whom; RFC 5546 section 3.2.
///
/// | announced | now | messages |
/// | --- | --- | --- |
/// | nothing | a meeting | REQUEST to all |
/// | a meeting | the same | none |
/// | a meeting | another time, place, status or text | REQUEST to all |
/// | a meeting | more attendees | REQUEST to the new ones, REQUEST to the others |
/// | a meeting | fewer attendees | CANCEL to those who left, REQUEST to the others |
/// | a meeting | nothing, or one that is cancelled | CANCEL to all |
///
/// SEQUENCE rises by one when time, place or status changes, or when anybody is cancelled. A new time asks everybody
/// again; any other change keeps the answers. What is announced keeps its UID, its organizer and its CREATED.
///
/// - Parameters:
///   - announced: what participants have been told; nil when they have been told nothing, or last a cancellation.
///   - now: the meeting as it should be. Its `stamp` and `lastModified` are not looked at, nor are `sequence` and
///     `created` unless it is new; a meeting that was cancelled and comes back needs a `sequence` above the last. An
///     answer counts whether it stands here or in `announced`.
///   - instant: the moment of composing.
///   - comment: the reason that a CANCEL gives; without it, `now`'s own comment.
///   - announcedStart: the instant that the announced start meant when it was announced, where that is on record: a
///     newer tzdata can give the same wall time another one, which is a change of time.
public func changes(
    from announced: Event?, to now: Event?, at instant: Instant, comment: String? = nil,
    announcedStart: Instant? = nil
) -> Change {
    let old = announced.flatMap { $0.status == .cancelled || $0.attendees.isEmpty ? nil : $0 }
    let new = now.flatMap { $0.status == .cancelled || $0.attendees.isEmpty ? nil : $0 }
    switch (old, new) {
    case (nil, nil):
        return Change(sequence: max(announced?.sequence ?? 0, now?.sequence ?? 0), event: nil, messages: [])
    case (nil, let new?):
        return announcing(new, after: announced, at: instant)
    case (let old?, nil):
        return cancelling(old, at: instant, comment: comment ?? now?.comment)
    case (let old?, let new?):
        let difference = Difference(from: old, to: new, announcedStart: announcedStart)
        return updating(old, to: new, difference, at: instant, comment: comment)
    }
}

private func announcing(_ new: Event, after cancelled: Event?, at instant: Instant) -> Change {
    var event = new
    event.stamp = instant
    event.lastModified = instant
    for index in event.attendees.indices {
        event.attendees[index].participation = .needsAction
    }
    if let cancelled {
        event.sequence = max(new.sequence, cancelled.sequence + 1)
    }
    let message = SchedulingMessage(method: .request, event: event, reason: .invited)
    return Change(sequence: event.sequence, event: event, messages: [message])
}

private func cancelling(_ old: Event, at instant: Instant, comment: String?) -> Change {
    var event = old
    event.sequence += 1
    event.stamp = instant
    event.lastModified = instant
    event.status = .cancelled
    event.comment = comment
    let message = SchedulingMessage(method: .cancel, event: event, reason: .cancelled)
    return Change(sequence: event.sequence, event: nil, messages: [message])
}

private func updating(
    _ old: Event, to new: Event, _ difference: Difference, at instant: Instant, comment: String?
) -> Change {
    var event = new
    event.uid = old.uid
    event.organizer = old.organizer
    event.created = old.created
    event.sequence = old.sequence + (difference.raisesSequence ? 1 : 0)
    event.attendees = difference.attendees
    guard difference.isTold else {
        event.stamp = old.stamp
        event.lastModified = old.lastModified
        return Change(sequence: event.sequence, event: event, messages: [])
    }
    event.stamp = instant
    event.lastModified = instant

    var messages: [SchedulingMessage] = []
    if !difference.left.isEmpty {
        var farewell = old
        farewell.attendees = difference.left
        farewell.sequence = event.sequence
        farewell.stamp = instant
        farewell.lastModified = instant
        farewell.comment = comment
        messages.append(SchedulingMessage(method: .cancel, event: farewell, reason: .removed))
    }
    if !difference.joined.isEmpty {
        messages.append(
            SchedulingMessage(method: .request, event: event, recipients: difference.joined, reason: .invited))
    }
    if !difference.stayed.isEmpty {
        messages.append(
            SchedulingMessage(
                method: .request, event: event, recipients: difference.stayed,
                reason: difference.hasMoved ? .timeChanged : .updated))
    }
    return Change(sequence: event.sequence, event: event, messages: messages)
}

public import CivilTime

extension SchedulingMessage {
    /// The word to an attendee that a counter-proposal of theirs is not taken; RFC 5546 section 3.2.8.
    ///
    /// The meeting stays as it was announced, to everybody. The RFC's table has no ATTENDEE here, nor any time: the
    /// message names the meeting, and gives the reason in a COMMENT.
    ///
    ///     METHOD:DECLINECOUNTER
    ///
    /// - Parameters:
    ///   - proposer: the address of the attendee who sent the COUNTER.
    ///   - announced: the meeting as it stands.
    ///   - instant: the moment of composing.
    ///   - comment: the reason, such as dates that would do instead.
    public static func declining(
        counterOf proposer: String, to announced: Event, at instant: Instant, comment: String? = nil
    ) -> SchedulingMessage {
        var event = announced
        event.stamp = instant
        event.comment = comment
        return SchedulingMessage(
            method: .declineCounter, event: event, recipients: [proposer], reason: .counterDeclined)
    }
}

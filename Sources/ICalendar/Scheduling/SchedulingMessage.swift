import CivilTime

/// One iTIP message about one meeting, sent to each recipient in a copy of their own; RFC 5546 section 3.2.
public struct SchedulingMessage: Hashable, Sendable {
    /// PRODID of every calendar that is written.
    static let productIdentifier = CalendarObject.productIdentifier

    public var method: Method
    /// The meeting as the message tells it; in a CANCEL to somebody, with only those attendees who are cancelled.
    public var event: Event
    /// Addresses, each once.
    public var recipients: [String]
    /// Why it is sent, which is what its words are about.
    public var reason: Reason

    /// - Parameter recipients: addresses; every attendee when left out.
    public init(method: Method, event: Event, recipients: [String]? = nil, reason: Reason) {
        self.method = method
        self.event = event
        var seen: Set<String> = []
        self.recipients = (recipients ?? event.attendees.map(\.address)).filter {
            seen.insert(CalendarAddress.key($0)).inserted
        }
        self.reason = reason
    }

    public enum Reason: String, Hashable, Sendable, CaseIterable {
        /// The recipient is invited for the first time.
        case invited
        /// Place, status, text or attendees are others, or nothing is after all, where a counter-proposal is declined;
        /// answers stand.
        case updated
        /// The meeting is at another time; everybody is asked again.
        case timeChanged
        /// The recipient is no longer invited to a meeting that goes on.
        case removed
        /// The meeting is off.
        case cancelled
        /// The recipient's counter-proposal is not taken; the meeting stands.
        case counterDeclined
    }
}

// MARK: - Wire form

extension SchedulingMessage {
    /// The VCALENDAR for one recipient, whose ATTENDEE comes first; in a removal it is the only one.
    ///
    ///     BEGIN:VCALENDAR
    ///     VERSION:2.0
    ///     PRODID:-//Jalon//Jalon 0.1//EN
    ///     CALSCALE:GREGORIAN
    ///     METHOD:REQUEST
    public func serialized(for recipient: String) -> [UInt8] {
        var definitions = ZoneDefinitions()
        return serialized(for: recipient, reusing: &definitions)
    }

    /// The same bytes, for whoever writes many: the zones' definitions are made once.
    ///
    /// - Parameter withAlarms: whether a REQUEST has the event's alarms, as RFC 5546 section 3.2.2 allows. Jalon sends
    ///   none, and its linter complains of them: clients drop them, or reset the person's own.
    public func serialized(
        for recipient: String, reusing definitions: inout ZoneDefinitions, withAlarms: Bool = false
    ) -> [UInt8] {
        let form = form(withAlarms: withAlarms)
        let definition = form.hasTimes ? definitions.definition(for: event) : nil
        var writer = ContentWriter()
        CalendarObject.begin(&writer)
        writer.line("METHOD", keyword: method.rawValue)
        if let definition {
            writer.lines(definition.lines)
        }
        event.write(
            to: &writer, form, times: CalendarTimes(zone: event.zone, definition: definition),
            attendees: attendees(for: recipient), first: recipient)
        CalendarObject.end(&writer)
        return writer.bytes
    }

    private func attendees(for recipient: String) -> [Attendee] {
        guard reason == .removed else { return event.attendees }
        return event.attendees.filter { CalendarAddress.same($0.address, recipient) }
    }

    private func form(withAlarms: Bool) -> EventForm {
        switch (method, reason) {
        case (.cancel, .removed): .removal
        case (.cancel, _): .cancellation
        case (.declineCounter, _): .refusal
        default: withAlarms ? .requestWithAlarms : .request
        }
    }
}

import CivilTime

/// One iTIP message about one meeting, sent to each recipient in a copy of their own; RFC 5546 section 3.2.
public struct SchedulingMessage: Hashable, Sendable {
    /// PRODID of every calendar that is written.
    public static let productIdentifier = CalendarObject.productIdentifier

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
        /// Place, status, text or attendees are others; answers stand.
        case updated
        /// The meeting is at another time; everybody is asked again.
        case timeChanged
        /// The recipient is no longer invited to a meeting that goes on.
        case removed
        /// The meeting is off.
        case cancelled
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
        var event = event
        if reason == .removed {
            let key = CalendarAddress.key(recipient)
            event.attendees = event.attendees.filter { $0.key == key }
        }
        let times = CalendarTimes(of: event)
        let calendar = CalendarObject.component(
            [Property("METHOD", value: method.rawValue)],
            zones: times.component.map { [$0] } ?? [],
            events: [event.component(form, times: times, first: recipient)])
        return calendar.serialized()
    }

    private var form: EventForm {
        switch (method, reason) {
        case (.cancel, .removed): .removal
        case (.cancel, _): .cancellation
        default: .request
        }
    }
}

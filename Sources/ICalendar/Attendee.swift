/// Somebody who is invited; RFC 5545 section 3.8.4.1.
///
///     ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE;CN=Claire:mailto:c@exemple.fr
public struct Attendee: Hashable, Sendable {
    /// An addr-spec, which is who the attendee is: another address is another attendee.
    public var address: String
    /// The name that people see; empty for none.
    public var name: String
    public var role: AttendeeRole
    /// The last answer that is known.
    public var participation: ParticipationStatus
    /// Whether an answer is asked for.
    public var rsvp: Bool
    public var userType: CalendarUserType

    public init(
        address: String, name: String, role: AttendeeRole = .required,
        participation: ParticipationStatus = .needsAction, rsvp: Bool = true, userType: CalendarUserType = .individual
    ) {
        self.address = address
        self.name = name
        self.role = role
        self.participation = participation
        self.rsvp = rsvp
        self.userType = userType
    }
}

/// How much an attendee is needed: the ROLE parameter; RFC 5545 section 3.2.16.
public enum AttendeeRole: String, Hashable, Sendable, CaseIterable {
    case required = "REQ-PARTICIPANT"
    case optional = "OPT-PARTICIPANT"
    /// Is told, and not expected.
    case nonParticipant = "NON-PARTICIPANT"
    case chair = "CHAIR"
}

/// What an attendee has answered: the PARTSTAT parameter; RFC 5545 section 3.2.12.
public enum ParticipationStatus: String, Hashable, Sendable, CaseIterable {
    /// No answer yet.
    case needsAction = "NEEDS-ACTION"
    case accepted = "ACCEPTED"
    case declined = "DECLINED"
    case tentative = "TENTATIVE"
    case delegated = "DELEGATED"
}

/// What kind of thing an attendee is: the CUTYPE parameter; RFC 5545 section 3.2.3.
public enum CalendarUserType: String, Hashable, Sendable, CaseIterable {
    case individual = "INDIVIDUAL"
    case group = "GROUP"
    case resource = "RESOURCE"
    case room = "ROOM"
    case unknown = "UNKNOWN"
}

// MARK: - Wire form

extension Attendee {
    /// Two attendees with one key are one attendee.
    var key: String { CalendarAddress.key(address) }

    /// The line; without PARTSTAT and RSVP when no answer is asked for, as in a CANCEL.
    func write(to writer: inout ContentWriter, asking: Bool) {
        writer.name("ATTENDEE")
        writer.parameter("CUTYPE", is: userType.rawValue)
        writer.parameter("ROLE", is: role.rawValue)
        if asking {
            writer.parameter("PARTSTAT", is: participation.rawValue)
            writer.parameter("RSVP", is: rsvp ? "TRUE" : "FALSE")
        }
        if !name.isEmpty {
            writer.parameter("CN", name)
        }
        writer.value(address: address)
    }
}

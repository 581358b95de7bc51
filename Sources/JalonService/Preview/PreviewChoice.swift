import CivilTime
import Ledger
import Mentoring

/// Whom a preview is for and what it is about: what the request says, and the nearest that fits for the rest.
struct PreviewChoice {
    let template: TemplateName
    let person: Person
    let role: Role
    /// Nil for what is about the programme.
    let relationship: Relationship?
    let meeting: Meeting?

    var isCalendarMail: Bool {
        [.invitation, .update, .cancellation, .declinedNewDate].contains(template)
    }

    init(_ request: Preview.Request, programme: Programme, forecast: Forecast, now: Instant) throws {
        template = request.template
        if let id = request.person, programme.people[id] == nil { throw PreviewError.noPerson(id.rawValue) }
        if [.coordinatorDigest, .heldBack].contains(template) {
            guard let id = request.person ?? programme.coordinator, let person = programme.people[id] else {
                throw PreviewError.noCoordinator
            }
            (self.person, role, relationship, meeting) = (person, .coordinator, nil, nil)
            return
        }
        let asked = try request.meeting.map { id in
            guard let meeting = try forecast.ledger.meeting(id) else { throw PreviewError.noMeeting(id.rawValue) }
            return meeting
        }
        let relationship = try Self.relationship(request, asked, programme)
        self.relationship = relationship
        (person, role) = try Self.reader(request, relationship, programme)
        meeting = try asked ?? Self.meeting(for: template, of: relationship, forecast, after: now)
    }

    private static func relationship(
        _ request: Preview.Request, _ meeting: Meeting?, _ programme: Programme
    ) throws -> Relationship {
        if let id = meeting?.relationship ?? request.relationship {
            guard let found = programme.relationships[id] else { throw PreviewError.noRelationship(id.rawValue) }
            return found
        }
        let all = programme.relationships.values.sorted { $0.id < $1.id }
        let own = all.first { relationship in
            guard let person = request.person else { return true }
            return relationship.role(of: person) != nil || programme.coordinator == person
        }
        guard let own = own ?? all.first else { throw PreviewError.noRelationship("") }
        return own
    }

    private static func reader(
        _ request: Preview.Request, _ relationship: Relationship, _ programme: Programme
    ) throws -> (Person, Role) {
        if let id = request.person, let person = programme.people[id] {
            if let role = relationship.role(of: id) { return (person, role) }
            guard programme.coordinator == id else { throw PreviewError.noRole(id, relationship.id) }
            return (person, .coordinator)
        }
        let role = usualRole(of: request.template, programme)
        let id: Person.ID? =
            switch role {
            case .mentor: relationship.mentors.first
            case .mentee: relationship.mentees.first
            case .mediator: relationship.mediator
            case .referent: relationship.referent
            case .coordinator: programme.coordinator
            }
        guard let person = id.flatMap({ programme.people[$0] }) else {
            throw role == .coordinator ? PreviewError.noCoordinator : PreviewError.nobody(role, relationship.id)
        }
        return (person, role)
    }

    /// The role to which the first rule that sends the text sends it.
    private static func usualRole(of template: TemplateName, _ programme: Programme) -> Role {
        switch template {
        case .mediatorAsked: return .mediator
        case .silentRelationship: return .coordinator
        case .prepareFirstMentor: return .mentor
        default: break
        }
        let audience = programme.rules.flatMap(\.actions).first { $0.template == template }?.audience.first
        return audience.flatMap { Role(rawValue: $0.rawValue) } ?? .mentee
    }

    private static func meeting(
        for template: TemplateName, of relationship: Relationship, _ forecast: Forecast, after now: Instant
    ) throws -> Meeting? {
        let ahead = forecast.meetings.filter { $0.relationship == relationship.id && $0.starts > now }
        let wanted: Meeting? =
            switch template {
            case .prepareReview, .reviewSummaryRequest: ahead.first { $0.kind == .review }
            case .prepareFirstMentee, .prepareFirstMentor: ahead.first { $0.ordinal == 1 }
            default: ahead.first
            }
        if let meeting = wanted ?? ahead.first { return meeting }
        if TemplateName.aboutMeetings.contains(template) { throw PreviewError.noMeetingAhead(relationship.id) }
        return nil
    }
}

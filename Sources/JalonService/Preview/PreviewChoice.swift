import CivilTime
import Mentoring

/// Whom a preview is for and what it is about: what the request says, and the first that fits for the rest.
struct PreviewChoice {
    let person: Person
    let role: Role
    /// Nil for what is about the programme.
    let relationship: Relationship?
    let meeting: Meeting?

    /// - Parameters:
    ///   - asked: the meeting that the request names.
    ///   - ahead: those to choose from where it names none.
    init(
        _ request: Preview.Request, asked: Meeting?, ahead: [Meeting], readers: PreviewReaders, programme: Programme
    ) throws(PreviewError) {
        if let id = request.person, programme.people[id] == nil { throw .noPerson(id, in: programme) }
        let named = try Self.named(request, asked, in: programme)
        if Self.isAboutProgramme(request.template, in: programme) {
            guard let person = programme.coordinator.flatMap({ programme.people[$0] }) else { throw .noCoordinator }
            if let id = request.person, id != person.id { throw .notCoordinator(id) }
            (self.person, role, relationship, meeting) = (person, .coordinator, nil, nil)
            return
        }
        let candidates = named.map { [$0] } ?? programme.relationships.values.sorted { $0.id < $1.id }
        let parts = Self.parts(request.person, in: candidates, readers, programme)
        guard let part = parts.first else { throw Self.nobody(request, in: named, readers, programme) }
        if asked != nil || !Self.isAboutMeeting(request.template, in: programme) {
            (person, role, relationship, meeting) = (part.person, part.role, part.relationship, asked)
            return
        }
        let meetings = parts.lazy.flatMap { part in
            ahead.lazy.filter { $0.relationship == part.relationship.id }.map { (part, $0) }
        }
        guard let found = meetings.first(where: { $0.1.suits(request.template) }) ?? meetings.first else {
            throw .noMeetingAhead(named?.id)
        }
        (person, role, relationship, meeting) = (found.0.person, found.0.role, found.0.relationship, found.1)
    }

    private typealias Part = (relationship: Relationship, person: Person, role: Role)

    /// Who could read the text in which relationship: the usual role in each relationship first.
    private static func parts(
        _ person: Person.ID?, in candidates: [Relationship], _ readers: PreviewReaders, _ programme: Programme
    ) -> [Part] {
        if let person = person.flatMap({ programme.people[$0] }) {
            return candidates.compactMap { relationship in
                readers.role(of: person.id, in: relationship, of: programme).map { (relationship, person, $0) }
            }
        }
        return readers.roles.flatMap { role in
            candidates.compactMap { relationship in
                guard let audience = Audience(rawValue: role.rawValue),
                    let person = programme.people(in: [audience], of: relationship).first,
                    let own = readers.role(of: person.id, in: relationship, of: programme)
                else { return nil }
                return (relationship, person, own)
            }
        }
    }

    private static func named(
        _ request: Preview.Request, _ meeting: Meeting?, in programme: Programme
    ) throws(PreviewError) -> Relationship? {
        if let id = request.relationship {
            guard programme.relationships[id] != nil else { throw .noRelationship(id, in: programme) }
            if let meeting, meeting.relationship != id { throw .meetingOfAnother(meeting.id, id) }
        }
        guard let id = meeting?.relationship ?? request.relationship else { return nil }
        guard let relationship = programme.relationships[id] else { throw .noRelationship(id, in: programme) }
        return relationship
    }

    private static func nobody(
        _ request: Preview.Request, in named: Relationship?, _ readers: PreviewReaders, _ programme: Programme
    ) -> PreviewError {
        guard let person = request.person else { return .nobody(readers.roles.first ?? .mentee, named?.id) }
        let all = named.map { [$0] } ?? programme.relationships.values.sorted { $0.id < $1.id }
        for relationship in all {
            if let role = PreviewReaders.held(by: person, in: relationship, of: programme).first {
                return .notForRole(request.template, readers.roles, person, role, relationship.id)
            }
        }
        return .noRole(person, named?.id)
    }

    private static func isAboutProgramme(_ template: TemplateName, in programme: Programme) -> Bool {
        [.coordinatorDigest, .heldBack].contains(template)
            || programme.rules.contains { rule in
                guard case .every = rule.trigger else { return false }
                return rule.action.template == template
            }
    }

    /// A text of the admin's own is about what its rule is about.
    private static func isAboutMeeting(_ template: TemplateName, in programme: Programme) -> Bool {
        guard !TemplateName.builtIn.contains(template) else { return TemplateName.aboutMeetings.contains(template) }
        return programme.rules.contains { rule in
            rule.trigger.concernsMeetings && rule.actions.contains { $0.template == template }
        }
    }
}

extension Meeting {
    /// Whether it is of the kind that a text speaks of.
    fileprivate func suits(_ template: TemplateName) -> Bool {
        switch template {
        case .prepareReview, .reviewSummaryRequest: kind == .review
        case .prepareFirstMentee, .prepareFirstMentor: ordinal == 1 && kind != .review
        case .prepare: ordinal > 1 && kind != .review
        default: true
        }
    }
}

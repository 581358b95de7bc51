import Mentoring

/// The roles that a text is for.
struct PreviewReaders {
    /// The usual one first.
    let roles: [Role]

    init(of template: TemplateName, in programme: Programme) {
        let written = Self.written[template]
        let audience = programme.rules.flatMap(\.actions).filter { $0.template == template }.flatMap(\.audience)
        var seen: Set<Role> = []
        roles = ([written].compactMap(\.self) + audience.flatMap(Self.roles) + (written == nil ? Self.any : []))
            .filter { role in
                seen.insert(role).inserted && (!Self.goesByInvitation(template) || Self.invited.contains(role))
            }
    }

    /// What a person is in a relationship to whom the text could go; nil where there is nothing of it.
    ///
    /// The role is the one in which the wheel writes to them: a coordinator who mediates is a mediator there.
    func role(of person: Person.ID, in relationship: Relationship, of programme: Programme) -> Role? {
        let held = Self.held(by: person, in: relationship, of: programme)
        return held.contains(where: roles.contains) ? held.first : nil
    }

    /// Everything that a person is in a relationship, what the wheel goes by first.
    static func held(by person: Person.ID, in relationship: Relationship, of programme: Programme) -> [Role] {
        [relationship.role(of: person), programme.coordinator == person ? .coordinator : nil].compactMap(\.self)
    }

    static func goesByInvitation(_ template: TemplateName) -> Bool {
        [.invitation, .update, .cancellation, .declinedNewDate].contains(template)
    }

    /// Texts that speak to one role, unless a rule sends them to another.
    private static let written: [TemplateName: Role] = [
        .mediatorAsked: .mediator, .silentRelationship: .coordinator, .coordinatorNote: .coordinator,
        .prepareFirstMentee: .mentee,
        .prepareFirstMentor: .mentor,
    ]

    private static let invited: [Role] = [.mentee, .mentor, .referent]
    private static let any: [Role] = invited + [.mediator, .coordinator]

    private static func roles(_ audience: Audience) -> [Role] {
        switch audience {
        case .everyone, .unanswered: invited
        case .person: []
        case .mentor: [.mentor]
        case .mentee: [.mentee]
        case .mediator: [.mediator]
        case .referent: [.referent]
        case .coordinator: [.coordinator]
        }
    }
}

import Configuration
public import Mentoring

/// Why there is nothing to preview; each description is a sentence for the admin.
public enum PreviewError: Error, Hashable {
    case noTemplate(String, meant: String?)
    case noPerson(String, meant: String?)
    case noRelationship(String, meant: String?)
    case noMeeting(String)
    case noLanguage(TemplateName, Language, known: [Language])
    /// Nil for a person or a role that no relationship has.
    case noRole(Person.ID, Relationship.ID?)
    case nobody(Role, Relationship.ID?)
    case noMeetingAhead(Relationship.ID?)
    /// The roles that the text is for, and what the person is instead.
    case notForRole(TemplateName, [Role], Person.ID, Role, Relationship.ID)
    case meetingOfAnother(Meeting.ID, Relationship.ID)
    case noCoordinator
    case notCoordinator(Person.ID)
}

extension PreviewError {
    public static func noTemplate(_ name: String, among known: Set<TemplateName>) -> PreviewError {
        .noTemplate(name, meant: Suggestion.nearest(to: name, among: known.map(\.rawValue)))
    }

    public static func noPerson(_ id: Person.ID, in programme: Programme) -> PreviewError {
        .noPerson(
            id.rawValue, meant: Suggestion.nearest(to: id.rawValue, among: programme.people.keys.map(\.rawValue)))
    }

    public static func noRelationship(_ id: Relationship.ID, in programme: Programme) -> PreviewError {
        .noRelationship(
            id.rawValue,
            meant: Suggestion.nearest(to: id.rawValue, among: programme.relationships.keys.map(\.rawValue)))
    }
}

extension PreviewError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .noTemplate(let name, let meant):
            "there is no text '\(name)'"
                + (meant.map { "; did you mean '\($0)'?" } ?? "; `jalon explain templates` lists them")
        case .noPerson(let id, let meant): "there is no person '\(id)' in the configuration\(Self.hint(meant))"
        case .noRelationship(let id, let meant):
            "there is no relationship '\(id)' in the configuration\(Self.hint(meant))"
        case .noMeeting(let id): "there is no meeting \(id); `jalon plan` shows the ids"
        case .noLanguage(let name, let language, let known):
            "there is no text '\(name)' in '\(language)'; it is written in "
                + known.map(\.rawValue).joined(separator: ", ")
        case .noRole(let person, let id):
            "'\(person)' has no part in \(id?.rawValue ?? "any relationship") to which the text could go"
        case .nobody(let role, let id?): "\(id) has no \(role)"
        case .nobody(let role, nil): "no relationship has a \(role)"
        case .noMeetingAhead(let id?): "\(id) has no meeting ahead that the text could speak of"
        case .noMeetingAhead(nil): "there is no meeting ahead that the text could speak of"
        case .notForRole(let name, let roles, let person, let role, let id):
            "the text '\(name)' goes to \(roles.map(\.rawValue).joined(separator: ", ")); '\(person)' is \(role) in \(id)"
        case .meetingOfAnother(let meeting, let id): "\(meeting) is not a meeting of \(id)"
        case .noCoordinator: "the programme names no coordinator"
        case .notCoordinator(let person): "'\(person)' is not the coordinator, to whom alone the text goes"
        }
    }

    private static func hint(_ meant: String?) -> String { meant.map { "; did you mean '\($0)'?" } ?? "" }
}

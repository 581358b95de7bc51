public import Mentoring

/// Why there is nothing to preview; each description is a sentence for the admin.
public enum PreviewError: Error, Hashable {
    case noTemplate(String, meant: String?)
    case noPerson(String)
    case noRelationship(String)
    case noMeeting(String)
    case noMeetingAhead(Relationship.ID)
    case noRole(Person.ID, Relationship.ID)
    case nobody(Role, Relationship.ID)
    case noCoordinator
}

extension PreviewError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .noTemplate(let name, let meant):
            "there is no text '\(name)'"
                + (meant.map { "; did you mean '\($0)'?" } ?? "; `jalon explain templates` lists them")
        case .noPerson(let id): "there is no person '\(id)' in the configuration"
        case .noRelationship(let id): "there is no relationship '\(id)' in the configuration"
        case .noMeeting(let id): "there is no meeting \(id); `jalon plan` shows the ids"
        case .noMeetingAhead(let id): "\(id) has no meeting ahead that the text could speak of"
        case .noRole(let person, let id): "'\(person)' has no part in \(id) to which the text could go"
        case .nobody(let role, let id): "\(id) has no \(role.rawValue)"
        case .noCoordinator: "the programme names no coordinator"
        }
    }
}

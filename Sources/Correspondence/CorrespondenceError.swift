public import Mentoring

/// Why a mail or a calendar could not be composed.
public enum CorrespondenceError: Error, Hashable, CustomStringConvertible {
    /// A meeting was announced in a zone that the system does not know any longer.
    case unknownZone(String)
    /// No text of this name exists in any language.
    case noTemplate(TemplateName)
    /// The text speaks of a meeting, and there is none.
    case noMeeting(TemplateName)
    /// The text speaks of a relationship, and there is none.
    case noRelationship(TemplateName)

    public var description: String {
        switch self {
        case .unknownZone(let name):
            "The time zone '\(name)' of an announced meeting is not known here; install tzdata."
        case .noTemplate(let name):
            "There is no template '\(name)'; write templates/LANG/\(name).md, or correct the rule that names it."
        case .noMeeting(let name):
            "The template '\(name)' speaks of a meeting; only rules that follow a meeting can send it."
        case .noRelationship(let name):
            "The template '\(name)' speaks of a relationship; only rules that follow a relationship can send it."
        }
    }
}

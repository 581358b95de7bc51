import Mentoring

/// Who meets whom, as a letter or a calendar names them.
struct Cast: Equatable {
    struct Member: Equatable {
        var person: Person.ID
        var name: String

        var givenName: String { name.split(separator: " ").first.map(String.init) ?? name }
    }

    let mentors: [Member]
    let mentees: [Member]

    init(of announcement: Announcement) {
        func members(_ role: Role) -> [Member] {
            announcement.participants(as: role).map { Member(person: $0.person, name: CleanText.line($0.name)) }
        }
        mentors = members(.mentor)
        mentees = members(.mentee)
    }

    init(of relationship: Relationship, in programme: Programme) {
        func members(_ ids: [Person.ID]) -> [Member] {
            ids.compactMap { programme.people[$0] }.map { Member(person: $0.id, name: CleanText.line($0.name)) }
        }
        mentors = members(relationship.mentors)
        mentees = members(relationship.mentees)
    }

    /// Those whom somebody meets; everybody, for one who does not take part.
    func others(for person: Person.ID) -> [Member] {
        (mentors + mentees).filter { $0.person != person }
    }

    /// `Rencontre de mentorat · Thomas et Claire`.
    func title(_ kind: Series.Name, in words: any Wording) -> String {
        words.title(
            Series.Name(CleanText.line(kind.rawValue)), mentees: mentees.map(\.givenName),
            mentors: mentors.map(\.givenName))
    }

    /// `Thomas et Claire`.
    func pair(in words: any Wording) -> String {
        words.list((mentees + mentors).map(\.givenName))
    }
}

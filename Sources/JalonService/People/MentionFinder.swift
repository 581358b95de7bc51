import Correspondence
import MailMessage
import Mentoring

/// Finds whom a mail names beside its recipient, while what it was composed of is still at hand.
///
/// Who can be meant by a first name alone follows from the letter; full names and addresses of everybody are looked for in
/// its words, for an admin's text may name anybody.
struct MentionFinder {
    let programme: Programme
    let index: NameIndex

    func people(in letter: Letter, as mail: Mail) -> Set<Person.ID> {
        let sender = letter.meeting?.organizer ?? programme.mailbox
        let places = [letter.meeting?.place, letter.previous?.place].compactMap { $0?.text }
        let words = NameWords(
            ([mail.subject, mail.text, sender.name ?? "", sender.address.description] + places).joined(separator: "\n"))
        var people = index.people(in: words)
        for (person, names) in candidates(of: letter) where !people.contains(person) {
            if names.contains(where: { words.contains(NameWords($0)) }) { people.insert(person) }
        }
        // The event names everybody who is invited, whatever the text says.
        if letter.calendar != nil { people.formUnion(letter.meeting?.participants.map(\.person) ?? []) }
        people.remove(letter.recipient.person)
        return people
    }

    /// Whom the letter may speak of, and the words by which it would.
    private func candidates(of letter: Letter) -> [(Person.ID, [String])] {
        let told = [letter.meeting, letter.previous].flatMap { $0?.participants ?? [] }
        let invited = told.map { participant in
            (participant.person, Self.words(id: participant.person, name: participant.name))
        }
        var people = [programme.coordinator, letter.asker, letter.concerned].compactMap(\.self)
        if let relationship = letter.relationship { people += relationship.everybody }
        if let digest = letter.digest { people += self.people(in: digest) }
        return invited + Set(people).map { ($0, Self.words(id: $0, name: programme.people[$0]?.name ?? "")) }
    }

    private static func words(id: Person.ID, name: String) -> [String] {
        let given = name.split(separator: " ").first.map(String.init) ?? name
        return [given, name, id.rawValue]
    }

    private func people(in digest: Digest) -> [Person.ID] {
        let relationships =
            (digest.coming + digest.uninvited + digest.unanswered.map(\.meeting)).map(\.relationship)
            + digest.silent.map(\.relationship) + digest.gaps.map(\.relationship)
        return Set(relationships).compactMap { programme.relationships[$0] }.flatMap(\.everybody)
            + digest.unanswered.flatMap(\.people) + digest.undelivered.map(\.person)
    }
}

extension Relationship {
    /// All who have a part in it.
    fileprivate var everybody: [Person.ID] { parties + [mediator, referent].compactMap(\.self) }
}

import MailMessage

/// Finds in one pass whom of many a text names.
public struct NameIndex: Sendable {
    private struct Entry: Sendable {
        var words: [String]
        var person: Person.ID
    }

    private var byFirstWord: [String: [Entry]] = [:]

    /// - Parameter names: names and addresses of people. A name of a single word is left out: it may be a word as well.
    public init(_ names: some Sequence<(text: String, person: Person.ID)>) {
        for (text, person) in names {
            let words = NameWords(text).words
            guard words.count > 1 else { continue }
            byFirstWord[words[0], default: []].append(Entry(words: words, person: person))
        }
    }

    /// Adds a single word by which somebody is meant.
    public mutating func add(word: String, of person: Person.ID) {
        byFirstWord[word, default: []].append(Entry(words: [word], person: person))
    }

    /// Everybody of a programme, by name and addresses.
    public init(of programme: Programme) {
        self.init(
            programme.people.values.flatMap { person in
                [(person.name, person.id)] + ([person.address] + person.aliases).map { ($0.description, person.id) }
            })
    }

    public func people(in text: NameWords) -> Set<Person.ID> {
        var found: Set<Person.ID> = []
        for (index, word) in text.words.enumerated() {
            for entry in byFirstWord[word] ?? []
            where text.words[index...].prefix(entry.words.count).elementsEqual(entry.words) {
                found.insert(entry.person)
            }
        }
        return found
    }
}

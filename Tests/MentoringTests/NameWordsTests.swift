import Mentoring
import Testing

/// Whether a text names somebody.
@Suite struct NameWordsTests {
    @Test(arguments: [
        ("Rencontre avec Léa Martin, jeudi", "Léa Martin", true),
        ("LÉA   «Martin»", "Le\u{301}a Martin", true),
        ("released at leap", "lea", false),
        ("Léa Martinez", "Léa Martin", false),
        ("mailto:lea.martin@example.org?subject=x", "lea.martin@example.org", true),
        ("mentorat+lea.martin=example.org@example.com", "lea.martin@example.org", true),
        ("Seán \\\"Jack\\\" O’Brien", "Seán \"Jack\" O'Brien", true),
        ("Anne-Marie Fournel", "Anne Fournel", false), ("", "Léa", false), ("Léa", "", false),
        ("Мария Иванова", "мария иванова", true), ("a b a b c", "a b c", true),
    ])
    func `whole words count, however they are written`(_ text: String, _ name: String, _ isNamed: Bool) {
        #expect(NameWords(text).contains(NameWords(name)) == isNamed)
    }

    @Test func `many names are looked for at once, and a name of one word is no name`() {
        let index = NameIndex([
            (text: "Léa Martin", person: Person.ID("lea")), (text: "lea@example.org", person: Person.ID("lea")),
            (text: "Paris", person: Person.ID("paris")), (text: "Martin Paris", person: Person.ID("martin")),
        ])
        #expect(index.people(in: NameWords("Léa Martin, Paris")) == [Person.ID("lea"), Person.ID("martin")])
        #expect(index.people(in: NameWords("à Paris")) == [])
        #expect(index.people(in: NameWords("<LEA@example.org>")) == [Person.ID("lea")])
    }
}

/// The smallest programme that has everything: a pair, and a rule that invites it.
enum Pair {
    static let programme = """
        programme:
          name: Mentorat Exemple
          mailbox: Mentorat Exemple <mentorat@exemple.fr>
          timezone: Europe/Paris
          language: fr
        defaults:
          sessions: {every: 3-4 weeks, lasts: 1h30}
          hours: mon-fri 08:00-21:00
        include: [people.yaml, relationships.yaml, rules.yaml]

        """

    static let people = """
        people:
          claire: {name: Claire Durand, email: claire@exemple.fr}
          thomas: {name: Thomas Petit, email: thomas@exemple.fr}

        """

    static let relationships = """
        relationships:
          claire-thomas: {mentor: claire, mentee: thomas, start: 2026-12-01}

        """

    static let rules = """
        rules:
          invitation: {trigger: 6 weeks before session, send: {invitation: everyone}}

        """

    static let files = [
        "jalon.yaml": programme, "people.yaml": people, "relationships.yaml": relationships, "rules.yaml": rules,
    ]

    /// The files with some of them replaced.
    static func files(_ changes: [String: String]) -> [String: String] {
        files.merging(changes) { $1 }
    }
}

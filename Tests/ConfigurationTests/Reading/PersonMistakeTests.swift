import Testing

@Suite struct PersonMistakeTests {
    private static func person(_ line: String) -> String {
        """
        people:
          thomas: {name: Thomas Petit, email: thomas@exemple.fr}
          claire:
            name: Claire Durand
            email: claire@exemple.fr
            \(line)
        """
    }

    @Test(arguments: [
        Mistake("people.yaml", person("nmae: C"), "people.yaml:6:5: error: unknown key 'nmae'; did you mean 'name'?"),
        Mistake(
            "people.yaml", person("available: [thu 21:00-18:00]"),
            "people.yaml:6:17: error: 'thu 21:00-18:00' ends "
                + "before it begins; hours past midnight are a second window of the next day"),
        Mistake(
            "people.yaml", person("available: []"),
            "people.yaml:6:5: error: 'claire' can never meet: `available:` is empty"),
        Mistake(
            "people.yaml", person("away: [2027-01-03..2026-12-21]"),
            "people.yaml:6:12: error: '2027-01-03..2026-12-21' ends before it begins"),
        Mistake(
            "people.yaml", person("away: 2027-02-30"),
            "people.yaml:6:11: error: '2027-02-30' is no day of the calendar"),
        Mistake(
            "people.yaml", person("aliases: [claire@@exemple.fr]"),
            "people.yaml:6:15: error: 'claire@@exemple.fr' is no e-mail address"),
        Mistake(
            "people.yaml", person("aliases: [Thomas@Exemple.fr]"),
            "people.yaml:6:15: error: 'Thomas@Exemple.fr' belongs to 'thomas' already"),
        Mistake(
            "people.yaml", person("aliases: [mentorat@exemple.fr]"),
            "people.yaml:6:15: error: 'mentorat@exemple.fr' is the mailbox of the programme"),
        Mistake(
            "people.yaml", person("timezone: Europe/Pariss"),
            "people.yaml:6:15: error: there is no zone 'Europe/Pariss' on this machine; did you mean 'Europe/Paris'?"),
        Mistake(
            "people.yaml", person("timezone: ../../../etc/passwd"),
            "people.yaml:6:15: error: there is no zone "
                + "'../../../etc/passwd' on this machine; write an IANA name such as Europe/Paris"),
        Mistake(
            "people.yaml", person("language: French"),
            "people.yaml:6:15: error: 'French' is no language; write fr, en, de, …"),
        Mistake(
            "people.yaml", person("hours_per_month: a lot"),
            "people.yaml:6:22: error: 'a lot' is no number of hours; write 4, 2.5 or 2h30"),
        Mistake(
            "people.yaml", person("busy: calendars/claire.ics"),
            "people.yaml:6:11: error: 'calendars/claire.ics' does not exist"),
        Mistake(
            "people.yaml", person("busy: ../secret.ics"),
            "people.yaml:6:11: error: '../secret.ics' leads out of the configuration's directory"),
        Mistake(
            "people.yaml", person("without: [invitatoin]"),
            "people.yaml:6:15: error: there is no rule 'invitatoin'; did you mean 'invitation'?"),
        Mistake(
            "people.yaml", person("formerly: thomas"),
            "people.yaml:6:15: error: 'thomas' is still there, and so cannot be what this was called"),
        Mistake("people.yaml", person("language:"), "people.yaml:6:5: error: `language:` has no value"),
        Mistake(
            "people.yaml", person("language: {a: b}"),
            "people.yaml:6:15: error: `language:` takes a text, not keys with values"),
        Mistake(
            "people.yaml", person("language: [fr]"), "people.yaml:6:15: error: `language:` takes a text, not a list"),
        Mistake("people.yaml", person("language: \"\""), "people.yaml:6:15: error: `language:` is empty"),
        Mistake(
            "people.yaml", person("programme: {}"),
            "people.yaml:6:5: error: unknown key 'programme'; known here: name, "
                + "email, aliases, language, timezone, available, away, hours_per_month, busy, without, formerly"),
        Mistake(
            "people.yaml", "people:\n  claire: {name: Claire}\n  thomas: {name: T, email: t@exemple.fr}",
            "people.yaml:2:3: error: 'claire' has no `email:`"),
        Mistake(
            "people.yaml", "people:\n  claire: Claire\n  thomas: {name: T, email: t@exemple.fr}",
            "people.yaml:2:11: error: keys with values belong here, not text"),
        Mistake(
            "people.yaml", "people:\n  - claire",
            "people.yaml:2:3: error: `people:` takes ids with what belongs to them, not a list"),
        Mistake(
            "people.yaml", person("x: y") + "\n  é t: {name: É, email: e@exemple.fr}",
            "people.yaml:7:3: error: 'é t' cannot be an id; letters without accents, digits, '-', '_' and '.' can"),
    ])
    func `a mistake about a person`(mistake: Mistake) throws {
        let lines = try mistake.headlines()
        #expect(lines.contains(mistake.headline), "\(lines)")
    }
}

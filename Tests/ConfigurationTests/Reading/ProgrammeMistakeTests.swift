import Configuration
import Mentoring
import Testing

@Suite struct ProgrammeMistakeTests {
    @Test func `the pair without a mistake has nothing said of it`() throws {
        let loaded = try Folder(Pair.files).read()
        #expect(loaded.diagnostics == [])
        #expect(loaded.configuration?.programme.relationships.count == 1)
    }

    private static func programme(_ line: String) -> String {
        Pair.programme.replacing("  language: fr\n", with: "  language: fr\n  \(line)\n")
    }

    @Test(arguments: [
        Mistake(
            "jalon.yaml",
            Pair.programme.replacing("mentorat@exemple.fr>", with: "mentorat@exemple.fr>\n  former_mailboxes: [duos]"),
            "jalon.yaml:4:22: error: 'duos' is no e-mail address"),
        Mistake(
            "jalon.yaml",
            Pair.programme.replacing(
                "mentorat@exemple.fr>", with: "mentorat@exemple.fr>\n  former_mailboxes: claire@exemple.fr"),
            "people.yaml:2:40: error: 'claire@exemple.fr' is the mailbox of the programme"),
        Mistake("jalon.yaml", programme("coordinator: nobody"), "jalon.yaml:6:16: error: there is no person 'nobody'"),
        Mistake(
            "jalon.yaml", programme("charter: http://exemple.fr"),
            "jalon.yaml:6:12: error: 'http://exemple.fr' is no secure link; it begins with https://"),
        Mistake("jalon.yaml", programme("tone: toi"), "jalon.yaml:6:9: error: 'toi' is no tone; write vous or tu"),
        Mistake(
            "jalon.yaml", programme("private: perhaps"), "jalon.yaml:6:12: error: 'perhaps' is neither true nor false"),
        Mistake(
            "jalon.yaml", programme("bounces: vrep"),
            "jalon.yaml:6:12: error: 'vrep' is not a word for `bounces:`; write plain or verp"),
        Mistake(
            "jalon.yaml", Pair.programme.replacing("  language: fr\n", with: ""),
            "jalon.yaml:1:1: error: the programme has no `language:`"),
        Mistake(
            "jalon.yaml", Pair.programme.replacing("<mentorat@exemple.fr>", with: "<mentorat>"),
            "jalon.yaml:3:12: error: "
                + "'Mentorat Exemple <mentorat>' is no mailbox; write Mentorat Exemple <mentorat@exemple.fr>"),
        Mistake(
            "jalon.yaml", Pair.programme + "calendars: {holidays: [a.ics]}",
            "jalon.yaml:10:24: error: 'a.ics' does not exist"),
        Mistake(
            "jalon.yaml", Pair.programme + "calendars: {publish: ../out}",
            "jalon.yaml:10:22: error: '../out' leads out of the configuration's directory"),
        Mistake(
            "jalon.yaml", Pair.programme + "notify: x",
            "jalon.yaml:10:1: error: unknown key 'notify'; known here: "
                + "programme, mail, answers, calendars, defaults, retention, include, people, relationships, rules"),
        Mistake(
            "jalon.yaml", Pair.programme.replacing("  hours: mon-fri 08:00-21:00\n", with: "  notice: 400 days\n"),
            "jalon.yaml:8:11: error: `notice:` is 90 days at most"),
        Mistake(
            "jalon.yaml", Pair.programme.replacing("  hours: mon-fri 08:00-21:00\n", with: "  buffer: 5h\n"),
            "jalon.yaml:8:11: error: `buffer:` is 4 hours at most"),
        Mistake(
            "jalon.yaml", Pair.programme.replacing("  hours: mon-fri 08:00-21:00\n", with: ""),
            "people.yaml:2:3: error: 'claire' has no `available:`, and the defaults have no `hours:`"),
        Mistake(
            "jalon.yaml", Pair.programme.replacing(", lasts: 1h30", with: ""),
            "relationships.yaml:2:3: error: "
                + "'claire-thomas' has no `lasts:` for its sessions, neither here nor in the defaults"),
        Mistake(
            "jalon.yaml", Pair.programme.replacing("rules.yaml]", with: "ruels.yaml]"),
            "jalon.yaml:9:44: error: 'ruels.yaml' does not exist"),
        Mistake(
            "jalon.yaml", Pair.programme.replacing("people.yaml,", with: "people.yaml, ../x.yaml,"),
            "jalon.yaml:9:24: error: '../x.yaml' leads out of the configuration's directory"),
    ])
    func `a mistake about the programme`(mistake: Mistake) throws {
        let lines = try mistake.headlines()
        #expect(lines.contains(mistake.headline), "\(lines)")
    }
}

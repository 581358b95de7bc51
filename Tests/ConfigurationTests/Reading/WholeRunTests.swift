import CivilTime
import Configuration
import Foundation
import Testing

@Suite struct WholeRunTests {
    @Test func `ten different mistakes are all told in one run, in the order of their places`() throws {
        let folder = try Folder([
            "jalon.yaml": """
            programme:
              name: Mentorat Exemple
              mailbox: mentorat@@exemple.fr
              timezone: Europe/Pariss
              language: fr
              coordinater: sophie
            mail: {server: smtp.exemple.fr}
            defaults:
              sessions: {every: 4-3 weeks, lasts: 90}
            include: [people.yaml, relationships.yaml, rules.yaml]
            """,
            "people.yaml": """
            people:
              claire: {name: Claire, email: claire, available: thu 18:00-21:00}
              thomas: {name: Thomas, email: thomas@exemple.fr, available: thu 18:00-21:00}
            """,
            "relationships.yaml": """
            relationships:
              claire-thomas:
                mentor: clair
                mentee: thomas
                start: 2026-12-01
                sessions: {then: {video: http://visio.exemple.fr}}
            """,
            "rules.yaml": """
            rules:
              invitation: {trigger: 6 weeks before sesion, send: {invitation: everyone}}
            """,
        ])
        #expect(
            try folder.headlines() == [
                "jalon.yaml:3:12: error: 'mentorat@@exemple.fr' is no mailbox; write Mentorat Exemple "
                    + "<mentorat@exemple.fr>",
                "jalon.yaml:4:13: error: there is no zone 'Europe/Pariss' on this machine; did you mean 'Europe/Paris'?",
                "jalon.yaml:6:3: error: unknown key 'coordinater'; did you mean 'coordinator'?",
                "jalon.yaml:7:16: error: 'smtp.exemple.fr' is no server; write smtps://mail.exemple.fr",
                "jalon.yaml:9:21: error: '4-3 weeks' ends before it begins",
                "jalon.yaml:9:39: error: '90' is no length; write 1h30, 2h or 45min",
                "people.yaml:2:33: error: 'claire' is no e-mail address",
                "relationships.yaml:3:13: error: there is no person 'clair'; did you mean 'claire'?",
                "relationships.yaml:6:30: error: 'http://visio.exemple.fr' is no secure link; it begins with https://",
                "rules.yaml:2:25: error: there is no series 'sesion'; did you mean 'session'?",
            ])
        #expect(try folder.read().configuration == nil)
    }

    @Test(arguments: ["people.yaml", "relationships.yaml", "rules.yaml"])
    func `a file that cannot be read makes no mistakes of the others`(file: String) throws {
        let lines = try Folder(Pair.files([file: "people: [\n"])).headlines()
        #expect(lines.filter { $0.contains("error") }.count == 1, "\(lines)")
    }

    @Test(arguments: ["defaults", "include"])
    func `a slip in a key is told once, and not again by all who rely on it`(key: String) throws {
        let programme = Pair.programme.replacing("\(key):", with: "\(key)x:")
        let lines = try Folder(Pair.files(["jalon.yaml": programme])).headlines()
        #expect(lines.filter { $0.contains("error") }.count == 1, "\(lines)")
    }

    @Test(arguments: [
        ("/nowhere/at/all", "/nowhere/at/all is no directory; name the one that holds jalon.yaml."),
        ("/dev/null", "/dev/null is no directory; name the one that holds jalon.yaml."),
    ])
    func `no directory is one sentence`(path: String, sentence: String) {
        #expect { try ConfigurationReader.read(directory: path, today: CivilDate(dayNumber: 20_759)) } throws: {
            "\($0)" == sentence
        }
    }

    @Test func `an empty directory is one sentence`() throws {
        let folder = try Folder()
        #expect(throws: ConfigurationError.noMainFile(directory: folder.path)) { try folder.read() }
    }

    @Test func `a main file that is no file is one sentence`() throws {
        let folder = try Folder(["jalon.yaml/x": ""])
        let error = ConfigurationError.unreadable(path: folder.path + "/jalon.yaml", reason: "it is no file")
        #expect(throws: error) { try folder.read() }
    }
}

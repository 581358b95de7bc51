import CivilTime
import Configuration
import Foundation

/// Configurations in files, dated around the day of the test, so that a daemon on the real clock has something to do.
enum SampleFiles {
    /// Where the programme is, looked up once: a test that runs over midnight has one today, not two.
    static let today: CivilDate = {
        let now = Instant(secondsSinceEpoch: Int64(Date().timeIntervalSince1970.rounded(.down)))
        return SystemZones.zone(named: "Europe/Paris").map { $0.local(at: now).date } ?? Zone.utc.local(at: now).date
    }()

    /// Pairs that began today. Hours count as elapsed time, and mail rests for the last minute of the day only, so that
    /// the test may run at any time.
    static func write(
        to directory: URL, server: String, mail: String = "", away: String = "", withSecondPair: Bool = true
    ) throws {
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        let second = """
              claire-lea: {mentor: claire, mentee: lea, start: \(today), end: \(today.adding(days: 60))}
            """
        let text = """
            programme:
              name: Mentorat Exemple
              mailbox: Mentorat Exemple <mentorat@exemple.fr>
              timezone: Europe/Paris
              quiet: 23:59-00:00
              language: fr
            mail: {server: "\(server)"\(mail)}
            defaults:
              sessions: {every: 3-4 weeks, lasts: 1h30}
              hours: mon-sun 08:00-21:00
            people:
              claire: {name: Claire Durand, email: claire@exemple.fr\(away)}
              thomas: {name: Thomas Petit, email: thomas@exemple.fr}
              lea: {name: Léa Martin, email: lea@exemple.fr, language: en}
            relationships:
              claire-thomas: {mentor: claire, mentee: thomas, start: \(today), end: \(today.adding(days: 60))}
            \(withSecondPair ? second : "")
            rules:
              invitation: {trigger: 3360 hours before session, send: {invitation: everyone}}
            """
        try Data(text.utf8).write(to: directory.appendingPathComponent("jalon.yaml"))
    }
}

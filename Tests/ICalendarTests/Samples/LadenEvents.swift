import CivilTime
import ICalendar
import Testing

/// A meeting in which every text has two hundred characters, and all the kinds of them that a calendar has to escape,
/// quote, fold or leave out.
enum LadenEvents {
    /// Two hundred characters as people count them, beginning with what tells one text from another.
    static func text(_ beginning: String) -> String {
        let phrase = """
            \(beginning) : « l'été », déjà ; "Zoé" \\ 👩🏽‍🏫, où ça ? Œuvre^1 ;
            \t🏳️‍🌈 Noe\u{308}l, cœur : 👨‍👩‍👧‍👦 ; fin, n° 2 — 🇫🇷.
            """
        return String(String(repeating: phrase + " ", count: 4).prefix(200))
    }

    /// A URI holds no line ends, and is not escaped.
    static let link = "https://visio.exemple.fr/" + String(repeating: "salle/été,œuvre;n=1,2;👩🏽‍🏫/", count: 8).prefix(175)

    /// Two hundred characters, and no more octets than RFC 7986 section 5.3 lets everybody keep.
    static let uid =
        String(("été, n° 1 ; \"Zoé\" \\ 👩🏽‍🏫\n" + String(repeating: "rencontre-", count: 20)).prefix(188)) + "7@exemple.fr"

    static func meeting() throws -> Event {
        var event = try SampleEvents.meeting()
        event.uid = uid
        event.summary = text("Titre")
        event.description = text("Description")
        event.location = text("Lieu")
        event.conference = link
        event.comment = text("Remarque")
        event.organizer.name = text("Équipe")
        event.attendees[0].name = text("Claire")
        event.attendees[1].name = text("Thomas")
        event.alarms = [Alarm(minutesBefore: 90, description: text("Alarme"))]
        return event
    }

    static func amina() -> Attendee {
        var amina = SampleEvents.amina
        amina.name = text("Amina")
        return amina
    }

    /// The meeting as it was announced, with Claire's answer.
    static func announced() throws -> Event {
        var event = try #require(changes(from: nil, to: meeting(), at: SampleEvents.now).event)
        event.attendees[0].participation = .accepted
        return event
    }

    static func calendar() throws -> PublishedCalendar {
        PublishedCalendar(name: text("Agenda"), refreshInterval: .seconds(43_200), events: [try announced()])
    }
}

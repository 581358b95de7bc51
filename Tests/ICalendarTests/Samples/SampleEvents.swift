import CivilTime
import ICalendar
import Testing

/// A meeting of Claire and Thomas, with whatever a text can hold.
enum SampleEvents {
    /// The moment at which everything is composed.
    static let now = Instant(secondsSinceEpoch: 1_795_341_600)  // 2026-11-22T10:00:00Z

    static let claire = Attendee(address: "claire.lefevre@exemple.fr", name: "Claire Lefèvre")
    static let thomas = Attendee(address: "thomas@exemple.fr", name: "Thomas N'Diaye, \"Tom\"")
    static let amina = Attendee(
        address: "amina+mentorat@example.org", name: "Amina 🌻 Benali; référente", role: .nonParticipant, rsvp: false)

    static func meeting(in zone: Zone? = nil) throws -> Event {
        Event(
            uid: "rencontre-7f3a@exemple.fr", stamp: now, created: now, lastModified: now,
            start: try #require(LocalDateTime("2026-12-03T18:30")),
            end: try #require(LocalDateTime("2026-12-03T19:30")),
            zone: try zone ?? SampleZones.paris(),
            summary: "Rencontre de mentorat · Thomas et Claire",
            description: """
                Bonjour,

                Trois idées pour cette rencontre : le point d'étape ; vos questions, même les petites ; la suite 🚀.
                Le dossier est ici : C:\\mentorat
                """,
            location: "Café « Le Préau », 12 rue de l'Ourcq; Paris",
            conference: "https://visio.exemple.fr/s/7f3a?lang=fr,en;x=1",
            organizer: Organizer(name: "Mentorat: l'équipe", address: "mentorat@exemple.fr"),
            attendees: [claire, thomas])
    }

    /// The meeting as it was announced, with Claire's answer.
    static func announced() throws -> Event {
        var event = try #require(changes(from: nil, to: meeting(), at: now).event)
        event.attendees[0].participation = .accepted
        return event
    }

    /// A day after the meeting was announced.
    static let later = now.adding(seconds: 86_400)
}

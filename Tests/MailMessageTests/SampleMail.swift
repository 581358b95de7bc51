import MailMessage
import Testing

/// A generator that always gives the same numbers.
struct Counter: RandomNumberGenerator {
    var state: UInt64 = 42

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state ^ (state >> 29)
    }
}

enum SampleMail {
    static let calendar = """
        BEGIN:VCALENDAR\r
        METHOD:REQUEST\r
        BEGIN:VEVENT\r
        ORGANIZER;CN=Mentorat:mailto:mentorat@exemple.fr\r
        ATTENDEE;CN=Léa;RSVP=TRUE:mailto:lea@exemple.fr\r
        END:VEVENT\r
        END:VCALENDAR\r

        """

    /// An invitation with every kind of part.
    static func invitation(subject: String = "Rencontre de mentorat : jeudi 3 décembre") throws -> MailMessage {
        let bytes = Array(calendar.utf8)
        let inline = ContentType(
            "text/calendar", [("charset", "UTF-8"), ("method", "REQUEST"), ("component", "VEVENT")])
        return MailMessage(
            date: MailDate(secondsSinceEpoch: 1_796_000_000, offset: 3600),
            from: Mailbox(name: "Mentorat Exemple", address: try #require(EmailAddress("mentorat@exemple.fr"))),
            to: Mailbox(name: "Léa Noël", address: try #require(EmailAddress("lea@exemple.fr"))), subject: subject,
            messageID: try #require(MessageID("<second@exemple.fr>")), inReplyTo: MessageID("<first@exemple.fr>"),
            references: [try #require(MessageID("<first@exemple.fr>"))], contentLanguage: "fr",
            headers: [Header("Auto-Submitted", text: "auto-generated")],
            body: .multipart(
                "mixed",
                [
                    .multipart(
                        "alternative",
                        [
                            .text("Bonjour Léa,\n\nà jeudi !", subtype: "plain"),
                            .text("<p>Bonjour Léa</p>", subtype: "html"),
                            .data(bytes, type: inline, disposition: nil),
                        ]),
                    .data(
                        bytes, type: ContentType("application/ics", [("name", "invite.ics")]),
                        disposition: BodyPart.Disposition(filename: "invite.ics")),
                ]))
    }

    static func text(_ mail: MailMessage) -> String {
        var counter = Counter()
        return String(decoding: mail.serialized(using: &counter), as: UTF8.self)
    }
}

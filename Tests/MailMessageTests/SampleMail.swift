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

/// The poorest of all generators.
struct Constant: RandomNumberGenerator {
    mutating func next() -> UInt64 { 0 }
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

    static func mailbox(_ name: String?, _ address: String) throws -> Mailbox {
        Mailbox(name: name, address: try #require(EmailAddress(address)))
    }

    /// An invitation with every kind of part.
    static func invitation(
        subject: String = "Rencontre de mentorat : jeudi 3 décembre", to: Mailbox? = nil, calendar: String = calendar
    ) throws -> MailMessage {
        let bytes = Array(calendar.utf8)
        let inline = ContentType(
            "text/calendar", [("charset", "UTF-8"), ("method", "REQUEST"), ("component", "VEVENT")])
        return try mail(
            subject: subject, to: to, headers: [Header("Auto-Submitted", text: "auto-generated")],
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

    /// The second mail of a conversation.
    static func mail(
        subject: String = "Rencontre", to: Mailbox? = nil, headers: [Header] = [],
        body: BodyPart = .text("Bonjour", subtype: "plain")
    ) throws -> MailMessage {
        MailMessage(
            date: MailDate(secondsSinceEpoch: 1_796_000_000, offset: 3600),
            from: try mailbox("Mentorat Exemple", "mentorat@exemple.fr"),
            to: try to ?? mailbox("Léa Noël", "lea@exemple.fr"), subject: subject,
            messageID: try #require(MessageID("<second@exemple.fr>")), inReplyTo: MessageID("<first@exemple.fr>"),
            references: [try #require(MessageID("<first@exemple.fr>"))], contentLanguage: "fr", headers: headers,
            body: body)
    }

    static func bytes(_ mail: MailMessage) -> [UInt8] {
        var counter = Counter()
        return mail.serialized(using: &counter)
    }

    static func text(_ mail: MailMessage) -> String {
        String(decoding: bytes(mail), as: UTF8.self)
    }
}

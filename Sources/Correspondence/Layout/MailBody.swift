import ICalendar
import MailMessage
import Mentoring

/// The text of a mail, and the MIME structure around it.
struct MailBody {
    var subject: String
    /// What the plain half shows as it stands, and the HTML half is made from.
    var markdown: String
    var language: Language

    /// Both halves of the text; with a calendar, its bytes beside them and once more as an attachment, because some
    /// clients look only for the one and some only for the other (RFC 6047 section 2.4).
    func part(with calendar: SchedulingMessage?, for recipient: Recipient) -> BodyPart {
        let html = HTMLPage(language: language, title: subject, text: markdown).html
        let halves: [BodyPart] = [.text(markdown, subtype: "plain"), .text(html, subtype: "html")]
        guard let calendar else { return .multipart("alternative", halves) }
        let bytes = calendar.serialized(for: recipient.address.description)
        let inline = ContentType(
            "text/calendar", [("charset", "UTF-8"), ("method", calendar.method.rawValue), ("component", "VEVENT")])
        let attached = ContentType("application/ics", [("name", Self.fileName)])
        return .multipart(
            "mixed",
            [
                .multipart("alternative", halves + [.data(bytes, type: inline, disposition: nil)]),
                .data(bytes, type: attached, disposition: .init(filename: Self.fileName)),
            ])
    }

    private static let fileName = "invite.ics"
}

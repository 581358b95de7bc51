import CivilTime
import Configuration
import Correspondence
import Foundation
import ICalendar
import JalonService
import Ledger
import MailMessage
import Mentoring
import Testing

@Suite struct PreviewTests {
    private static let now = Instant("2026-11-23T08:00:00Z")

    /// The sample programme, before anything has been sent.
    private static let sample = Result {
        let config = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../../config").standardized
        let configuration = try Check.configuration(in: config.path, today: World.today)
        return try Preview(configuration: configuration, ledger: nil, now: #require(now))
    }

    private let now: Instant
    private let sample: Preview

    init() throws {
        now = try #require(Self.now)
        sample = try Self.sample.get()
    }

    private static func request(
        _ template: TemplateName, to person: String? = nil, in relationship: String? = nil,
        about meeting: Meeting.ID? = nil, language: String? = nil
    ) -> Preview.Request {
        Preview.Request(
            template: template, person: person.map(Person.ID.init),
            relationship: relationship.map(Relationship.ID.init),
            meeting: meeting, language: language.map(Language.init))
    }

    @Test(arguments: TemplateName.builtIn.sorted())
    func `every text of the sample programme is a mail that the linters let pass`(_ name: TemplateName) throws {
        for language in [Language.french, .english] {
            let mail = try sample.mail(Preview.Request(template: name, language: language))
            #expect(MailLinter.lint(mail.bytes) == [])
            #expect(mail.language == language && !mail.subject.isEmpty && !mail.text.contains("{{"))
            #expect(mail.html.contains("<html lang=\"\(language)\""))
            let calendars = MailText.calendars(in: mail.bytes)
            let byInvitation: Set<TemplateName> = [.invitation, .update, .cancellation, .declinedNewDate]
            #expect(calendars.count == (byInvitation.contains(name) ? 2 : 0))
            let method = name == .cancellation ? ICalendar.Method.cancel : .request
            for calendar in calendars { #expect(CalendarLinter.lint(bytes: calendar, method: method) == []) }
            let again = try sample.mail(Preview.Request(template: name, language: language))
            #expect(again == mail)
        }
    }

    @Test(arguments: [
        (TemplateName.mediatorAsked, "thomas", "mediator"), (.prepareFirstMentor, "thomas", "mentor"),
        (.prepareFirstMentee, "yann", "mentee"), (.silentRelationship, "thomas", "coordinator"),
        (.invitation, "nadia", "mentee, mentor, referent"),
    ])
    func `a text goes to nobody for whom it is not meant`(
        _ name: TemplateName, _ person: String, _ roles: String
    ) throws {
        let error = #expect(throws: PreviewError.self) {
            try sample.mail(Preview.Request(template: name, person: Person.ID(person)))
        }
        #expect(error?.description.hasPrefix("the text '\(name)' goes to \(roles); '\(person)' is ") == true)
    }

    @Test(arguments: [
        (request(.coordinatorDigest, to: "thomas"), PreviewError.notCoordinator(Person.ID("thomas"))),
        (request(.coordinatorDigest, in: "x"), .noRelationship("x", meant: nil)),
        (request(.prepare, to: "tomas"), .noPerson("tomas", meant: "thomas")),
        (request(.prepare, in: "claire-tomas"), .noRelationship("claire-tomas", meant: "claire-thomas")),
        (request(.prepare, language: "de"), .noLanguage(.prepare, Language("de"), known: [.english, .french])),
        (request(TemplateName("questions")), .noTemplate("questions", meant: nil)),
    ])
    func `what cannot be shown is said`(_ request: Preview.Request, _ error: PreviewError) {
        #expect(throws: error) { try sample.mail(request) }
    }

    @Test func `a text is shown to the first who has a part that fits`() throws {
        let mail = try sample.mail(Self.request(.prepareReview, to: "claire"))
        #expect(mail.subject.contains("Léa"))
        let referent = try sample.mail(Self.request(.invitation, to: "sylvie"))
        #expect(referent.envelope.recipient.description == "sylvie.marchand@lycee.example.org")
    }

    @Test func `what speaks of a day is composed for that day`() throws {
        let before = try sample.mail(Self.request(.dayBefore, in: "claire-thomas"))
        #expect(before.subject.contains("demain"))
        #expect(String(decoding: before.bytes, as: UTF8.self).hasPrefix("Date: Wed, 09 Dec 2026 "))
        let after = try sample.mail(Self.request(.didYouMeet, in: "claire-thomas"))
        let words = after.text.replacing("\u{A0}", with: " ")
        #expect(words.contains("Rencontre de mentorat : jeudi 10 décembre 2026"))
        #expect(words.contains("Prochain rendez-vous :") && !words.contains("vous : jeudi 10 décembre 2026"))
    }

    @Test func `a change goes on from what the ledger knows, and leaves it as it was`() throws {
        var world = try World()
        _ = try world.wheel.turn(at: now)
        let mails = try world.ledger.outbox(after: 0)
        let invitation = try #require(mails.first { $0.recipient == Person.ID("thomas") })
        let announced = try world.ledger.meetings(in: [.announced])
        let meeting = try #require(announced.first { $0.id == invitation.meeting })
        let preview = try Preview(configuration: world.wheel.configuration, ledger: world.ledger, now: now)
        let update = try preview.mail(
            Self.request(.update, to: "thomas", in: "claire-thomas", about: meeting.id))
        let text = String(decoding: update.bytes, as: UTF8.self)
        #expect(text.contains("In-Reply-To: \(invitation.messageID)"))
        let calendar = String(decoding: try #require(MailText.calendars(in: update.bytes).first), as: UTF8.self)
        #expect(calendar.contains("\r\nSEQUENCE:1\r\n") && calendar.contains("\r\nUID:\(meeting.uid)\r\n"))
        #expect(try world.ledger.outbox(after: 0) == mails)
        #expect(throws: PreviewError.meetingOfAnother(meeting.id, Relationship.ID("claire-lea"))) {
            try preview.mail(Self.request(.prepare, in: "claire-lea", about: meeting.id))
        }
    }

    @Test func `a digest tells what the ledger knows, and an example is called one`() throws {
        let world = try World()
        let preview = try Preview(configuration: world.wheel.configuration, ledger: world.ledger, now: now)
        let digest = try preview.mail(Preview.Request(template: .coordinatorDigest))
        #expect(digest.text.contains("Rien à faire") && !preview.isExample(.coordinatorDigest))
        #expect(sample.isExample(.coordinatorDigest) && !sample.isExample(.prepare))
    }
}

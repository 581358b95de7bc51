import Correspondence
import ICalendar
import MailMessage
import Mentoring
import Testing

@Suite struct MailStructureTests {
    private let sample = Sample()

    @Test func `an invitation carries both texts, the calendar beside them, and the calendar attached`() throws {
        let mail = try ReadMail(sample.compose(sample.invitation(to: "thomas")).bytes)
        #expect(
            mail.root.shape
                == "multipart/mixed(multipart/alternative(text/plain, text/html, text/calendar), application/ics)")
        let inline = try mail.leaf("text/calendar")
        #expect(inline.parameter("method") == "REQUEST")
        #expect(inline.parameter("component") == "VEVENT")
        #expect(inline.parameter("charset") == "UTF-8")
        #expect(inline["Content-Disposition"] == nil && inline.parameter("name") == nil)
        let attached = try mail.leaf("application/ics")
        #expect(attached.content == inline.content)
        #expect(attached.parameter("name") == "invite.ics")
        #expect(attached["Content-Disposition"]?.hasPrefix("attachment") == true)
    }

    @Test func `the first attendee of the calendar is the recipient, and everybody is listed`() throws {
        let mail = try ReadMail(sample.compose(sample.invitation(to: "thomas")).bytes)
        let attendees = try calendarLines(mail).filter { $0.hasPrefix("ATTENDEE") }
        #expect(attendees.count == 2)
        #expect(attendees.first?.contains("mailto:thomas_petit@exemple.fr") == true)
    }

    @Test func `a cancellation says so in the part's type and in the calendar`() throws {
        let letters = try sample.convergence.letters(from: sample.announcement(), to: nil, at: Sample.monday).letters
        let mail = try ReadMail(sample.compose(letters[0]).bytes)
        #expect(try mail.leaf("text/calendar").parameter("method") == "CANCEL")
        #expect(try calendarLines(mail).contains("METHOD:CANCEL"))
        #expect(
            try calendarLines(mail).contains {
                $0.hasPrefix("COMMENT:Le calendrier des rencontres a changé")
            })
    }

    @Test(arguments: [TemplateName.welcome, .prepare, .dayBefore, .prepareReview, .closing])
    func `a reminder carries no calendar and no attachment`(_ template: TemplateName) throws {
        let mail = try ReadMail(sample.compose(sample.reminder(template, to: "thomas", as: .mentee)).bytes)
        #expect(mail.root.shape == "multipart/alternative(text/plain, text/html)")
    }

    @Test func `the header says who writes, in which language, and that no person typed it`() throws {
        let mail = try ReadMail(sample.compose(sample.invitation(to: "thomas")).bytes)
        #expect(mail.root["From"]?.contains("mentorat@exemple.fr") == true)
        #expect(mail.root["To"]?.contains("thomas_petit@exemple.fr") == true)
        #expect(mail.root["Content-Language"] == "fr")
        #expect(mail.root["Auto-Submitted"] == "auto-generated")
        let unwanted = ["Sender", "Reply-To", "Precedence", "List-Unsubscribe", "In-Reply-To", "References"]
        #expect(unwanted.filter { mail.root[$0] != nil } == [])
    }

    @Test func `what was announced keeps its organizer when the programme's mailbox changes`() throws {
        var later = sample
        later.programme.mailbox = Mailbox(name: "Autre", address: Sample.address("autre@exemple.fr"))
        let old = try sample.announcement()
        let moved = try later.announcement(of: Sample.meeting(at: "2026-12-10T18:30"), previous: old)
        let letter = try later.convergence.letters(from: old, to: moved, at: Sample.monday).letters[0]
        let mail = try later.compose(letter)
        #expect(mail.envelope.sender.description == "mentorat@exemple.fr")
        let read = try ReadMail(mail.bytes)
        #expect(read.root["From"]?.contains("mentorat@exemple.fr") == true)
        #expect(try calendarLines(read).contains { $0.hasPrefix("ORGANIZER") && $0.contains("mentorat@exemple.fr") })
        #expect(try read.leaf("text/plain").text.contains("autre@exemple.fr") == false)
    }

    @Test func `a later mail about a meeting answers the first one`() throws {
        var letter = try sample.reminder(.dayBefore, to: "thomas", as: .mentee)
        let first = try #require(MessageID("<first@exemple.fr>"))
        let second = try #require(MessageID("<second@exemple.fr>"))
        letter.thread = [first, second]
        let root = try ReadMail(sample.compose(letter, at: Sample.dayBefore).bytes).root
        #expect(root["In-Reply-To"] == "<first@exemple.fr>")
        #expect(root["References"] == "<first@exemple.fr> <second@exemple.fr>")
    }

    @Test func `the same seed gives the same bytes, another one another Message-ID`() throws {
        let letter = try sample.invitation(to: "thomas")
        #expect(try sample.compose(letter, seed: 7) == sample.compose(letter, seed: 7))
        #expect(try sample.compose(letter, seed: 7).messageID != sample.compose(letter, seed: 8).messageID)
    }

    @Test func `the HTML half has its language, loads nothing, and has the facts in a box`() throws {
        let html = try ReadMail(sample.compose(sample.invitation(to: "thomas")).bytes).leaf("text/html").text
        #expect(html.contains("<html lang=\"fr\""))
        #expect(
            !html.contains("<img") && !html.contains("url(") && !html.contains("<link") && !html.contains("<script"))
        #expect(html.contains("prefers-color-scheme: dark"))
        let box = try #require(html.split(separator: "<div class=\"facts\">").last?.split(separator: "</div>").first)
        #expect(box.contains("3\u{A0}décembre 2026") && box.contains("18\u{A0}h\u{A0}30") && box.contains("Sentier"))
        #expect(!html.contains("<hr"))
    }

    @Test func `a mail without facts has no box`() throws {
        let html = try ReadMail(sample.compose(sample.reminder(.welcome, to: "thomas", as: .mentee)).bytes)
            .leaf("text/html").text
        #expect(!html.contains("class=\"facts\""))
    }

    private func calendarLines(_ mail: ReadMail) throws -> [String] {
        try mail.leaf("text/calendar").text.replacing("\n ", with: "").split(separator: "\n").map(String.init)
    }
}

import ICalendar
import MailMessage
import Mentoring
import PlainText
import Testing

@testable import Correspondence

/// Values of every kind in every field, through every format in which a mail says them.
@Suite struct EscapingTests {
    static let values = [
        "![x](http://evil.example/t.png)", "!\u{301}[\u{301}x](http://evil.example/t.png)",
        "[\u{301}x](http://evil.example)", "[x\u{301}](\u{301}http://evil.example)", "[\u{200D}x](http://evil.example)",
        "<http://evil.example>", "<\u{200D}b>x", "<img src=x onerror=alert(1)>", "*\u{301}x*\u{301}", "`\u{301}x`",
        "\u{202E}gnp.exe", "a\u{2066}b\u{200B}c\u{AD}d", "a\u{1B}[31mb\u{9B}c\u{0}", "x\r\nBcc: y@evil.example",
        "x\u{2028}ATTENDEE:mailto:y@evil.example", "a\\\nb", "END:VCALENDAR", "\"x\";CN=y:z^n", "&#60;b&#62; &lt;i&gt;",
        "# a", "1) a", "[a]: http://evil.example", "[^1]", "www.evil.example", "{{programme}}", "=?UTF-8?Q?x?=",
    ]

    static let fields = ["mentor", "mentee", "programme", "place", "mailbox", "goal", "mediator", "kind"]

    private func sample(_ value: String, in field: String) throws -> (Sample, Meeting?) {
        var sample = Sample()
        var meeting: Meeting?
        switch field {
        case "mentor": try sample.change("claire") { $0.name = value }
        case "mentee": try sample.change("thomas") { $0.name = value }
        case "mediator": try sample.change("nadia") { $0.name = value }
        case "programme": sample.programme.name = value
        case "mailbox":
            sample.programme.mailbox = .init(name: value, address: sample.programme.mailbox.address)
        case "place": meeting = try Sample.meeting(place: .inPerson(value))
        case "goal":
            let id = Sample.relationship.id
            sample.programme.relationships[id]?.objectives = [Objective(goal: value, indicator: value, by: nil)]
        default: break
        }
        return (sample, meeting)
    }

    private static func hides(_ text: String) -> Bool {
        text.unicodeScalars.contains {
            $0.isHidden && !["\n", "\r", "\t", "\u{200C}", "\u{200D}"].contains($0)
        }
    }

    @Test(arguments: values, fields) func `no value is markup in a mail or steers a calendar`(
        _ value: String, _ field: String
    ) throws {
        let (sample, meeting) = try sample(value, in: field)
        for person in ["thomas", "claire"] {
            let letter = try meeting.map { try sample.invitation(to: person, of: $0) } ?? sample.invitation(to: person)
            let read = try ReadMail(sample.compose(letter).bytes)
            let html = try read.leaf("text/html").text
            #expect(!html.contains("<img") && !html.contains("href=\"http://evil"), "\(html)")
            #expect(!html.contains("<script") && !html.contains("<code") && !html.contains("<h1"))
            let texts = try [html, read.leaf("text/plain").text, read.leaf("text/calendar").text]
            for text in texts { #expect(!Self.hides(text), "\(text.visibleLines)") }
            let lines = texts[2].replacing("\n ", with: "").split(separator: "\n")
            #expect(lines.count { $0.hasPrefix("ATTENDEE") } == 2)
            #expect(lines.count { $0.hasPrefix("END:VCALENDAR") } == 1)
            #expect(read.root["Bcc"] == nil)
        }
    }

    @Test(arguments: values) func `the page of a framework has no markup of a name`(_ value: String) throws {
        for field in ["mentor", "mentee", "goal", "mediator"] {
            let (sample, _) = try sample(value, in: field)
            let relationship = try #require(sample.programme.relationships[Sample.relationship.id])
            let letter = Letter(
                template: .welcome, recipient: try sample.recipient("thomas", as: .mentee), relationship: relationship)
            let page = Framework(relationship, of: sample.programme, welcome: try sample.compose(letter)).html
            #expect(
                !page.contains("<img") && !page.contains("href=\"http://evil") && !page.contains("<code"), "\(page)")
            #expect(page.ranges(of: "<h1>").count == 1)
            #expect(!Self.hides(page))
        }
    }

    @Test(arguments: values) func `calendar files hold no mark that turns or hides`(_ value: String) throws {
        for field in ["mentor", "mentee", "place", "programme", "mailbox"] {
            let (sample, meeting) = try sample(value, in: field)
            let announcement = try sample.announcement(of: meeting)
            let bytes = try CalendarPublisher(programme: sample.programme, zones: Sample.zones)
                .calendar(of: [announcement])
            let text = String(decoding: bytes, as: UTF8.self)
            #expect(!Self.hides(text), "\(text.visibleLines)")
            #expect(text.ranges(of: "BEGIN:VEVENT").count == 1)
        }
    }
}

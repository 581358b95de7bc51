import CivilTime
import ICalendar
import MailMessage
import Mentoring

/// Whoever has got mails, and writes back: in the form of a calendar, in a word, as a program, or as somebody else.
struct Correspondent {
    /// What comes back.
    enum Kind: CaseIterable {
        case accept, decline, perhaps, counter, refresh, word, bounce, vacation
        /// Each is wrong in one way, and is to change nothing.
        case stranger, otherMeeting, guessedReport, guessedWord
    }

    /// A mail that has come, and what is in it.
    private let arrival: MailServer.Arrival
    private let event: Component?
    private let now: Instant

    init(to arrival: MailServer.Arrival, at now: Instant) {
        self.arrival = arrival
        self.now = now
        event = MailText.calendars(in: arrival.bytes).first
            .flatMap { CalendarStream.parse($0).calendars.first }
            .flatMap { $0.property("METHOD")?.value == "REQUEST" ? $0.components(named: "VEVENT").first : nil }
    }

    /// - Returns: the mail as it would come in, and whether it may change anything; nil where that kind needs an
    ///   invitation, and there is none.
    func mail(_ kind: Kind, _ chance: inout Chance) -> (bytes: [UInt8], isHonest: Bool)? {
        switch kind {
        case .accept: calendar("REPLY", "ACCEPTED").map { ($0, true) }
        case .decline: calendar("REPLY", "DECLINED").map { ($0, true) }
        case .perhaps: calendar("REPLY", "TENTATIVE").map { ($0, true) }
        case .counter: calendar("COUNTER", "TENTATIVE", shift: 86_400 * chance.number(-9...9)).map { ($0, true) }
        case .refresh: calendar("REFRESH", "NEEDS-ACTION").map { ($0, true) }
        case .word: (word(chance.pick(Self.words), to: "\(arrival.messageID)"), true)
        case .bounce: (report(on: "\(arrival.messageID)"), true)
        case .vacation: (word("oui", to: "\(arrival.messageID)", header: "Auto-Submitted: auto-replied"), false)
        case .stranger: calendar("REPLY", "DECLINED", from: "x@elsewhere.org").map { ($0, false) }
        case .otherMeeting: calendar("REPLY", "DECLINED", uid: "m-0000@exemple.fr").map { ($0, false) }
        case .guessedReport: (report(on: "<guess\(chance.number(0...999))@exemple.fr>"), false)
        case .guessedWord: (word("non", to: "<guess\(chance.number(0...999))@exemple.fr>"), false)
        }
    }

    private static let words = ["oui", "Non.", "yes", "fait", "manqué !", "pause", "médiation", "merci"]

    private func calendar(
        _ method: String, _ answer: String, shift: Int64 = 0, from: String? = nil, uid: String? = nil
    ) -> [UInt8]? {
        guard let event, let own = event.property("UID")?.value, let start = event.property("DTSTART"),
            case .local(let local)? = DateTimeValue(start.value)
        else { return nil }
        let moved = local.adding(seconds: Int(shift))
        let lines = [
            "From: <\(from ?? "\(arrival.address)")>", "Content-Type: text/calendar; method=\(method)", "",
            "BEGIN:VCALENDAR", "VERSION:2.0", "METHOD:\(method)", "BEGIN:VEVENT", "UID:\(uid ?? own)",
            "SEQUENCE:\(event.property("SEQUENCE")?.value ?? "0")", "DTSTAMP:\(Zone.utc.local(at: now).basic)Z",
            "DTSTART;TZID=\(start.parameter("TZID") ?? "Europe/Paris"):\(moved.basic)",
            "ATTENDEE;PARTSTAT=\(answer):mailto:\(arrival.address)", "END:VEVENT", "END:VCALENDAR", "",
        ]
        return Array(lines.joined(separator: "\r\n").utf8)
    }

    private func word(_ word: String, to id: String, header: String = "MIME-Version: 1.0") -> [UInt8] {
        let lines = [
            "From: <\(arrival.address)>", "In-Reply-To: \(id)", header, "Content-Type: text/plain; charset=utf-8", "",
            word, "", "> oui ou non ?", "",
        ]
        return Array(lines.joined(separator: "\r\n").utf8)
    }

    private func report(on id: String) -> [UInt8] {
        let lines = [
            "From: MAILER-DAEMON@mx.exemple.fr", "Content-Type: multipart/report; boundary=b", "", "--b",
            "Content-Type: message/delivery-status", "", "Reporting-MTA: dns; mx.exemple.fr", "",
            "Final-Recipient: rfc822; \(arrival.address)", "Action: failed", "Status: 5.1.1", "", "--b",
            "Content-Type: text/rfc822-headers", "", "Message-ID: \(id)", "", "--b--", "",
        ]
        return Array(lines.joined(separator: "\r\n").utf8)
    }
}

import CivilTime
import Foundation
import ICalendar
import Ledger
import LoopbackSMTP
import MailMessage

/// The directory that a rehearsal fills: mails in the order of sending, calendars, and a page to look at.
struct RehearsalOutput: Sendable {
    let path: String

    /// Names what a rehearsal has written, so that a later one may replace it, and nothing else is ever deleted.
    private static let mark = ".jalon-rehearsal"
    private static let entries = ["mail", "calendars", "index.html", "timeline.svg", mark]

    init(path: String) throws {
        self.path = path
        let manager = FileManager.default
        let present = (try? manager.contentsOfDirectory(atPath: path)) ?? []
        guard present.isEmpty || present.contains(Self.mark) else { throw ServiceError.outputTaken(path) }
        do {
            for entry in Self.entries where present.contains(entry) && entry != Self.mark {
                try manager.removeItem(atPath: path + "/" + entry)
            }
            try manager.createDirectory(atPath: path + "/mail", withIntermediateDirectories: true)
            try Data("Written by jalon rehearse, and replaced by the next one.\n".utf8)
                .write(to: URL(fileURLWithPath: path + "/" + Self.mark))
        } catch {
            throw ServiceError.cannotWrite(path, error.localizedDescription)
        }
    }

    /// Writes a mail as the server has received it, having made sure that it is what was sent, and without a fault.
    func save(
        _ entry: OutboxEntry, asReceivedBy server: LoopbackServer, number: Int, at now: Instant
    ) throws -> RehearsedMail {
        guard let received = server.takeReceived().last, received.bytes == entry.bytes else {
            throw ServiceError.badMail("mail \(entry.key) did not arrive as it was sent")
        }
        let complaints =
            MailLinter.lint(received.bytes).map(\.description)
            + (MailText.calendars(in: received.bytes).first.map(Self.complaints) ?? [])
        guard complaints.isEmpty else {
            throw ServiceError.badMail("mail \(entry.key) breaks a rule: \(complaints.joined(separator: "; "))")
        }
        let digits = String(number)
        let padded = String(repeating: "0", count: max(0, 6 - digits.count)) + digits
        let file = "mail/\(padded)-\(entry.template)-\(entry.recipient).eml"
        try write(received.bytes, to: file)
        return RehearsedMail(number: number, file: file, entry: entry, sent: now)
    }

    /// Makes sure that the calendars to subscribe to are without a fault.
    func checkCalendars() throws {
        let files = FileManager.default.enumerator(atPath: path + "/calendars")?.compactMap { $0 as? String } ?? []
        for file in files where file.hasSuffix(".ics") {
            let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path + "/calendars/" + file)))
            let complaints = Self.complaints(of: bytes)
            guard complaints.isEmpty else {
                throw ServiceError.badMail("the calendar \(file) breaks a rule: \(complaints.joined(separator: "; "))")
            }
        }
    }

    private static func complaints(of calendar: [UInt8]) -> [String] {
        // That it is the METHOD of the mail, the mail's own linter has seen.
        let method = CalendarStream.parse(calendar).calendars.first?.property("METHOD")?.value
        return CalendarLinter.lint(bytes: calendar, method: method.flatMap(Method.init)).map(\.description)
    }

    func write(_ text: String, to file: String) throws {
        try write(Array(text.utf8), to: file)
    }

    private func write(_ bytes: [UInt8], to file: String) throws {
        do {
            try Data(bytes).write(to: URL(fileURLWithPath: path + "/" + file))
        } catch {
            throw ServiceError.cannotWrite(path + "/" + file, error.localizedDescription)
        }
    }
}

/// A mail that left in a rehearsal.
struct RehearsedMail: Sendable {
    var number: Int
    var file: String
    var entry: OutboxEntry
    var sent: Instant
}

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

    /// Writes mails as the server has received them and in that order, having made sure that they are what was sent.
    ///
    /// - Parameter count: how many there were before.
    func save(
        _ entries: [OutboxEntry], from ledger: Ledger, asReceivedBy server: LoopbackServer, after count: Int,
        at now: Instant
    ) throws -> [RehearsedMail] {
        let received = server.takeReceived()
        let numbers = Dictionary(received.enumerated().map { ($1.bytes, $0) }) { first, _ in first }
        guard received.count == entries.count else {
            throw ServiceError.badMail("\(entries.count) mails were sent, and \(received.count) arrived")
        }
        return try entries.map { entry in
            guard let body = try ledger.body(of: entry.id), let number = numbers[body] else {
                throw ServiceError.badMail("mail \(entry.key) did not arrive as it was sent")
            }
            return try save(entry, body, number: count + number + 1, at: now)
        }.sorted { $0.number < $1.number }
    }

    /// Writes a mail, having made sure that it is without a fault.
    private func save(_ entry: OutboxEntry, _ body: [UInt8], number: Int, at now: Instant) throws -> RehearsedMail {
        let complaints =
            MailLinter.lint(body).map(\.description)
            + (MailText.calendars(in: body).first.map(Self.complaints) ?? [])
        guard complaints.isEmpty else {
            throw ServiceError.badMail("mail \(entry.key) breaks a rule: \(complaints.joined(separator: "; "))")
        }
        let digits = String(number)
        let padded = String(repeating: "0", count: max(0, 6 - digits.count)) + digits
        let file = "mail/\(padded)-\(entry.template)-\(entry.recipient).eml"
        try write(body, to: file)
        return RehearsedMail(number: number, file: file, entry: entry, bytes: body, sent: now)
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

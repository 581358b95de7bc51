import CivilTime
import CurlMail
import Foundation
import MailMessage
import Synchronization

/// Somebody of the programme with a mailbox, a calendar, and a habit of answering.
struct QuarterReader {
    /// What somebody does with an invitation.
    enum Habit: Hashable {
        case accepts
        /// Each date once.
        case declinesFirst
        /// Another time for each date once.
        case proposesFirst
        case answersInWords
        /// A program answers every mail.
        case isAway
        /// Somebody else declines in their name.
        case isForged
        case asksAgain
        case silent
    }

    let address: EmailAddress
    let habit: Habit
    let mailbox: IMAPMailbox
    /// Mails that were sent to the address, and those that were read.
    var expected = 0
    private(set) var read = 0
    private(set) var inbox = Inbox()
    private var position: IMAPMailbox.Position?
    private var reacted: Set<String> = []

    static let mostTries = 1_200

    init(address: EmailAddress, habit: Habit, mailbox: IMAPMailbox) {
        self.address = address
        self.habit = habit
        self.mailbox = mailbox
    }

    /// Reads until everything has come that was sent.
    mutating func readAll(seen complaints: inout [String]) async throws -> [MailServer.Arrival] {
        var arrivals: [MailServer.Arrival] = []
        for _ in 0..<Self.mostTries where read < expected {
            let page = Mutex((mails: [[UInt8]](), position: position))
            let result = await mailbox.read(
                after: position,
                visit: { mail in
                    if case .bytes(let bytes) = mail { page.withLock { $0.mails.append(bytes) } }
                    return .handled
                }, commit: { reached in page.withLock { $0.position = reached } })
            _ = try result.get()
            let (mails, reached) = page.withLock { $0 }
            position = reached
            for bytes in mails {
                read += 1
                inbox.receive(bytes, isRepeat: false)
                guard let id = try ReceivedMessage(reading: bytes).messageID else { continue }
                arrivals.append(MailServer.Arrival(address: address, messageID: id, bytes: bytes))
            }
            if read < expected { try await Task.sleep(for: .milliseconds(25)) }
        }
        if read < expected { complaints.append("\(expected - read) mails to \(address) never came") }
        return arrivals
    }

    /// What goes back.
    mutating func answers(
        to arrival: MailServer.Arrival, at now: Instant, _ chance: inout Chance
    ) -> [[UInt8]] {
        let isInvitation = !MailText.calendars(in: arrival.bytes).isEmpty
        let isNew = isInvitation && reacted.insert(inbox.lastUID ?? "").inserted
        let kinds: [Correspondent.Kind]
        switch habit {
        case .accepts: kinds = isInvitation ? [.accept] : []
        case .declinesFirst: kinds = isInvitation ? [isNew ? .decline : .accept] : []
        case .proposesFirst: kinds = isInvitation ? [isNew ? .counter : .accept] : []
        case .answersInWords: kinds = [.word]
        case .isAway: kinds = [.vacation]
        case .isForged: kinds = isInvitation ? [.stranger, .guessedReport, .guessedWord] : []
        case .asksAgain: kinds = isNew ? [.refresh, .accept] : []
        case .silent: kinds = []
        }
        let correspondent = Correspondent(to: arrival, at: now)
        return kinds.compactMap { correspondent.mail($0, &chance)?.bytes }
    }
}

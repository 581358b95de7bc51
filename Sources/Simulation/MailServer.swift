import CivilTime
import CurlMail
import Ledger
import MailMessage

/// The server at the other end, which keeps what it takes, and misbehaves by chance.
struct MailServer {
    /// What will happen to a mail that begins now.
    enum Fate: Hashable {
        case taken
        /// Before the body.
        case routeDown, suspended, greylisted, refused
        /// Whatever it is.
        case refusedAlike
        /// After the dot.
        case deferredAfterwards
        /// The answer to the dot is lost; the mail may be there.
        case lost(isStored: Bool, seconds: Int64)
    }

    struct Arrival {
        var address: EmailAddress
        var messageID: MessageID
        var bytes: [UInt8]
    }

    private(set) var arrivals: [Arrival] = []
    private(set) var inboxes: [EmailAddress: Inbox] = [:]

    static func fate(_ chance: inout Chance, isRough: Bool) -> Fate {
        guard isRough else { return .taken }
        switch chance.number(0...99) {
        case 0...4: return .routeDown
        case 5...5: return .suspended
        case 6...11: return .greylisted
        case 12...12: return .refused
        case 13...15: return .deferredAfterwards
        case 16...19:
            return .lost(isStored: chance.happens(500), seconds: chance.happens(300) ? 600 : 0)
        default: return .taken
        }
    }

    mutating func store(_ entry: OutboxEntry, _ bytes: [UInt8]) {
        let address = entry.envelope.recipient
        let isRepeat = arrivals.contains { $0.address == address && $0.bytes == bytes }
        arrivals.append(Arrival(address: address, messageID: entry.messageID, bytes: bytes))
        inboxes[address, default: Inbox()].receive(bytes, isRepeat: isRepeat)
    }
}

extension MailServer.Fate {
    /// The verdict without the body; nil where it is handed over.
    var before: Verdict? {
        switch self {
        case .routeDown: .routeDown("no connection")
        case .suspended: .routeSuspended("535 no")
        case .greylisted: .deferred(Reply(code: 450, words: "greylisted"))
        case .refused: .refused(Reply(code: 550, words: "5.1.1 nobody"), at: .recipient)
        case .refusedAlike: .refused(Reply(code: 554, words: "5.7.1 not from you"), at: .sender)
        case .taken, .deferredAfterwards, .lost: nil
        }
    }

    /// What follows the dot.
    var after: (isStored: Bool, verdict: Verdict, seconds: Int64) {
        switch self {
        case .deferredAfterwards: (false, .deferred(Reply(code: 451, words: "later")), 0)
        case .lost(let isStored, let seconds): (isStored, .unknown("no answer"), seconds)
        default: (true, .accepted(Reply(code: 250, words: "taken in")), 0)
        }
    }
}

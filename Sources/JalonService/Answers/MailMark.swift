import CivilTime
import Ledger
import MailMessage
import Mentoring

/// By what a mail is known when it comes again: from another folder, by another way, or because the server has numbered
/// its mails anew.
///
/// That is its Message-ID, and whose it is found to be: nobody who uses another's Message-ID has that mail taken for one
/// that was dealt with. A mail without one is known by what whoever wrote it wrote; what servers add on its way, how
/// lines end and how the content is encoded does not count.
struct MailMark: CustomStringConvertible {
    let description: String

    /// - Parameter incoming: what the mail was found to ask.
    init(of mail: ReceivedMessage, asking incoming: Incoming) {
        switch incoming {
        // Each of Jalon's mails comes back once, however many servers say so.
        case .bounce(let id, _): self.init("bounce", "\(id)")
        case .setAside, .flood: self.init(incoming.kind, mail.fingerprint)
        case .uninvited(let id): self.init(incoming.kind, id.rawValue, mail.identity)
        case .concern(let concern, let id, let person):
            self.init(concern.rawValue, id.rawValue, person?.rawValue ?? "", mail.identity)
        case .answer, .proposal, .refresh, .met, .mediatorWanted, .pauseWanted:
            self.init("from", incoming.person?.rawValue ?? "", mail.identity)
        }
    }

    /// Of a mail of which nothing but its size is read.
    init(tooLarge octets: Int, in mailbox: String) { self.init("too large", mailbox, "\(octets)") }

    /// Of bytes that cannot be read as a mail.
    init(unreadable bytes: [UInt8]) { self.init("unreadable", Fingerprint(bytes).description) }

    /// Of somebody's call for help on a day: it goes once.
    init(callFrom person: Person.ID, in relationship: Relationship.ID, on day: CivilDate) {
        self.init("call", person.rawValue, relationship.rawValue, "\(day)")
    }

    private init(_ parts: String...) {
        description = Fingerprint(parts.map { "\($0.utf8.count) \($0)" }.joined().utf8).description
    }
}

extension ReceivedMessage {
    fileprivate var identity: String { messageID.map { "\($0)" } ?? fingerprint }

    /// What whoever wrote the mail wrote. A mail without a date has that of the first server that had it.
    fileprivate var fingerprint: String {
        let names = ["From", "Date", "Subject", "In-Reply-To", "References"]
        var pieces = names.flatMap { name in headers.all(name).map { Array("\(name):".utf8) + $0.withoutBlanks } }
        if date == nil, let first = headers.all("Received").last { pieces.append(first.withoutBlanks) }
        pieces += contents.map(\.withoutBlanks)
        return Fingerprint(pieces.joined(separator: [0])).description
    }
}

extension [UInt8] {
    /// How lines are folded and end is the business of whoever hands a mail on.
    fileprivate var withoutBlanks: [UInt8] { filter { $0 > 0x20 } }
}

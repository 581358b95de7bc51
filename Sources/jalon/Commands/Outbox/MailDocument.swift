import CivilTime
import Ledger
import MailMessage
import Mentoring

/// A mail of the outbox as JSON; instants are in UTC.
struct MailDocument: Encodable {
    private var id: Int64
    private var state: String
    private var template: String
    private var recipient: String
    private var address: String
    private var subject: String
    private var messageID: String
    private var key: String
    private var composed: String
    private var notBefore: String
    private var usefulUntil: String?
    private var settled: String?
    private var attempts: Int
    private var doubts: Int
    private var words: String?
    /// The whole mail, where it was asked for.
    private var mail: String?

    init(_ entry: OutboxEntry, body: [UInt8]?) {
        id = entry.id
        state = entry.state.rawValue
        template = entry.template.rawValue
        recipient = entry.recipient.rawValue
        address = entry.envelope.recipient.description
        subject = entry.subject
        messageID = entry.messageID.description
        key = entry.key
        composed = entry.composed.description
        notBefore = entry.notBefore.description
        usefulUntil = entry.usefulUntil?.description
        settled = entry.settled?.description
        attempts = entry.attempts
        doubts = entry.doubts
        words = entry.words
        mail = body.map { String(decoding: $0, as: UTF8.self) }
    }

    enum CodingKeys: String, CodingKey {
        case id, state, template, recipient, address, subject, key, composed, settled, attempts, doubts, words, mail
        case messageID = "message_id"
        case notBefore = "not_before"
        case usefulUntil = "useful_until"
    }
}

import Ledger
import MailMessage
import Mentoring

// What servers say of mails that they could not deliver (RFC 3464).

extension MailJudge {
    /// A report names its mail by the Message-ID, or by the address to which it came: who knows neither reports nothing.
    func judge(_ report: DeliveryReport, in mail: ReceivedMessage) throws -> Judgement {
        let failures = report.recipients.filter(\.isPermanentFailure)
        guard !failures.isEmpty else { return .report("it tells of no failure for good") }
        let named =
            [report.originalMessageID].compactMap(\.self)
            + (programme.namesMailInEnvelope ? EnvelopeName.mails(in: mail.headers) : [])
        guard let entry = try named.lazy.compactMap(records.mail).first else {
            return .report("it names no mail of Jalon's")
        }
        guard entry.state == .sent else {
            return .report("mail \(entry.id) is \(entry.state.rawValue), and was not sent")
        }
        // Where people have their mail passed on, it did arrive; what becomes of it then says nothing of their address.
        guard let failed = failures.first(where: { $0.isOf(entry.envelope.recipient) }) else {
            return .report("it tells of another address than that to which mail \(entry.id) went")
        }
        let words = failed.diagnosticCode ?? failed.status.map { "\($0)" } ?? "failed"
        return .incoming(.bounce(entry.id, String(words.prefix(Self.longestWords))))
    }

    private static let longestWords = 300
}

public import CivilTime
public import Ledger
import MailMessage
public import Mentoring

/// Takes mails in, whichever way they come: each is judged, and acts once.
public struct Reception: Sendable {
    private let judge: MailJudge
    private let ledger: Ledger

    /// - Parameter authservID: the name of the receiving server, whose word on the sender counts; nil where none is
    ///   named.
    public init(programme: Programme, authservID: String? = nil, ledger: Ledger) {
        self.ledger = ledger
        judge = MailJudge(
            programme: programme, authservID: authservID, records: MailJudge.Records(ledger: ledger))
    }

    /// - Parameter bytes: the mail as it came.
    /// - Returns: what it means, and what is to be handed in; nil where that is nothing.
    public func receive(
        _ bytes: [UInt8], at now: Instant
    ) throws -> (judgement: Judgement, mail: IncomingMail?) {
        let judgement = try judge.judge(bytes, at: now)
        guard let incoming = judgement.incoming else { return (judgement, nil) }
        let mark =
            if let mail = try? ReceivedMessage(reading: bytes) {
                MailMark(of: mail, asking: incoming)
            } else {
                MailMark(unreadable: bytes)
            }
        return try handingIn(judgement, IncomingMail(incoming, mark: "\(mark)"))
    }

    /// - Parameters:
    ///   - octets: the size of a mail that was not read.
    ///   - mailbox: where it lies.
    func receive(
        tooLarge octets: Int, in mailbox: String
    ) throws -> (judgement: Judgement, mail: IncomingMail?) {
        let incoming = Incoming.setAside("\(octets) octets")
        let mark = MailMark(tooLarge: octets, in: mailbox)
        return try handingIn(.incoming(incoming), IncomingMail(incoming, mark: "\(mark)"))
    }

    private func handingIn(
        _ judgement: Judgement, _ mail: IncomingMail
    ) throws -> (judgement: Judgement, mail: IncomingMail?) {
        guard let mark = mail.mark, try ledger.isTakenIn(mark) else { return (judgement, mail) }
        // What is left for humans stays so each time that it is seen.
        return judgement.isHandled ? (.again(mail.incoming.meeting), nil) : (judgement, nil)
    }
}

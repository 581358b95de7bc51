public import CivilTime
import Configuration
import ICalendar
public import Ledger
import MailMessage
public import Mentoring

/// Decides what a mail that has come in means; nothing is changed by asking.
///
/// Of a calendar in it only PARTSTAT and a proposed start count, and only of whoever is found to have sent it: who
/// writes From can write anything.
public struct MailJudge: Sendable {
    /// What is known of what has gone out.
    public struct Records: Sendable {
        let uid: @Sendable (String) throws -> Announcement?
        let meeting: @Sendable (Meeting.ID) throws -> Announcement?
        let mail: @Sendable (MessageID) throws -> OutboxEntry?

        public init(ledger: Ledger) {
            uid = { uid in try ledger.meeting(uid: uid).flatMap { try ledger.announcement(of: $0.id) } }
            meeting = { try ledger.announcement(of: $0) }
            mail = { try ledger.mail($0) }
        }

        /// - Parameter announcement: what was announced under a UID.
        init(announcement: @escaping @Sendable (String) throws -> Announcement?) {
            uid = announcement
            meeting = { _ in nil }
            mail = { _ in nil }
        }
    }

    let programme: Programme
    let records: Records
    let proof: SenderProof

    /// - Parameter authservID: the name of the receiving server, whose word on the sender counts; nil where none is
    ///   named.
    public init(programme: Programme, authservID: String? = nil, records: Records) {
        self.programme = programme
        self.records = records
        proof = SenderProof(authservID: authservID)
    }

    /// - Parameter bytes: the mail as it came.
    public func judge(_ bytes: [UInt8], at now: Instant) throws -> Judgement {
        let mail: ReceivedMessage
        do {
            mail = try ReceivedMessage(reading: bytes)
        } catch {
            return .incoming(.setAside("\(error)"))
        }
        if let report = mail.deliveryReport { return try judge(report, in: mail) }
        var fault: AnswerFault?
        for calendar in mail.calendarParts.flatMap({ CalendarStream.parse($0.bytes).calendars }) {
            do throws(AnswerFault) {
                let answer = try CalendarAnswer(calendar)
                return try judge(answer, in: mail, at: now)
            } catch {
                fault = fault ?? error
            }
        }
        // Whoever is away lets a program answer; what it quotes is nobody's word.
        if mail.automation.isAutomatic { return .automatic }
        if let judgement = try judgeWords(of: mail, at: now) { return judgement }
        return .forHumans(fault.map { "\($0)" } ?? "it answers no invitation")
    }
}

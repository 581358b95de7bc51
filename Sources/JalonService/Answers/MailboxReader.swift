import CivilTime
package import CurlMail
package import Ledger
package import Logging
package import Mentoring
import Synchronization

/// Reads what is new in the mailbox with the answers, and hands in what it asks.
///
/// What a page of mails asks and how far it goes are written in one transaction: a mail counts once, whatever happens.
package struct MailboxReader: Sendable {
    let mailbox: IMAPRoute
    let ledger: Ledger
    /// By which the mails are judged.
    let programme: @Sendable () async throws -> Programme
    let clock: any WallClock
    /// Called when there is something for the wheel.
    let ring: @Sendable () async -> Void
    let authserv: String?
    let logger: Logger

    package init(
        mailbox: IMAPRoute, ledger: Ledger, clock: any WallClock, authserv: String?, logger: Logger,
        programme: @escaping @Sendable () async throws -> Programme,
        ring: @escaping @Sendable () async -> Void = {}
    ) {
        self.mailbox = mailbox
        self.ledger = ledger
        self.clock = clock
        self.authserv = authserv
        self.logger = logger
        self.programme = programme
        self.ring = ring
    }

    /// - Parameter isWanted: asked before each mail.
    /// - Returns: how many mails were looked at.
    package func read(isWanted: @escaping @Sendable () -> Bool = { true }) async -> Result<Int, IMAPFault> {
        let name = mailbox.name
        let position: MailboxPosition?
        let judge: MailJudge
        do {
            position = try ledger.position(in: name)
            judge = MailJudge(
                programme: try await programme(), authservID: authserv,
                records: MailJudge.Records(ledger: ledger))
        } catch {
            return .failure(.notKept("\(error)"))
        }
        let page = Page()
        let (ledger, clock) = (self.ledger, self.clock)
        let result = await IMAPMailbox(route: mailbox).read(
            after: position.map { .init(validity: $0.validity, last: $0.last) },
            visit: { mail in
                let judgement: Judgement
                switch mail {
                case .tooLarge(let size): judgement = .incoming(.setAside("\(size) octets"))
                case .bytes(let bytes): judgement = try judge.judge(bytes, at: clock.now())
                }
                page.note(judgement)
                return judgement.isHandled ? .handled : .left
            },
            commit: { reached in
                let incoming = page.take()
                try ledger.take(
                    incoming, in: name, upTo: MailboxPosition(validity: reached.validity, last: reached.last),
                    at: clock.now())
                page.commit(incoming.count)
            }, isWanted: isWanted)
        if page.committed > 0 {
            logger.notice("answers: \(page.committed) taken in")
            await ring()
        }
        return result
    }
}

/// What the mails of a page ask, gathered on the mailbox's thread.
private final class Page: Sendable {
    private let state = Mutex((incoming: [Incoming](), committed: 0))

    func note(_ judgement: Judgement) {
        guard let incoming = judgement.incoming else { return }
        state.withLock { $0.incoming.append(incoming) }
    }

    func take() -> [Incoming] {
        state.withLock { state in
            defer { state.incoming = [] }
            return state.incoming
        }
    }

    func commit(_ count: Int) { state.withLock { $0.committed += count } }

    var committed: Int { state.withLock(\.committed) }
}

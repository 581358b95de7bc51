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
        let reception: Reception
        do {
            position = try ledger.position(in: name)
            reception = Reception(programme: try await programme(), authservID: authserv, ledger: ledger)
        } catch {
            return .failure(.notKept("\(error)"))
        }
        let page = Page()
        let (ledger, clock) = (self.ledger, self.clock)
        let result = await IMAPMailbox(route: mailbox).read(
            after: position.map { .init(validity: $0.validity, last: $0.last) },
            visit: { mail in
                let (judgement, mail) =
                    switch mail {
                    case .tooLarge(let size): try reception.receive(tooLarge: size, in: name)
                    case .bytes(let bytes): try reception.receive(bytes, at: clock.now())
                    }
                if let mail { page.note(mail) }
                return judgement.isHandled ? .handled : .left
            },
            commit: { reached in
                let mails = page.take()
                try ledger.take(
                    mails, in: name, upTo: MailboxPosition(validity: reached.validity, last: reached.last),
                    at: clock.now())
                page.commit(mails.count)
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
    private let state = Mutex((mails: [IncomingMail](), committed: 0))

    func note(_ mail: IncomingMail) { state.withLock { $0.mails.append(mail) } }

    func take() -> [IncomingMail] {
        state.withLock { state in
            defer { state.mails = [] }
            return state.mails
        }
    }

    func commit(_ count: Int) { state.withLock { $0.committed += count } }

    var committed: Int { state.withLock(\.committed) }
}

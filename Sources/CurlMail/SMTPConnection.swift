public import MailMessage

/// A connection to a mail server, made when the first mail comes and used for those that follow.
///
/// A libcurl handle on a thread of its own does the work, one mail after another in the order of the calls; callers
/// wait without blocking a thread. An idle connection is closed after a minute, or when the server says so, and made
/// again without a word.
///
///     let connection = SMTPConnection(route: route)
///     let verdict = await connection.send(envelope, bytes: bytes) { try ledger.mark(entry) }
public final class SMTPConnection: Sendable {
    private let orders = Orders<Order>()

    private enum Order: Sendable {
        case send(Errand, CheckedContinuation<Verdict, Never>)
        case close(CheckedContinuation<Void, Never>)
    }

    public init(route: SMTPRoute) {
        let orders = orders
        let isStarted = WorkerThread.start {
            var session: SMTPSession? = SMTPSession(route: route)
            while let order = orders.next() {
                switch order {
                case .send(let errand, let caller):
                    caller.resume(returning: session?.send(errand) ?? Self.closed)
                case .close(let caller):
                    session = nil
                    caller.resume()
                }
            }
        }
        if !isStarted { orders.end() }
    }

    deinit { orders.end() }

    /// Hands one mail to the server, and says what became of it within the route's total time-out.
    ///
    /// - Parameters:
    ///   - bytes: the whole mail with CR LF line ends; dots are stuffed on the way (RFC 5321, section 4.5.2).
    ///   - committing: called once at most, on the connection's thread, after the last byte has been handed over and
    ///     before the dot that ends the mail. Whoever commits a marker here knows after a crash that the server may
    ///     have the mail; without the marker it cannot. A throw aborts: nothing is accepted.
    public func send(
        _ envelope: Envelope, bytes: [UInt8], committing: @escaping @Sendable () throws -> Void
    ) async -> Verdict {
        let errand = Errand(envelope: envelope, bytes: bytes, committing: committing)
        return await withCheckedContinuation { caller in
            if !orders.add(.send(errand, caller)) { caller.resume(returning: Self.closed) }
        }
    }

    /// Finishes what was asked for, says QUIT and ends the thread; a mail that comes later finds the route down.
    public func close() async {
        await withCheckedContinuation { caller in
            if !orders.addLast(.close(caller)) { caller.resume() }
        }
    }

    private static var closed: Verdict {
        .routeDown("this connection is closed, or the system has no thread left for it")
    }
}

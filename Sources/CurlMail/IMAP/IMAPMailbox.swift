/// A mailbox that is read mail by mail, and left as its humans left it.
///
/// A look takes a connection of its own, on a thread of its own; callers wait without blocking a thread.
public struct IMAPMailbox: Sendable {
    /// How far it has been read (RFC 3501 section 2.3.1.1).
    public struct Position: Sendable, Hashable {
        public var validity: UInt32
        /// The UID of the last mail that was dealt with; 0 for none.
        public var last: UInt32

        public init(validity: UInt32, last: UInt32) {
            self.validity = validity
            self.last = last
        }
    }

    public enum Mail: Sendable {
        case bytes([UInt8])
        /// More than is ever read: so many bytes, of which none was fetched.
        case tooLarge(Int)
    }

    /// What is to become of a mail.
    public enum Fate: Sendable {
        /// As it was, unseen where it was unseen.
        case left
        /// Seen, and moved where the route says so.
        case handled
    }

    private let route: IMAPRoute

    public init(route: IMAPRoute) {
        self.route = route
    }

    /// Reads what is new, in the order of its UIDs, in pages of two hundred mails.
    ///
    /// - Parameters:
    ///   - position: where to go on; nil, or one of another validity, for the beginning.
    ///   - visit: called with each mail on the mailbox's thread.
    ///   - commit: called after each page with how far it goes; what it throws ends the look. Mails are
    ///     marked and moved after the last page.
    ///   - isWanted: asked before each mail and each search; false ends the look after what was visited is committed.
    /// A look that a server draws out ends after ten thousand mails or twenty thousand commands, and the next goes on.
    ///
    /// - Returns: how many mails were visited.
    public func read(
        after position: Position?, visit: @escaping @Sendable (Mail) throws -> Fate,
        commit: @escaping @Sendable (Position) throws -> Void, isWanted: @escaping @Sendable () -> Bool = { true }
    ) async -> Result<Int, IMAPFault> {
        await onThread { route in
            var look = try IMAPLook(route: route, position: position)
            return try look.run(visit: visit, commit: commit, isWanted: isWanted)
        }
    }

    /// Connects, logs in and opens the folder.
    public func probe() async -> Result<Void, IMAPFault> {
        await onThread { route in _ = try IMAPLook(route: route, position: nil) }
    }

    private func onThread<Value: Sendable>(
        _ work: @escaping @Sendable (IMAPRoute) throws -> Value
    ) async -> Result<Value, IMAPFault> {
        let route = self.route
        return await withCheckedContinuation { caller in
            let isStarted = WorkerThread.start {
                do {
                    caller.resume(returning: .success(try work(route)))
                } catch let fault as IMAPFault {
                    caller.resume(returning: .failure(fault))
                } catch let refusal as IMAPHandle.CommandRefused {
                    let server = "\(route.host):\(route.port)"
                    caller.resume(returning: .failure(.down("\(server) refuses a command: \(refusal.words)")))
                } catch {
                    caller.resume(returning: .failure(.needsAdmin("\(error)")))
                }
            }
            if !isStarted { caller.resume(returning: .failure(.down("the system has no thread left"))) }
        }
    }
}

import Dispatch
import Glibc
import Synchronization

/// An SMTP server on 127.0.0.1 that keeps what it gets, and that misbehaves where its script says so.
///
/// It serves rehearsals and tests: no mail leaves it. Each connection has a thread; whatever a client sends, a line is
/// at most 2,048 octets, a mail at most `Script.maximumSize`, a session at most 100 recipients a mail, and the server
/// at most 64 sessions at a time.
public final class LoopbackServer: Sendable {
    static let maximumSessions = 64
    static let keptCommands = 1000

    /// The port that the server listens on.
    public let port: UInt16

    private let books: Books
    private let threads = DispatchGroup()

    /// Starts to listen.
    /// - Parameter port: the port on 127.0.0.1; 0 takes any that is free.
    public init(port: UInt16 = 0, script: Script = Script()) throws(LoopbackError) {
        let listener = try Listener(port: port)
        self.port = listener.port
        let books = Books(script: script, listener: listener.descriptor)
        self.books = books
        let threads = self.threads
        DispatchQueue(label: "loopback smtp listener").async(group: threads) {
            while let client = listener.accept() {
                guard let number = books.open(client) else {
                    client.write("421 4.3.2 too many sessions\r\n")
                    client.close()
                    continue
                }
                DispatchQueue(label: "loopback smtp session").async(group: threads) {
                    var session = Session(number: number, socket: client, books: books)
                    session.serve()
                    books.forget(client)
                    client.close()
                }
            }
            listener.close()
        }
    }

    deinit { stop() }

    /// Ends all sessions and gives the port back; returns when no thread is left. What was received stays.
    public func stop() {
        books.stop()
        threads.wait()
    }

    /// The mails taken in so far that nobody took away, in their order.
    public func received() -> [ReceivedMail] {
        books.received()
    }

    /// Takes the mails away, so that a long rehearsal does not keep them.
    ///
    /// A mail is stored before its `250` is sent: whoever has seen the answer finds the mail here without waiting.
    public func takeReceived() -> [ReceivedMail] {
        books.takeReceived()
    }

    /// How many connections have come since the start.
    public var sessionCount: Int {
        books.sessionCount
    }

    /// The last thousand commands of all sessions; what follows AUTH's mechanism is left out.
    public func commands() -> [String] {
        books.commands()
    }
}

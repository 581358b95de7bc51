import Synchronization

/// What all sessions share: the script that they use up, the mails, and which sockets are open.
final class Books: Sendable {
    /// One of the script's lists.
    typealias Step = any WritableKeyPath<Script, [Reaction]> & Sendable

    private struct State {
        var script: Script
        var mails: [ReceivedMail] = []
        var commands: [String] = []
        var sessions = 0
        var open: Set<Socket> = []
        var listener: Socket?
        var greylisted: Set<String> = []
    }

    /// The part of the script that no session uses up.
    let script: Script
    private let state: Mutex<State>

    init(script: Script, listener: Socket) {
        self.script = script
        state = Mutex(State(script: script, listener: listener))
    }

    // MARK: Sessions

    /// The number of the new session; nil when there are too many, or the server is stopping.
    func open(_ client: Socket) -> Int? {
        state.withLock { state in
            guard state.listener != nil, state.open.count < LoopbackServer.maximumSessions else { return nil }
            state.open.insert(client)
            state.sessions += 1
            return state.sessions
        }
    }

    /// To be called before the socket is closed, so that `stop` never touches a descriptor that is somebody else's.
    func forget(_ client: Socket) {
        _ = state.withLock { $0.open.remove(client) }
    }

    func stop() {
        state.withLock { state in
            state.listener?.shutdown()
            state.listener = nil
            for client in state.open { client.shutdown() }
        }
    }

    var sessionCount: Int {
        state.withLock { $0.sessions }
    }

    // MARK: The script

    func next(_ step: Step) -> Reaction {
        state.withLock { $0.script[keyPath: step].isEmpty ? .normal : $0.script[keyPath: step].removeFirst() }
    }

    func nextAfterDot() -> DotReaction {
        state.withLock { $0.script.dot.isEmpty ? .normal : $0.script.dot.removeFirst() }
    }

    /// Whether nobody has written to the address yet; from now on somebody has.
    func isNew(_ address: String) -> Bool {
        state.withLock { $0.greylisted.insert(address).inserted }
    }

    // MARK: What was heard

    func note(command: String) {
        state.withLock { state in
            if state.commands.count >= 2 * LoopbackServer.keptCommands {
                state.commands.removeFirst(LoopbackServer.keptCommands)
            }
            state.commands.append(command)
        }
    }

    func store(_ mail: ReceivedMail) {
        state.withLock { $0.mails.append(mail) }
    }

    func received() -> [ReceivedMail] {
        state.withLock { $0.mails }
    }

    func takeReceived() -> [ReceivedMail] {
        state.withLock { state in
            defer { state.mails = [] }
            return state.mails
        }
    }

    func commands() -> [String] {
        state.withLock { Array($0.commands.suffix(LoopbackServer.keptCommands)) }
    }
}

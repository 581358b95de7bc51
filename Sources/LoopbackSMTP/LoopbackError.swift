/// Why the loopback server cannot start.
public enum LoopbackError: Error, Hashable, Sendable {
    /// A system call on the listening socket failed, with the system's words.
    case cannotListen(port: UInt16, call: String, reason: String)
}

extension LoopbackError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .cannotListen(let port, let call, let reason):
            "the loopback mail server cannot listen on 127.0.0.1 port \(port) (\(call): \(reason)); "
                + "free the port, or give 0 for any"
        }
    }
}

/// Why a mailbox could not be read.
public enum IMAPFault: Error, Sendable, Hashable {
    /// The name, the connection, the TLS handshake, a time-out: it may pass.
    case down(String)
    /// Credentials refused, a bad certificate, STARTTLS not offered, no such folder: an admin must act.
    case needsAdmin(String)
    /// What is read could not be written down.
    case notKept(String)
}

extension IMAPFault: CustomStringConvertible {
    public var description: String {
        switch self {
        case .down(let words), .needsAdmin(let words): words
        case .notKept(let words): "what was read could not be written down: \(words)"
        }
    }
}

extension IMAPFault {
    /// - Parameter last: what the server said last.
    init(_ result: Outcome.Result, complaint: String, last: String?, on route: IMAPRoute) {
        let server = "\(route.host):\(route.port)"
        let said = last.map { "; it last said: \($0)" } ?? ""
        switch result {
        case .loginDenied: self = .needsAdmin("\(server) refuses the user name or password for answers\(said)")
        case .noTLS:
            self = .needsAdmin("\(server) does not offer STARTTLS, and mail is not read in the clear\(said)")
        case .badCertificate: self = .needsAdmin("the certificate of \(server) cannot be trusted: \(complaint)")
        case .done, .timedOut, .other: self = .down("\(server) cannot be read now: \(complaint)\(said)")
        }
    }
}

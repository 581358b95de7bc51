/// What the receiving server found out about who sent a mail (RFC 8601): `mx.exemple.fr; dkim=pass header.d=exemple.org`.
public struct AuthenticationResults: Sendable, Hashable {
    /// The name of the server that vouches for it.
    public let authservID: String
    /// In their order; a method may come several times, as DKIM does for each signature.
    public let results: [Result]

    /// What one method came to.
    public struct Result: Sendable, Hashable {
        public let method: Method
        /// In lower case: `pass`, `fail`, `none`, `softfail`, `temperror`, …
        public let outcome: String
        /// By their names in lower case: `header.d`, `header.from`, `smtp.mailfrom`; of two alike, the first.
        public let properties: [String: String]

        public var isPass: Bool { outcome == "pass" }
    }

    public enum Method: Sendable, Hashable {
        case dkim, spf, dmarc
        /// In lower case.
        case other(String)

        init(_ name: String) {
            switch name {
            case "dkim": self = .dkim
            case "spf": self = .spf
            case "dmarc": self = .dmarc
            default: self = .other(name)
            }
        }
    }

    public func results(of method: Method) -> [Result] {
        results.filter { $0.method == method }
    }
}

extension ReceivedMessage {
    /// What the receiving server says; nil where it says nothing.
    ///
    /// Only its topmost header counts, and no more once a `Received` above it was written by others, since anybody can
    /// write such a header. A server must take out those that come in with its own name (RFC 8601 section 5): where it
    /// neither does so nor writes one itself, nothing here can tell a forged one.
    ///
    /// - Parameter authservID: the name that the receiving server gives itself in the header.
    public func authenticationResults(by authservID: String) -> AuthenticationResults? {
        let hosts = ReceivingHosts(authservID)
        for (name, value) in headers.all(among: ["Authentication-Results", "Received"]) {
            if name == "Received" {
                if hosts.isByOthers(value) { return nil }
            } else if let results = AuthenticationResults(reading: value),
                results.authservID.lowercased() == authservID.lowercased()
            {
                return results
            }
        }
        return nil
    }
}

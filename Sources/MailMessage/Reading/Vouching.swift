extension ReceivedMessage {
    /// What the receiving server says of who sent the mail, the topmost header first, whose word it is; those below were
    /// written before. Nil where it says nothing, or where any of it cannot be read to its end: what was left out might
    /// be what matters.
    ///
    /// Headers count down to a `Received` that others wrote, or that nobody can read, since anybody can write such a
    /// header. A server must take out those that come in with its own name (RFC 8601 section 5): where it neither does
    /// so nor writes one itself, nothing here can tell a forged one.
    ///
    /// - Parameters:
    ///   - authservID: the name that the receiving server gives itself in the header.
    ///   - neighbours: the domain in which all hosts belong to it; nil where there is none.
    public func authenticationResults(by authservID: String, neighbours: String? = nil) -> [AuthenticationResults]? {
        guard headers.areWellFormed else { return nil }
        let hosts = ReceivingHosts(authservID, neighbours)
        var found: [AuthenticationResults] = []
        for (name, value) in headers.all(among: ["Authentication-Results", "Received"]) {
            if name == "Received" {
                if hosts.isByOthers(value) { break }
            } else if let server = AuthenticationResults.server(of: value),
                HeaderScanner.folded(server) == HeaderScanner.folded(authservID)
            {
                guard let results = AuthenticationResults(value) else { return nil }
                found.append(results)
            }
        }
        return found.isEmpty ? nil : found
    }
}

/// Which hosts a mail comes through once it has arrived: the receiving server, and its neighbours.
struct ReceivingHosts {
    private let names: [String]

    /// `mx.example.com` has neighbours in `example.com`, and those below itself.
    init(_ authservID: String, _ neighbours: String?) {
        names = [authservID, neighbours].compactMap { $0?.lowercased() }
    }

    /// Whether a `Received` was written by a host that is none of them, or cannot be told to be one.
    ///
    /// Names that are good in one place only, such as `localhost` or an address, belong to whoever stands above.
    func isByOthers(_ received: [UInt8]) -> Bool {
        guard let host = TraceField(received)?.host else { return true }
        let labels = host.split(separator: ".")
        let isAddress = host.hasPrefix("[") || host.contains(":") || host.utf8.allSatisfy { $0 < 0x3A }
        let isLocal = labels.count < 2 || labels.last.map { Self.localDomains.contains($0) } ?? true
        return !isAddress && !isLocal && !names.contains { host == $0 || host.hasSuffix("." + $0) }
    }

    /// Which no public name ends in (RFC 6761, RFC 6762), and which are in use.
    private static let localDomains: Set<Substring> = ["internal", "lan", "local", "localdomain", "localhost"]
}

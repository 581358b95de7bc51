import Glibc

/// What a look at a mail server has found, without a mail being sent.
public struct SMTPProbe: Sendable, Hashable {
    /// How far the look came; each is a step after the one before.
    public enum Stage: Int, Sendable, Hashable, Comparable, CaseIterable {
        /// The host's name has an address.
        case name
        /// Something answers at the address and port.
        case connection
        /// The connection is encrypted as the route insists on.
        case encryption
        /// The server lets us in.
        case login
        /// The server takes commands; its offers are known.
        case ready

        public static func < (left: Stage, right: Stage) -> Bool { left.rawValue < right.rawValue }
    }

    /// The stage that failed; nil where all is well.
    public let failure: Stage?
    /// Why it failed, and what to do; empty where all is well.
    public let words: String
    /// The addresses of the host's name.
    public let addresses: [String]
    /// What EHLO offers: keywords in capitals, with what follows them (RFC 5321, section 4.1.1.1).
    public let offers: [String: String]

    /// Looks, which takes as long as a mail may at most.
    public static func look(at route: SMTPRoute) async -> SMTPProbe {
        await withCheckedContinuation { caller in
            if !WorkerThread.start({ caller.resume(returning: SMTPProbe(lookingAt: route)) }) {
                caller.resume(returning: SMTPProbe(.connection, "the system has no thread left"))
            }
        }
    }

    private init(lookingAt route: SMTPRoute) {
        let addresses = Self.addresses(of: route.host)
        guard !addresses.isEmpty else {
            self = SMTPProbe(.name, "\(route.host) has no address; check the name, and this machine's name servers")
            return
        }
        do {
            let outcome = try CurlHandle(route: route).probe()
            let verdict = outcome.wasAnswered ? nil : Verdict(of: outcome, on: route)
            self.init(
                verdict == nil ? nil : Self.stage(of: outcome, on: route), verdict?.words ?? "", addresses: addresses,
                offers: outcome.dialogue.offers)
        } catch {
            self.init(.connection, String(describing: error), addresses: addresses)
        }
    }

    private init(
        _ failure: Stage?, _ words: String, addresses: [String] = [], offers: [String: String] = [:]
    ) {
        self.failure = failure
        self.words = words
        self.addresses = addresses
        self.offers = offers
    }

    private static func stage(of outcome: Outcome, on route: SMTPRoute) -> Stage {
        switch outcome.result {
        case .noTLS, .badCertificate: return .encryption
        case .loginDenied: return .login
        default: break
        }
        if outcome.objection == .notLoggedIn { return .login }
        if outcome.dialogue.refusal != nil { return .ready }
        guard outcome.dialogue.last != nil else {
            // With TLS from the first byte nothing is said before it stands.
            return outcome.isConnected && route.security == .implicitTLS ? .encryption : .connection
        }
        return outcome.dialogue.offers.isEmpty ? .connection : route.login == nil ? .ready : .login
    }

    private static func addresses(of host: String) -> [String] {
        var hints = addrinfo()
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        var list: UnsafeMutablePointer<addrinfo>?
        guard getaddrinfo(host, nil, &hints, &list) == 0 else { return [] }
        defer { freeaddrinfo(list) }
        var addresses: [String] = []
        for entry in sequence(first: list, next: { $0?.pointee.ai_next }).prefix(while: { $0 != nil }) {
            guard let info = entry?.pointee else { continue }
            var name = [CChar](repeating: 0, count: Int(NI_MAXHOST))
            let code = getnameinfo(
                info.ai_addr, info.ai_addrlen, &name, socklen_t(name.count), nil, 0, NI_NUMERICHOST)
            if code == 0 {
                addresses.append(String(decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self))
            }
        }
        return addresses
    }
}

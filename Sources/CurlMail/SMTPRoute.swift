/// Where mail goes, and how: the server, the encryption that is insisted on, the login.
///
/// A route that exists can be used: nothing past the initialiser looks at its parts again.
public struct SMTPRoute: Sendable, Hashable {
    /// How the connection is encrypted. TLS is 1.2 or later, with the certificate and the host's name verified.
    public enum Security: Sendable, Hashable {
        /// TLS from the first byte (RFC 8314, section 3.3); port 465 as a rule.
        case implicitTLS
        /// STARTTLS (RFC 3207), without which no mail goes; port 587 as a rule.
        case startTLS
        /// No encryption; for a server on this machine only.
        case plain
    }

    /// How to log in. With one, no mail goes before the server has said `235` (RFC 4954).
    public enum Login: Sendable, Hashable {
        /// AUTH PLAIN, LOGIN, or SCRAM where this libcurl has it (built with GNU SASL).
        case password(user: String, Secret)
        /// AUTH XOAUTH2 or OAUTHBEARER (RFC 7628) with the token in a file.
        case token(user: String, TokenFile)
    }

    public let host: String
    public let port: Int
    public let security: Security
    /// What EHLO says: this machine's full name (RFC 5321, section 4.1.1.1).
    public let heloName: String
    public let login: Login?
    /// A PEM file with the only certificate authorities to trust; nil for the system's.
    public let certificateAuthority: String?
    /// From the look-up of the name to the end of the login.
    public let connectTimeout: Duration
    /// For each answer of the server; counted in whole seconds, rounded up.
    public let responseTimeout: Duration
    /// For one mail in all, with its connection.
    let totalTimeout: Duration
    /// After so long without a mail a connection is not used again: servers close an idle one after some minutes,
    /// firewalls forget it sooner.
    public let idleTimeout: Duration

    /// - Throws: `CurlMailError` when the parts make no route, such as `.plain` to a host that is not this machine.
    public init(
        host: String, port: Int, security: Security, heloName: String, login: Login? = nil,
        certificateAuthority: String? = nil, connectTimeout: Duration = .seconds(30),
        responseTimeout: Duration = .seconds(600), totalTimeout: Duration = .seconds(780),
        idleTimeout: Duration = .seconds(60)
    ) throws(CurlMailError) {
        guard HostName.isHost(host) else { throw .badHost(host) }
        guard (1...65535).contains(port) else { throw .badPort(port) }
        guard HostName.isName(heloName) || HostName.isAddressLiteral(heloName) else { throw .badHeloName(heloName) }
        if security == .plain, !HostName.isLoopback(host) { throw .plainBeyondLoopback(host: host) }
        for timeout in [connectTimeout, responseTimeout, totalTimeout, idleTimeout] {
            guard timeout > .zero, timeout <= .seconds(86_400) else { throw .badTimeout(timeout) }
        }
        try login?.check()
        self.host = host
        self.port = port
        self.security = security
        self.heloName = heloName
        self.login = login
        self.certificateAuthority = certificateAuthority
        self.connectTimeout = connectTimeout
        self.responseTimeout = responseTimeout
        self.totalTimeout = totalTimeout
        self.idleTimeout = idleTimeout
    }

    /// Whether a host is this machine, to which mail crosses no network.
    public static func isLoopback(_ host: String) -> Bool { HostName.isLoopback(host) }

    /// As libcurl wants it, with the name for EHLO as its path: `smtp://smtp.exemple.fr:587/jalon.exemple.fr`.
    var url: String {
        let scheme = security == .implicitTLS ? "smtps" : "smtp"
        let name = heloName.utf8.map { byte in
            HostName.isPlain(byte) ? String(UnicodeScalar(byte)) : "%" + String(byte, radix: 16, uppercase: true)
        }
        return "\(scheme)://\(host.contains(":") ? "[\(host)]" : host):\(port)/\(name.joined())"
    }
}

extension SMTPRoute.Login {
    /// libcurl would cut a text at a NUL.
    func check() throws(CurlMailError) {
        switch self {
        case .password(let user, let secret):
            for text in [user, secret.text] where text.isEmpty || text.utf8.contains(0) { throw .badCredentials }
        case .token(let user, _): if user.isEmpty || user.utf8.contains(0) { throw .badCredentials }
        }
    }

    var user: String {
        switch self {
        case .password(let user, _), .token(let user, _): user
        }
    }
}

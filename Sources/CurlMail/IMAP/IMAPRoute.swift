/// Where answers lie, and how to get there: the server, the encryption that is insisted on, the login, the folders.
///
/// A route that exists can be used: nothing past the initialiser looks at its parts again.
public struct IMAPRoute: Sendable, Hashable {
    public let host: String
    public let port: Int
    /// As for mail that goes: TLS 1.2 or later with the certificate verified, plain only to this machine.
    public let security: SMTPRoute.Security
    public let login: SMTPRoute.Login
    /// A PEM file with the only certificate authorities to trust; nil for the system's.
    public let certificateAuthority: String?
    /// The folder that is read, as the server calls it (RFC 3501 section 5.1).
    public let folder: String
    /// Where mail goes that was dealt with; nil where it stays.
    public let handledFolder: String?
    public let connectTimeout: Duration
    /// For each answer of the server, and for one mail in all.
    public let responseTimeout: Duration

    /// - Throws: `CurlMailError` when the parts make no route.
    public init(
        host: String, port: Int, security: SMTPRoute.Security, login: SMTPRoute.Login,
        certificateAuthority: String? = nil, folder: String = "INBOX", handledFolder: String? = nil,
        connectTimeout: Duration = .seconds(30), responseTimeout: Duration = .seconds(120)
    ) throws(CurlMailError) {
        guard HostName.isHost(host) else { throw .badHost(host) }
        guard (1...65535).contains(port) else { throw .badPort(port) }
        if security == .plain, !HostName.isLoopback(host) { throw .plainBeyondLoopback(host: host) }
        for timeout in [connectTimeout, responseTimeout] {
            guard timeout > .zero, timeout <= .seconds(86_400) else { throw .badTimeout(timeout) }
        }
        try login.check()
        for folder in [folder, handledFolder ?? folder] {
            guard Self.isFolder(folder) else { throw .badFolder(folder) }
        }
        self.host = host
        self.port = port
        self.security = security
        self.login = login
        self.certificateAuthority = certificateAuthority
        self.folder = folder
        self.handledFolder = handledFolder
        self.connectTimeout = connectTimeout
        self.responseTimeout = responseTimeout
    }

    /// Whose mailbox it is, where, and which folder: what a ledger knows it by.
    public var name: String { "\(login.user) \(host):\(port) \(folder)" }

    /// What can stand between the quotes of a command as it is.
    private static func isFolder(_ text: String) -> Bool {
        (1...255).contains(text.utf8.count)
            && text.utf8.allSatisfy { byte in
                (0x20...0x7E).contains(byte) && !"\"\\*%{".utf8.contains(byte)
            }
    }

    /// Of the folder: `imaps://imap.exemple.fr:993/INBOX`.
    var url: String {
        let scheme = security == .implicitTLS ? "imaps" : "imap"
        let path = folder.utf8.map { byte in
            HostName.isPlain(byte) ? String(UnicodeScalar(byte)) : "%" + Self.hexadecimal(byte)
        }
        return "\(scheme)://\(host.contains(":") ? "[\(host)]" : host):\(port)/\(path.joined())"
    }

    /// Of one mail (RFC 5092): libcurl then reads it as a literal of a known length, whatever stands in it.
    func url(of uid: UInt32) -> String { "\(url)/;UID=\(uid)" }

    private static func hexadecimal(_ byte: UInt8) -> String {
        let digits = String(byte, radix: 16, uppercase: true)
        return digits.count == 1 ? "0" + digits : digits
    }
}

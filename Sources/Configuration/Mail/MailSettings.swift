/// The server that takes the mails, from the file's `mail:`.
public struct MailSettings: Sendable, Hashable {
    public enum Scheme: String, Sendable, Hashable {
        /// STARTTLS, without which no mail goes; unless the server is this machine.
        case smtp
        /// TLS from the first byte.
        case smtps
    }

    public var scheme: Scheme
    /// A name or an address, without brackets.
    public var host: String
    /// Where the file names none: 465 for `smtps`, 587 for `smtp`, 25 for `smtp` to this machine.
    public var port: Int
    public var user: String?
    public var password: Secret?
    /// Instead of a password: an access token (OAuth 2.0), in a file that something else keeps fresh.
    public var token: Secret?
    /// The path of a PEM file with the only authorities that are trusted; nil for those of the system.
    public var certificateAuthority: String?
    /// The most mails a minute; nil for no limit.
    public var pacePerMinute: Int?
    /// How many connections send at the same time, from 1 to 16.
    public var connections: Int
    /// What EHLO says; nil for this machine's own name.
    public var heloName: String?

    /// Whether the server is this machine, towards which mail may go without encryption: `127.0.0.0/8`, `::1` or
    /// `localhost`.
    public var isLoopback: Bool {
        Self.isLoopback(host)
    }

    static func isLoopback(_ host: String) -> Bool {
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        let isIPv4 = parts.count == 4 && parts.first == "127" && parts.allSatisfy { UInt8($0) != nil }
        return isIPv4 || host == "::1" || host.lowercased() == "localhost"
    }
}

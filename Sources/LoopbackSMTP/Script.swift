/// What the server offers, and where it misbehaves.
///
/// Each list is for one step and for the whole server: every time a session comes to the step, the list's first
/// element is taken; a step whose list is empty is served as RFC 5321 says. `Script()` is a server without a fault.
public struct Script: Sendable {
    /// On connecting, before `220`.
    public var greeting: [Reaction] = []
    /// At EHLO, and at HELO, to which clients fall back.
    public var ehlo: [Reaction] = []
    /// At STARTTLS, which EHLO announces where there is anything here; the server itself knows no TLS.
    public var starttls: [Reaction] = []
    /// At AUTH, before its credentials are looked at.
    public var auth: [Reaction] = []
    public var mail: [Reaction] = []
    public var rcpt: [Reaction] = []
    /// At DATA, before `354`.
    public var data: [Reaction] = []
    /// When the first bytes of a mail have come; a reply is out of turn there.
    public var body: [Reaction] = []
    /// After the dot that ends a mail.
    public var dot: [DotReaction] = []
    public var quit: [Reaction] = []

    /// What EHLO announces beside AUTH.
    public var keywords: Set<Keyword> = [.size, .eightBitMIME]
    /// Lines that EHLO announces besides, as they stand, such as `AUTH GSSAPI`.
    public var otherKeywords: [String] = []
    /// The only credentials that the server lets in; nil for a server that neither offers nor wants AUTH.
    public var login: Login?
    /// The mechanisms of AUTH that are offered of those that the logins allow; nil for all.
    public var mechanisms: Set<String>?
    /// The only user and access token that the server lets in by XOAUTH2, besides `login`.
    public var token: Login?
    /// The longest mail that is taken, in octets; a longer one gets `552` after the dot.
    public var maximumSize = 32 << 20

    public init() {}

    /// A keyword of EHLO (RFC 5321, section 4.1.1.1).
    public enum Keyword: String, Sendable, CaseIterable {
        case size = "SIZE"
        case eightBitMIME = "8BITMIME"
        case smtpUTF8 = "SMTPUTF8"
    }

    /// How long the server waits before each answer, as one that is far away, in milliseconds.
    public var delay = 0
    /// Each answer goes out octet by octet, …
    public var isSlow = false
    /// … and each pair of sender and recipient is asked to come again, once.
    public var isGreylisting = false

    /// A user name and a password, for AUTH PLAIN (RFC 4616) and LOGIN.
    public struct Login: Hashable, Sendable {
        public let user: String
        public let password: String

        public init(user: String, password: String) {
            self.user = user
            self.password = password
        }
    }
}

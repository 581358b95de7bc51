/// Why a route cannot be made of what the admin wrote, or libcurl not be used.
public enum CurlMailError: Error, Hashable, Sendable {
    /// Not a host name in ASCII, nor an IP address.
    case badHost(String)
    /// Not within 1...65535.
    case badPort(Int)
    /// Neither a host name in ASCII, nor an address literal such as `[192.0.2.1]`.
    case badHeloName(String)
    /// Mail and password would cross a network unencrypted.
    case plainBeyondLoopback(host: String)
    /// A time-out that is not above zero, or longer than a day.
    case badTimeout(Duration)
    /// A user name or password that is empty or holds a NUL, which libcurl would cut.
    case badCredentials
    /// Not printable ASCII, or with a character that means something to an IMAP server.
    case badFolder(String)
    /// The file with the access token cannot be used.
    case badToken(path: String, reason: String)
    /// The file with the certificate authorities cannot be used.
    case badAuthority(path: String, reason: String)
    /// libcurl does not know an option; `reason` is its own text.
    case unusableLibrary(version: String, reason: String)
}

extension CurlMailError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .badHost(let host):
            "\"\(host)\" is not the name of a mail server; write a host name in ASCII such as smtp.exemple.fr, or an IP address"
        case .badPort(let port):
            "\(port) is not a port; mail servers listen on 587 (STARTTLS) or 465 (TLS from the start)"
        case .badHeloName(let name):
            "\"\(name)\" cannot be said in EHLO; write this machine's full name, such as jalon.exemple.fr"
        case .plainBeyondLoopback(let host):
            "mail to \(host) would not be encrypted, which is for this machine's own server only; "
                + "use STARTTLS or TLS from the start"
        case .badTimeout(let duration):
            "\(duration) is no time-out; write more than nothing and a day at most"
        case .badCredentials:
            "the mail server's user name or password is empty or holds a NUL character; check the secret's file"
        case .badFolder(let name):
            "\"\(name)\" is no name of a folder that can be said to a server; use letters, digits and . / - _"
        case .badToken(let path, let reason):
            "the access token in \(path) cannot be used: \(reason); see to the program that renews it"
        case .badAuthority(let path, let reason):
            "the certificate authorities in \(path) cannot be used: \(reason); write certificates in PEM there, or leave "
                + "`ca:` out to trust those of the system"
        case .unusableLibrary(let version, let reason):
            "libcurl \(version) cannot be used (\(reason)); install libcurl 7.85 or later with TLS"
        }
    }
}

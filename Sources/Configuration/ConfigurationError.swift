/// Why a configuration cannot be looked at, or a secret not be read; each is one sentence.
public enum ConfigurationError: Error, Hashable, Sendable {
    case noDirectory(String)
    case noMainFile(directory: String)
    case unreadable(path: String, reason: String)
    case noCredentials(name: String)
    case secretTooOpen(path: String, mode: String)
    case secretUnreadable(path: String, reason: String)
}

extension ConfigurationError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .noDirectory(let path):
            "\(path) is no directory; name the one that holds jalon.yaml."
        case .noMainFile(let directory):
            "There is no jalon.yaml in \(directory); `jalon init DIR` writes one to begin with."
        case .unreadable(let path, let reason):
            "\(path) cannot be read: \(reason)."
        case .noCredentials(let name):
            "The credential '\(name)' is not there: CREDENTIALS_DIRECTORY is not set; in the service, "
                + "LoadCredential=\(name):PATH provides it, and root finds it in /etc/jalon/credentials."
        case .secretTooOpen(let path, let mode):
            "\(path) holds a password and has mode \(mode); take it from the others with chmod 0600."
        case .secretUnreadable(let path, let reason):
            "The password in \(path) cannot be used: \(reason)."
        }
    }
}

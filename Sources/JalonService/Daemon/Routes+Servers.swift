import Configuration
import CurlMail
import Glibc

import struct Configuration.Secret

/// The ways to the servers, with what opens them.
extension Routes {
    mutating func smtp(_ mail: MailSettings) -> SMTPRoute? {
        let before = errors.count
        var login: SMTPRoute.Login?
        if let user = mail.user, let token = mail.token {
            login = .token(user: user, TokenFile(path: file(of: token, .mail, "token")))
        } else if let user = mail.user, let password = mail.password {
            login = .password(user: user, text(of: password, .mail, "password"))
        }
        check(authority: mail.certificateAuthority, .mail, "ca")
        let route = attempt(.mail) { try mail.route(login: login) }
        return errors.count == before ? route : nil
    }

    mutating func imap(_ mailbox: MailboxSettings) -> IMAPRoute? {
        let before = errors.count
        let login: SMTPRoute.Login
        switch mailbox.secret {
        case .password(let password):
            login = .password(user: mailbox.user, text(of: password, .answers, "password"))
        case .token(let token):
            login = .token(user: mailbox.user, TokenFile(path: file(of: token, .answers, "token")))
        }
        check(authority: mailbox.certificateAuthority, .answers, "ca")
        let route = attempt(.answers) { try mailbox.route(login: login) }
        return errors.count == before ? route : nil
    }

    private mutating func attempt<Route>(_ part: Part, _ build: () throws -> Route) -> Route? {
        do {
            return try build()
        } catch {
            note(.error, part, (error as? CurlMailError)?.key ?? "server", "\(error)")
            return nil
        }
    }

    private mutating func check(authority path: String?, _ part: Part, _ key: String) {
        guard let path else { return }
        attempt(part, key, path) { try AuthorityFile(path: path).check() }
    }

    // MARK: - Secrets

    /// What stands for a password that a command cannot see, so that the rest is looked at.
    private static let unknown = CurlMail.Secret("unknown")

    private mutating func text(of secret: Secret, _ part: Part, _ key: String) -> CurlMail.Secret {
        guard let path = path(of: secret, part, key) else { return Self.unknown }
        return attempt(part, key, path) { CurlMail.Secret(try secret.read()) } ?? Self.unknown
    }

    private mutating func file(of secret: Secret, _ part: Part, _ key: String) -> String {
        guard let path = path(of: secret, part, key) else { return "" }
        attempt(part, key, path) { try TokenFile(path: path).check() }
        return path
    }

    /// Nil where no file can be looked at; that has been told where it has to be.
    private mutating func path(of secret: Secret, _ part: Part, _ key: String) -> String? {
        do throws(ConfigurationError) {
            return try secret.path()
        } catch {
            switch error {
            case .noCredentials(let name):
                // Credentials are in the unit only.
                guard standpoint.isService else { return nil }
                note(
                    .error, part, key,
                    "the credential '\(name)' is not there; LoadCredential=\(name):PATH gives it to the service, from its "
                        + "next start")
            default: note(.error, part, key, error.phrase)
            }
            return nil
        }
    }

    @discardableResult
    private mutating func attempt<Value>(_ part: Part, _ key: String, _ path: String, _ work: () throws -> Value)
        -> Value?
    {
        do {
            return try work()
        } catch {
            let isForbidden = access(path, R_OK) != 0 && errno == EACCES
            if isForbidden {
                let words = "\(path) cannot be read by this user"
                if standpoint.isService {
                    note(.error, part, key, "\(words); give it to the user that the service runs as")
                } else {
                    note(
                        .warning, part, key,
                        "\(words), and so it was not looked at; `jalon reload` has the service look")
                }
            } else {
                note(.error, part, key, (error as? ConfigurationError)?.phrase ?? "\(error)")
            }
            return nil
        }
    }
}

extension CurlMailError {
    /// The key whose value is at fault.
    fileprivate var key: String {
        switch self {
        case .badHeloName: "helo"
        case .badCredentials: "user"
        case .badFolder: "folder"
        case .badToken: "token"
        case .badAuthority: "ca"
        case .badHost, .badPort, .plainBeyondLoopback, .badTimeout, .unusableLibrary: "server"
        }
    }
}

extension ConfigurationError {
    /// As a mistake is told: without a capital and a full stop.
    fileprivate var phrase: String {
        let text = description.hasSuffix(".") ? String(description.dropLast()) : description
        let phrase = text.prefix(1).lowercased() + text.dropFirst()
        guard case .secretUnreadable = self else { return phrase }
        return "\(phrase); it takes the password alone, on one line"
    }
}

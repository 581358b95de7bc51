import Configuration
import CurlMail

extension MailboxSettings {
    /// The route that the settings describe, with its secret read. `imap://` means STARTTLS, but for this machine itself
    /// where no authority was named to check a certificate by: then the password goes no further than it must.
    func route() throws -> IMAPRoute {
        let isPlain = scheme == .imap && isLoopback && certificateAuthority == nil
        let login: SMTPRoute.Login
        switch secret {
        case .password(let password): login = .password(user: user, CurlMail.Secret(try password.read()))
        case .token(let token): login = .token(user: user, TokenFile(path: try token.path()))
        }
        return try IMAPRoute(
            host: host, port: port, security: scheme == .imaps ? .implicitTLS : isPlain ? .plain : .startTLS,
            login: login, certificateAuthority: certificateAuthority, folder: folder, handledFolder: handledFolder)
    }
}

import Configuration
import CurlMail

extension MailboxSettings {
    /// The route that the settings describe, with its secret read.
    func route() throws -> IMAPRoute {
        switch secret {
        case .password(let password): try route(login: .password(user: user, CurlMail.Secret(try password.read())))
        case .token(let token): try route(login: .token(user: user, TokenFile(path: try token.path())))
        }
    }

    /// The route that the settings describe. `imap://` means STARTTLS, but for this machine itself where no authority
    /// was named to check a certificate by: then the password goes no further than it must.
    func route(login: SMTPRoute.Login) throws(CurlMailError) -> IMAPRoute {
        let isPlain = scheme == .imap && SMTPRoute.isLoopback(host) && certificateAuthority == nil
        return try IMAPRoute(
            host: host, port: port, security: scheme == .imaps ? .implicitTLS : isPlain ? .plain : .startTLS,
            login: login, certificateAuthority: certificateAuthority, folder: folder, handledFolder: handledFolder)
    }
}

import Configuration
import CurlMail

extension MailboxSettings {
    /// The route that the settings describe, with its secret read. `imap://` means STARTTLS, but for this machine itself
    /// where no authority was named to check a certificate by: then the password goes no further than it must.
    func route() throws -> IMAPRoute {
        let isPlain = scheme == .imap && isLoopback && certificateAuthority == nil
        return try IMAPRoute(
            host: host, port: port, security: scheme == .imaps ? .implicitTLS : isPlain ? .plain : .startTLS,
            user: user, password: CurlMail.Secret(try password.read()), certificateAuthority: certificateAuthority,
            folder: folder, handledFolder: handledFolder)
    }
}

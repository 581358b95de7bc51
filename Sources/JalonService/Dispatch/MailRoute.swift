import Configuration
import CurlMail

extension MailSettings {
    /// The route that the settings describe, with its secret read.
    func route() throws -> SMTPRoute {
        var login: SMTPRoute.Login?
        if let user, let token {
            // Read once here, so that a start says what is wrong with the file.
            _ = try token.read()
            login = .token(user: user, TokenFile(path: try token.path()))
        }
        if let user, let password { login = .password(user: user, CurlMail.Secret(try password.read())) }
        return try SMTPRoute(
            host: host, port: port, security: security, heloName: heloName ?? MachineName.current, login: login,
            certificateAuthority: certificateAuthority)
    }

    /// `smtp://` means STARTTLS. Only to this machine itself does mail go plain, and only where there is no password
    /// to protect and no authority was named to check a certificate by.
    private var security: SMTPRoute.Security {
        guard scheme == .smtp else { return .implicitTLS }
        let needsTLS = user != nil || certificateAuthority != nil
        return SMTPRoute.isLoopback(host) && !needsTLS ? .plain : .startTLS
    }
}

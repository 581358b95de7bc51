import Configuration
import CurlMail

extension MailSettings {
    /// The route that the settings describe, with its secret read.
    func route() throws -> SMTPRoute {
        var login: SMTPRoute.Login?
        if let user, let token { login = .token(user: user, TokenFile(path: try token.path())) }
        if let user, let password { login = .password(user: user, CurlMail.Secret(try password.read())) }
        return try route(login: login)
    }

    /// The route that the settings describe.
    func route(login: SMTPRoute.Login?) throws(CurlMailError) -> SMTPRoute {
        try SMTPRoute(
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

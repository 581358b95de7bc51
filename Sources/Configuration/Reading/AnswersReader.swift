/// Reads `answers:`.
struct AnswersReader {
    let mail: MailReader
    let findings: Findings

    static let keys = [
        "server", "user", "password", "token", "ca", "folder", "move_to", "poll", "authserv", "piped",
    ]
    private static let mailboxKeys = ["server", "user", "password", "token", "ca", "folder", "move_to", "poll"]
    /// Seconds; servers turn away who asks more often.
    private static let intervals = 30...86_400
    private static let usualInterval = 120

    func answers(in section: Section) -> AnswerSettings? {
        let authserv = section.text("authserv")?.value
        if section.flag("piped") == true {
            for key in Self.mailboxKeys {
                guard let entry = section[key] else { continue }
                findings.error(
                    "mail is handed in (`piped: true`), and so no mailbox is read; leave `\(key):` out", at: entry.site)
            }
            return AnswerSettings(authserv: authserv)
        }
        guard let mailbox = mailbox(in: section) else { return nil }
        return AnswerSettings(mailbox: mailbox, authserv: authserv)
    }

    private func mailbox(in section: Section) -> MailboxSettings? {
        let server = section.requiredText("server", of: "`answers:`").flatMap {
            mail.address($0, schemes: ["imap", "imaps"])
        }
        let user = section.requiredText("user", of: "`answers:`")
        let secret = secret(in: section)
        let authority = mail.certificateAuthority(in: section)
        let folder = self.folder("folder", in: section)
        let handled = self.folder("move_to", in: section)
        let interval = interval(in: section)
        guard let server, let scheme = MailboxSettings.Scheme(rawValue: server.scheme), let user, let secret else {
            return nil
        }
        return MailboxSettings(
            scheme: scheme, host: server.host, port: server.port ?? (scheme == .imaps ? 993 : 143), user: user.value,
            secret: secret, certificateAuthority: authority, folder: folder ?? "INBOX", handledFolder: handled,
            interval: interval)
    }

    private func secret(in section: Section) -> MailboxSecret? {
        let password = mail.secret("password", in: section).map { MailboxSecret.password($0) }
        let token = mail.secret("token", in: section).map { MailboxSecret.token($0) }
        switch (section.mentions("password"), section.mentions("token")) {
        case (true, true):
            findings.error(
                "a login has a `password:` or a `token:`, not both", at: section["token"]?.site ?? section.site)
        case (false, false): section.require("password", of: "`answers:`")
        default: break
        }
        return password ?? token
    }

    /// Commands to the server name folders in plain ASCII; servers write others in a form of their own (RFC 3501 section
    /// 5.1.3), which an admin can copy.
    private func folder(_ key: String, in section: Section) -> String? {
        guard let text = section.text(key) else { return nil }
        let isPlain = text.value.utf8.allSatisfy { byte in
            (0x20...0x7E).contains(byte) && !Array("\"\\*%{".utf8).contains(byte)
        }
        if !isPlain || text.value.isEmpty {
            findings.error(
                "'\(text.value.shortened)' is no name of a folder that Jalon can use; letters, digits and . / - _ will do",
                at: text.site)
        }
        return text.value
    }

    /// `2 minutes`
    private func interval(in section: Section) -> Int {
        guard let text = section.text("poll") else { return Self.usualInterval }
        let match = text.value.wholeMatch(of: /(\d+) (seconds?|minutes?|hours?)/)
        let unit: Int
        switch match?.output.2.first {
        case "h": unit = 3_600
        case "m": unit = 60
        default: unit = 1
        }
        guard let count = match.flatMap({ Int(digits: $0.output.1) }), count <= Self.intervals.upperBound,
            Self.intervals.contains(count * unit)
        else {
            findings.error(
                "'\(text.value.shortened)' is no interval; write 2 minutes, or anything from 30 seconds to 24 hours",
                at: text.site)
            return Self.usualInterval
        }
        return count * unit
    }
}

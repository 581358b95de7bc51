/// Reads `mail:`.
struct MailReader {
    let directory: ConfigurationDirectory
    let findings: Findings

    static let mailKeys = ["server", "user", "password", "token", "ca", "helo", "pace", "connections"]
    private static let mostConnections = 16

    func mail(in section: Section) -> MailSettings? {
        let server = section.requiredText("server", of: "`mail:`").flatMap { address($0, schemes: ["smtp", "smtps"]) }
        let user = section.text("user")?.value
        let password = secret("password", in: section)
        let token = secret("token", in: section)
        let ways = ["password", "token"].filter(section.mentions)
        if ways.count > 1 {
            findings.error(
                "a login has a `password:` or a `token:`, not both", at: section["token"]?.site ?? section.site)
        } else if section.mentions("user") == ways.isEmpty {
            findings.error(
                "a login is both `user:` and `password:`, or both `user:` and `token:`",
                at: (section["user"] ?? ways.first.flatMap { section[$0] })?.site ?? section.site)
        }
        let pace = mailsPerMinute(in: section)
        let connections = section.number("connections", in: 1...Self.mostConnections)
        let authority = certificateAuthority(in: section)
        let helo = heloName(in: section)
        guard let server, let scheme = MailSettings.Scheme(rawValue: server.scheme) else { return nil }
        let isLoopback = MailSettings.isLoopback(server.host)
        return MailSettings(
            scheme: scheme, host: server.host,
            port: server.port ?? (scheme == .smtps ? 465 : isLoopback ? 25 : 587), user: user, password: password,
            token: token,
            certificateAuthority: authority, pacePerMinute: pace, connections: connections ?? 1, heloName: helo)
    }

    func address(_ text: Located<String>, schemes: [String]) -> ServerAddress? {
        do throws(Misspelling) {
            return try ServerAddress(written: text.value, schemes: schemes)
        } catch {
            findings.error("'\(Redaction.line(text.value.shortened))' \(error.reason)", at: text.site)
            return nil
        }
    }

    /// What is written is never repeated: it may be the password.
    func secret(_ key: String, in section: Section) -> Secret? {
        guard let entry = section[key] else { return nil }
        let advice = "write `\(key): {credential: NAME}` for systemd's LoadCredential, or `{file: PATH}`"
        guard case .keys(let entries) = entry.value.content, entries.count == 1, let kind = entries.first,
            case .text(let text) = kind.value.content, ["credential", "file"].contains(kind.key)
        else {
            if case .refused = entry.value.content { return nil }
            findings.error("a \(key) does not belong into this file; \(advice)", at: entry.site)
            return nil
        }
        if kind.key == "credential" {
            guard Names.isID(text) else {
                findings.error("this cannot be the name of a credential; \(advice)", at: kind.site)
                return nil
            }
            return Secret(.credential(text))
        }
        guard directory.isInside(text) else {
            findings.error("the path leads out of the configuration's directory", at: kind.value.site)
            return nil
        }
        let path = directory.absolute(text)
        // Of kept files the present secret is used, and a start looks at it.
        if !directory.isKept, let mode = Secret.modeTooOpen(of: path) {
            findings.error(
                "others can read this file (mode \(mode)); chmod 0600 makes it a secret", at: kind.value.site)
        }
        return Secret(.file(path))
    }

    /// `60 per minute`
    private func mailsPerMinute(in section: Section) -> Int? {
        guard let text = section.text("pace") else { return nil }
        guard let match = text.value.wholeMatch(of: /(\d+) per minute/), let count = Int(digits: match.output.1),
            count > 0
        else {
            findings.error("'\(text.value.shortened)' is no pace; write 60 per minute", at: text.site)
            return nil
        }
        return count
    }

    /// A file of the admin's own must be there; one elsewhere may be on the server only.
    func certificateAuthority(in section: Section) -> String? {
        guard let text = section.text("ca") else { return nil }
        if !text.value.hasPrefix("/") {
            do throws(ConfigurationDirectory.Refusal) {
                _ = try directory.bytes(of: text.value, most: 1)
            } catch {
                findings.error("'\(text.value.shortened)' \(error.reason)", at: text.site)
            }
        }
        return directory.absolute(text.value)
    }

    private func heloName(in section: Section) -> String? {
        guard let text = section.text("helo") else { return nil }
        if !ServerAddress.isHost(text.value) {
            findings.error("'\(text.value.shortened)' is no name that a server can have", at: text.site)
        }
        return text.value
    }
}

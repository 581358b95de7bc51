import CurlMail
import Testing

@Suite(.enabled(if: Tools.areInstalled, "needs openssl, and python3 with aiosmtpd (Debian: python3-aiosmtpd)"))
struct TLSTests {
    static let credentials = ["--user", "mentorat@exemple.fr", "--password", "tilleul"]

    let ours: Certificate

    init() throws {
        ours = try Certificate(for: "DNS:localhost,IP:127.0.0.1")
    }

    /// A route to the server on 127.0.0.1, which trusts `authority` only.
    private func route(
        to server: TLSServer, _ security: SMTPRoute.Security, password: String? = "tilleul", authority: String?
    ) throws -> SMTPRoute {
        try SMTPRoute(
            host: "127.0.0.1", port: server.port, security: security, heloName: "jalon.example.org",
            login: password.map { .password(user: "mentorat@exemple.fr", Secret($0)) },
            certificateAuthority: authority, responseTimeout: .seconds(20), idleTimeout: .seconds(3600))
    }

    private func send(on route: SMTPRoute, count: Int = 1) async throws -> [Verdict] {
        let connection = SMTPConnection(route: route)
        var verdicts: [Verdict] = []
        for _ in 1...count {
            verdicts.append(await connection.send(try Wire.envelope(), bytes: Wire.mail) {})
        }
        await connection.close()
        return verdicts
    }

    /// The words of the one verdict, which suspends the route.
    private func suspension(_ verdicts: [Verdict]) throws -> String {
        guard verdicts.count == 1, case .routeSuspended(let words) = verdicts[0] else {
            Issue.record("\(verdicts)")
            return ""
        }
        return words
    }

    @Test(arguments: [
        (TLSServer.Encryption.startTLS, SMTPRoute.Security.startTLS), (.implicitTLS, .implicitTLS),
    ])
    func `mails go by TLS with a login, one connection for all`(
        encryption: TLSServer.Encryption, security: SMTPRoute.Security
    ) async throws {
        let server = try TLSServer(encryption, certificate: ours, Self.credentials)
        let verdicts = try await send(on: route(to: server, security, authority: ours.file), count: 3)
        #expect(verdicts == Array(repeating: .accepted(Reply(code: 250, words: "2.0.0 taken in")), count: 3))
        #expect(try server.end() == Array(repeating: Wire.mail, count: 3))
    }

    @Test func `a wrong password suspends the route`() async throws {
        let server = try TLSServer(.startTLS, certificate: ours, Self.credentials)
        let route = try route(to: server, .startTLS, password: "platane", authority: ours.file)
        let words = try suspension(await send(on: route))
        #expect(words.contains("refuses the user name or password"))
        #expect(words.contains("535"))
        #expect(try server.end().isEmpty)
    }

    @Test(arguments: [
        (TLSServer.Encryption.startTLS, SMTPRoute.Security.startTLS), (.implicitTLS, .implicitTLS),
    ])
    func `a certificate that nobody vouches for suspends the route`(
        encryption: TLSServer.Encryption, security: SMTPRoute.Security
    ) async throws {
        let server = try TLSServer(encryption, certificate: ours, Self.credentials)
        let words = try suspension(await send(on: route(to: server, security, authority: nil)))
        #expect(words.contains("certificate of 127.0.0.1"))
        #expect(try server.end().isEmpty)
    }

    @Test func `a certificate for another host suspends the route`() async throws {
        let theirs = try Certificate(for: "DNS:mail.example.org")
        let server = try TLSServer(.startTLS, certificate: theirs, Self.credentials)
        let words = try suspension(await send(on: route(to: server, .startTLS, authority: theirs.file)))
        #expect(words.contains("certificate of 127.0.0.1"))
        #expect(try server.end().isEmpty)
    }

    @Test func `authorities that cannot be read suspend the route`() async throws {
        let server = try TLSServer(.startTLS, certificate: ours, Self.credentials)
        let route = try route(to: server, .startTLS, authority: "/nonexistent/authority.pem")
        #expect(try suspension(await send(on: route)).contains("/nonexistent/authority.pem"))
        #expect(try server.end().isEmpty)
    }

    @Test func `a server without STARTTLS gets no mail, and suspends the route`() async throws {
        let server = try TLSServer(.none)
        let route = try route(to: server, .startTLS, password: nil, authority: ours.file)
        #expect(try suspension(await send(on: route)).contains("does not offer STARTTLS"))
        #expect(try server.end().isEmpty)
    }
}

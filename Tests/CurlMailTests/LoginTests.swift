import CurlMail
import LoopbackSMTP
import Testing

struct LoginTests {
    static let login = SMTPRoute.Login.password(user: "mentorat@exemple.fr", Secret("tilleul"))

    static var wantingLogin: Script {
        var script = Script()
        script.login = Script.Login(user: "mentorat@exemple.fr", password: "tilleul")
        return script
    }

    @Test func `one login serves all mails of a connection`() async throws {
        let wire = try Wire(Self.wantingLogin, login: Self.login)
        for _ in 1...3 { #expect(try await wire.send().kind == .accepted) }
        #expect(wire.server.sessionCount == 1)
        #expect(wire.server.commands().filter { $0.hasPrefix("AUTH") } == ["AUTH PLAIN"])
    }

    @Test func `a new connection logs in again`() async throws {
        var script = Self.wantingLogin
        script.dot = [.leave]
        let wire = try Wire(script, login: Self.login)
        for _ in 1...2 { #expect(try await wire.send().kind == .accepted) }
        #expect(wire.server.commands().filter { $0.hasPrefix("AUTH") }.count == 2)
    }

    @Test func `a wrong password suspends the route, in the server's words and without ours`() async throws {
        let login = SMTPRoute.Login.password(user: "mentorat@exemple.fr", Secret("platane"))
        let wire = try Wire(Self.wantingLogin, login: login)
        let verdict = try await wire.send()
        guard case .routeSuspended(let words) = verdict else {
            Issue.record("\(verdict)")
            return
        }
        #expect(words.contains("refuses the user name or password"))
        #expect(words.contains("535 5.7.8 user name or password not accepted"))
        #expect(!words.contains("mentorat@exemple.fr"))
        #expect(!words.contains("platane"))
        #expect(wire.marker.timesSet == 0)
    }

    @Test func `a login that fails for now leaves the route down only`() async throws {
        var script = Self.wantingLogin
        script.auth = [.reply(454, "4.7.0 temporary failure")]
        let wire = try Wire(script, login: Self.login)
        let verdict = try await wire.send()
        #expect(verdict.kind == .routeDown, "\(verdict)")
        #expect(try await wire.send().kind == .accepted)
    }

    @Test(arguments: [[], ["AUTH GSSAPI NTLM"], ["AUTH"]])
    func `a server that offers no login we know gets no mail at all`(keywords: [String]) async throws {
        var script = Script()
        script.otherKeywords = keywords
        let wire = try Wire(script, login: Self.login)
        let verdict = try await wire.send()
        #expect(verdict.kind == .routeSuspended, "\(verdict)")
        #expect(wire.marker.timesSet == 0)
        #expect(!wire.server.commands().contains { $0.hasPrefix("MAIL") })
    }

    @Test func `mechanisms that need more than a password are passed over`() async throws {
        var script = Self.wantingLogin
        script.otherKeywords = ["AUTH GSSAPI NTLM CRAM-MD5 DIGEST-MD5"]
        let wire = try Wire(script, login: Self.login)
        #expect(try await wire.send().kind == .accepted)
    }

    @Test func `a server that falls back to HELO cannot be logged in to`() async throws {
        var script = Script()
        script.ehlo = [.reply(502, "no EHLO here")]
        let wire = try Wire(script, login: Self.login)
        #expect(try await wire.send().kind == .routeSuspended)
        #expect(wire.server.received().isEmpty)
    }

    @Test func `a 235 in the greeting is no login`() async throws {
        var script = Script()
        script.greeting = [.reply(235, "welcome, whoever you are")]
        let wire = try Wire(script, login: Self.login)
        #expect(try await wire.send().kind == .routeSuspended)
        #expect(wire.server.received().isEmpty)
    }

    @Test func `a server that wants a login where none is configured suspends the route`() async throws {
        let wire = try Wire(Self.wantingLogin)
        let verdict = try await wire.send()
        guard case .routeSuspended(let words) = verdict else {
            Issue.record("\(verdict)")
            return
        }
        #expect(words.contains("530 5.7.0 log in first"))
    }

    @Test func `a secret shows itself nowhere`() {
        let secret = Secret("tilleul")
        #expect(!"\(secret) \(Self.login)".contains("tilleul"))
        #expect(!String(reflecting: Self.login).contains("tilleul"))
        var dumped = ""
        dump(Self.login, to: &dumped)
        #expect(!dumped.contains("tilleul"))
    }
}

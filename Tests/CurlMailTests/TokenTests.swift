import Foundation
import LoopbackSMTP
import Testing

@testable import CurlMail

struct TokenTests {
    private let file = FileManager.default.temporaryDirectory.appendingPathComponent("token-\(UUID().uuidString)")

    private func wire(_ script: Script) throws -> Wire {
        try Wire(script, login: .token(user: "mentorat@exemple.fr", TokenFile(path: file.path)))
    }

    private func script(_ token: String) -> Script {
        var script = Script()
        script.token = Script.Login(user: "mentorat@exemple.fr", password: token)
        return script
    }

    @Test func `the token in the file lets us in`() async throws {
        try Data("ya29.first\n".utf8).write(to: file)
        let wire = try wire(script("ya29.first"))
        #expect(try await wire.send().kind == .accepted)
        #expect(wire.server.commands().contains("AUTH XOAUTH2"))
    }

    @Test func `a token that has been renewed is used for the next connection`() async throws {
        try Data("ya29.old".utf8).write(to: file)
        let wire = try wire(script("ya29.renewed"))
        let verdict = try await wire.send()
        guard case .routeSuspended(let words) = verdict else {
            Issue.record("\(verdict)")
            return
        }
        #expect(words.contains("refuses the access token in \(file.path)"))
        #expect(!words.contains("ya29"))
        try Data("ya29.renewed".utf8).write(to: file)
        #expect(try await wire.send().kind == .accepted)
    }

    @Test(arguments: ["", " \n", "two words", "line\nline"])
    func `a file without a token suspends the route with words`(content: String) async throws {
        try Data(content.utf8).write(to: file)
        let verdict = try await wire(script("x")).send()
        guard case .routeSuspended(let words) = verdict else {
            Issue.record("\(verdict)")
            return
        }
        #expect(words.contains("the access token in \(file.path) cannot be used"))
    }

    @Test func `a file that is missing suspends the route with words`() async throws {
        let verdict = try await wire(script("x")).send()
        #expect(verdict.kind == .routeSuspended && "\(verdict)".contains("No such file"))
    }

    @Test func `a server that offers LOGIN alone lets us in by it`() async throws {
        var script = LoginTests.wantingLogin
        script.mechanisms = ["LOGIN"]
        let wire = try Wire(script, login: LoginTests.login)
        #expect(try await wire.send().kind == .accepted)
        #expect(wire.server.commands().contains("AUTH LOGIN"))
    }
}

import CurlMail
import LoopbackSMTP
import Testing

struct ReuseTests {
    @Test func `several mails go on one connection`() async throws {
        let wire = try Wire()
        for _ in 1...10 { #expect(try await wire.send().kind == .accepted) }
        #expect(wire.server.received().map(\.session) == Array(repeating: 1, count: 10))
        #expect(wire.server.sessionCount == 1)
    }

    @Test func `mails that come at once go one after another`() async throws {
        let wire = try Wire()
        let verdicts = try await withThrowingTaskGroup(of: Verdict.self) { group in
            for _ in 1...20 { group.addTask { try await wire.send() } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(verdicts.map(\.kind) == Array(repeating: .accepted, count: 20))
        #expect(wire.marker.timesSet == 20)
        #expect(wire.server.sessionCount == 1)
    }

    @Test func `a refusal after the dot leaves the connection in use`() async throws {
        var script = Script()
        script.dot = [.reply(552, "5.3.4 too long")]
        let wire = try Wire(script)
        #expect(try await wire.send().kind == .refused)
        #expect(try await wire.send().kind == .accepted)
        #expect(wire.server.sessionCount == 1)
    }

    @Test func `a refused recipient does not harm the next mail`() async throws {
        var script = Script()
        script.rcpt = [.normal, .reply(550, "5.1.1 nobody")]
        let wire = try Wire(script)
        #expect(try await wire.send().kind == .accepted)
        #expect(try await wire.send().kind == .refused)
        #expect(try await wire.send().kind == .accepted)
    }

    @Test(arguments: [Reaction.reply(421, "4.4.2 idle for too long"), .drop])
    func `a connection that the server has given up is made anew without a word`(reaction: Reaction) async throws {
        var script = Script()
        script.mail = [.normal, reaction]
        let wire = try Wire(script)
        #expect(try await wire.send().kind == .accepted)
        #expect(try await wire.send().kind == .accepted)
        #expect(wire.server.received().map(\.session) == [1, 2])
        #expect(wire.marker.timesSet == 2)
    }

    @Test func `a 421 said to an idle connection is not taken for the next mail's`() async throws {
        var script = Script()
        script.dot = [.leave, .leave]
        let wire = try Wire(script)
        for _ in 1...3 { #expect(try await wire.send().kind == .accepted) }
        #expect(wire.server.received().map(\.session) == [1, 2, 3])
    }

    @Test func `a new connection is tried once only`() async throws {
        var script = Script()
        script.mail = [.normal, .reply(421, "4.4.2 idle"), .reply(421, "4.3.2 shutting down")]
        let wire = try Wire(script)
        #expect(try await wire.send().kind == .accepted)
        let verdict = try await wire.send()
        #expect(verdict.kind == .routeDown, "\(verdict)")
        #expect(wire.server.sessionCount == 2)
    }

    @Test func `a server that falls silent is not tried at once again`() async throws {
        var script = Script()
        script.mail = [.normal, .hang]
        let wire = try Wire(script, responseTimeout: .seconds(1))
        #expect(try await wire.send().kind == .accepted)
        #expect(try await wire.send().kind == .routeDown)
        #expect(wire.server.sessionCount == 1)
    }

    @Test func `after an unknown fate the late answer is not taken for the next mail's`() async throws {
        var script = Script()
        script.dot = [.hang(stored: true)]
        let wire = try Wire(script, responseTimeout: .seconds(1))
        #expect(try await wire.send().kind == .unknown)
        #expect(try await wire.send().kind == .accepted)
        #expect(wire.server.received().map(\.session) == [1, 2])
    }

    @Test func `closing says QUIT`() async throws {
        let wire = try Wire()
        #expect(try await wire.send().kind == .accepted)
        await wire.connection.close()
        wire.server.stop()
        #expect(wire.server.commands().last == "QUIT")
    }

    @Test func `closing does not wait for a server that never answers QUIT`() async throws {
        var script = Script()
        script.quit = [.hang]
        let wire = try Wire(script, responseTimeout: .seconds(240))
        #expect(try await wire.send().kind == .accepted)
        let duration = await ContinuousClock().measure { await wire.connection.close() }
        #expect(duration < .seconds(180))
    }

    @Test func `a closed connection takes no mail, and closes again`() async throws {
        let wire = try Wire()
        await wire.connection.close()
        #expect(try await wire.send().kind == .routeDown)
        await wire.connection.close()
        #expect(wire.marker.timesSet == 0)
        #expect(wire.server.sessionCount == 0)
    }
}

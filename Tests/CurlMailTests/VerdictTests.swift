import CurlMail
import LoopbackSMTP
import Testing

/// What a server does at a step, and the verdict that it must lead to.
struct Fault: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let script: Script
    let verdict: Kind

    init(
        _ name: String, _ step: any WritableKeyPath<Script, [Reaction]> & Sendable, _ reactions: Reaction...,
        is verdict: Kind
    ) {
        var script = Script()
        script[keyPath: step] = reactions
        testDescription = "\(name): \(reactions) is \(verdict)"
        self.script = script
        self.verdict = verdict
    }

    init(dot: DotReaction, is verdict: Kind) {
        var script = Script()
        script.dot = [dot]
        testDescription = "the dot: \(dot) is \(verdict)"
        self.script = script
        self.verdict = verdict
    }
}

struct VerdictTests {
    static let answersBeforeTheBody = [
        Fault("greeting", \.greeting, .reply(421, "4.3.2 later"), is: .routeDown),
        Fault("greeting", \.greeting, .reply(450, "4.3.2 later"), is: .routeDown),
        Fault("greeting", \.greeting, .reply(554, "5.3.2 no service"), is: .routeDown),
        // libcurl falls back to HELO, which meets the second reaction.
        Fault("EHLO", \.ehlo, .reply(421, "4.3.2 later"), is: .routeDown),
        Fault("EHLO", \.ehlo, .reply(450, "later"), .reply(450, "later"), is: .routeDown),
        Fault("EHLO", \.ehlo, .reply(550, "no"), .reply(550, "no"), is: .routeDown),
        Fault("MAIL", \.mail, .reply(421, "4.3.2 later"), is: .routeDown),
        Fault("MAIL", \.mail, .reply(451, "4.3.0 later"), is: .deferred),
        Fault("MAIL", \.mail, .reply(550, "5.7.1 not you"), is: .refused),
        Fault("MAIL", \.mail, .reply(530, "5.7.0 log in first"), is: .routeSuspended),
        Fault("MAIL", \.mail, .reply(354, "what"), is: .routeDown),
        Fault("RCPT", \.rcpt, .reply(421, "4.3.2 later"), is: .routeDown),
        Fault("RCPT", \.rcpt, .reply(450, "4.2.1 greylisted"), is: .deferred),
        Fault("RCPT", \.rcpt, .reply(550, "5.1.1 nobody"), is: .refused),
        Fault("DATA", \.data, .reply(421, "4.3.2 later"), is: .routeDown),
        Fault("DATA", \.data, .reply(451, "4.3.0 later"), is: .deferred),
        Fault("DATA", \.data, .reply(554, "5.6.0 never"), is: .refused),
        Fault("DATA", \.data, .reply(250, "what"), is: .routeDown),
    ]

    @Test func `a mail that is taken in is accepted, in the server's own words`() async throws {
        let wire = try Wire()
        #expect(try await wire.send() == .accepted(Reply(code: 250, words: "2.0.0 taken in")))
        #expect(wire.marker.timesSet == 1)
        #expect(wire.server.received().map(\.bytes) == [Wire.mail])
    }

    @Test(arguments: answersBeforeTheBody)
    func `an answer before the body decides without the marker`(fault: Fault) async throws {
        let wire = try Wire(fault.script)
        let verdict = try await wire.send()
        #expect(verdict.kind == fault.verdict, "\(verdict)")
        #expect(wire.marker.timesSet == 0)
        #expect(wire.server.received().isEmpty)
        #expect(wire.server.sessionCount == 1)
    }

    @Test func `a server without EHLO is served by HELO`() async throws {
        var script = Script()
        script.ehlo = [.reply(502, "no EHLO here")]
        let wire = try Wire(script)
        #expect(try await wire.send().kind == .accepted)
        #expect(wire.server.commands().prefix(2) == ["EHLO jalon.example.org", "HELO jalon.example.org"])
    }

    @Test(arguments: [
        Fault(dot: .reply(421, "4.3.2 later"), is: .deferred),
        Fault(dot: .reply(451, "4.3.0 later"), is: .deferred),
        Fault(dot: .reply(552, "5.3.4 too long"), is: .refused),
        Fault(dot: .reply(251, "forwarded"), is: .accepted),
        Fault(dot: .reply(354, "go on"), is: .unknown),
    ])
    func `an answer after the dot decides with the marker set`(fault: Fault) async throws {
        let wire = try Wire(fault.script)
        let verdict = try await wire.send()
        #expect(verdict.kind == fault.verdict, "\(verdict)")
        #expect(wire.marker.timesSet == 1)
    }

    @Test(arguments: [
        Fault("greeting", \.greeting, .drop, is: .routeDown),
        Fault("EHLO", \.ehlo, .drop, is: .routeDown),
        Fault("MAIL", \.mail, .drop, is: .routeDown),
        Fault("RCPT", \.rcpt, .drop, is: .routeDown),
        Fault("DATA", \.data, .drop, is: .routeDown),
    ])
    func `a connection lost before the body leaves nothing in doubt`(fault: Fault) async throws {
        let wire = try Wire(fault.script)
        let verdict = try await wire.send()
        #expect(verdict.kind == .routeDown, "\(verdict)")
        #expect(wire.marker.timesSet == 0)
        #expect(wire.server.received().isEmpty)
    }

    @Test func `a connection lost amid the body leaves nothing in doubt`() async throws {
        var script = Script()
        script.body = [.drop]
        let wire = try Wire(script)
        // Longer than what the sockets' buffers hold, so that the end is never handed over.
        let verdict = try await wire.send([UInt8](repeating: UInt8(ascii: "x"), count: 16 << 20))
        #expect(verdict.kind == .routeDown, "\(verdict)")
        #expect(wire.marker.timesSet == 0)
        #expect(wire.server.received().isEmpty)
    }

    @Test(arguments: [true, false])
    func `a connection lost after the dot is unknown, whether the server has the mail or not`(
        isStored: Bool
    ) async throws {
        var script = Script()
        script.dot = [.drop(stored: isStored)]
        let wire = try Wire(script)
        let verdict = try await wire.send()
        #expect(verdict.kind == .unknown, "\(verdict)")
        #expect(wire.marker.timesSet == 1)
        #expect(wire.server.received().count == (isStored ? 1 : 0))
    }

    @Test(
        arguments: [
            Fault("greeting", \.greeting, .hang, is: .routeDown),
            Fault("EHLO", \.ehlo, .hang, is: .routeDown),
            Fault("MAIL", \.mail, .hang, is: .routeDown),
            Fault("RCPT", \.rcpt, .hang, is: .routeDown),
            Fault("DATA", \.data, .hang, is: .routeDown),
            Fault(dot: .hang(stored: true), is: .unknown),
            Fault(dot: .hang(stored: false), is: .unknown),
        ])
    func `a silent server is given up after the response time-out`(fault: Fault) async throws {
        let wire = try Wire(fault.script, responseTimeout: .seconds(1))
        let verdict = try await wire.send()
        #expect(verdict.kind == fault.verdict, "\(verdict)")
        #expect(wire.marker.timesSet == (fault.verdict == .unknown ? 1 : 0))
    }

    @Test func `a refusal is told soon though the server never answers QUIT`() async throws {
        var script = Script()
        script.rcpt = [.reply(550, "5.1.1 nobody")]
        script.quit = [.hang]
        // Far apart, so that a busy machine makes no difference.
        let wire = try Wire(script, responseTimeout: .seconds(240))
        let start = ContinuousClock.now
        #expect(try await wire.send() == .refused(Reply(code: 550, words: "5.1.1 nobody"), at: .recipient))
        #expect(ContinuousClock.now - start < .seconds(180))
    }

    @Test func `a server that is not there is a route that is down`() async throws {
        let wire = try Wire()
        wire.server.stop()
        let verdict = try await wire.send()
        #expect(verdict.kind == .routeDown, "\(verdict)")
        #expect(wire.marker.timesSet == 0)
    }

    @Test func `the server's words come on one line without control characters`() async throws {
        var script = Script()
        script.rcpt = [.reply(550, "5.1.1 no\u{1B}[31m such\tuser \u{202E}here")]
        let wire = try Wire(script)
        let words = "5.1.1 no [31m such user here"
        #expect(try await wire.send() == .refused(Reply(code: 550, words: words), at: .recipient))
    }
}

import CurlMail
import LoopbackSMTP
import Testing

struct WireTests {
    @Test(arguments: [
        ".\r\n",
        "..\r\n",
        ".\r\n.\r\n.\r\n",
        "\r\n.\r\n\r\n..\r\n...\r\n",
        ".hidden\r\nSubject: .\r\n\r\n.\r\n",
        "a.\r\n.b\r\n\r\n",
        "\r\n",
        "",
        "QUIT\r\n.\r\nMAIL FROM:<eve@example.org>\r\n",
    ])
    func `dots and empty lines arrive as they left`(text: String) async throws {
        let wire = try Wire()
        #expect(try await wire.send(Array(text.utf8)).kind == .accepted)
        #expect(wire.server.received().map { String(decoding: $0.bytes, as: UTF8.self) } == [text])
    }

    @Test func `a last line without its end gets one`() async throws {
        let wire = try Wire()
        #expect(try await wire.send(Array("one\r\n.two".utf8)).kind == .accepted)
        #expect(wire.server.received().map(\.bytes) == [Array("one\r\n.two\r\n".utf8)])
    }

    @Test func `a megabyte of dots arrives as it left`() async throws {
        let wire = try Wire()
        let mail = Array(repeatElement(Array(".\r\n".utf8), count: 350_000).joined())
        #expect(try await wire.send(mail).kind == .accepted)
        #expect(wire.server.received().map(\.bytes) == [mail])
    }

    @Test(arguments: [1, 2, 3, 4] as [UInt64])
    func `a megabyte of lines of all lengths arrives as it left`(seed: UInt64) async throws {
        var dice = Dice(state: seed)
        var mail: [UInt8] = []
        while mail.count < 1 << 20 {
            let letters = [UInt8](repeating: UInt8(ascii: "x"), count: Int.random(in: 0...997, using: &dice))
            let dots = [UInt8](repeating: UInt8(ascii: "."), count: Int.random(in: 0...3, using: &dice))
            mail += dots + (Bool.random(using: &dice) ? letters : []) + [13, 10]
        }
        let wire = try Wire()
        #expect(try await wire.send(mail).kind == .accepted)
        #expect(wire.server.received().map { $0.bytes == mail } == [true])
    }

    @Test(arguments: ["one\ntwo\r\n", "one\rtwo\r\n", "one\r\n\n.\r\n", "\none\r\n", "one\r", "one\r\r\n"])
    func `a CR or LF of its own never reaches a server`(text: String) async throws {
        let wire = try Wire()
        let verdict = try await wire.send(Array(text.utf8))
        #expect(verdict.kind == .refused, "\(verdict)")
        #expect(wire.server.sessionCount == 0)
    }

    @Test(arguments: ["jalon.example.org", "[127.0.0.1]", "[IPv6:::1]"])
    func `EHLO says the name that the route gives`(name: String) async throws {
        let wire = try Wire(heloName: name)
        #expect(try await wire.send().kind == .accepted)
        #expect(wire.server.received().map(\.clientName) == [name])
    }

    @Test(arguments: ["o'neill+jalon@mail.exemple.fr", "\"a@b>c\"@exemple.fr"])
    func `the envelope is what MAIL and RCPT say`(recipient: String) async throws {
        let wire = try Wire()
        #expect(try await wire.send(to: recipient).kind == .accepted)
        let mail = try #require(wire.server.received().first)
        #expect(mail.sender == "mentorat@exemple.fr")
        #expect(mail.recipients == [recipient])
        #expect(mail.parameters.isEmpty)
    }

    @Test(arguments: ["zoé@exemple.fr", "claire@académie.example"])
    func `an address that is not ASCII goes with SMTPUTF8 where that is offered`(address: String) async throws {
        var script = Script()
        script.keywords = [.eightBitMIME, .smtpUTF8]
        let wire = try Wire(script)
        #expect(try await wire.send(to: address).kind == .accepted)
        let mail = try #require(wire.server.received().first)
        #expect(mail.recipients == [address])
        #expect(mail.parameters == ["SMTPUTF8"])
    }

    @Test(arguments: ["zoé@exemple.fr", "claire@académie.example"])
    func `an address that is not ASCII is refused in our words where SMTPUTF8 is not offered`(
        address: String
    ) async throws {
        let wire = try Wire()
        let verdict = try await wire.send(to: address)
        guard case .refused(let reply, _) = verdict else {
            Issue.record("\(verdict)")
            return
        }
        #expect(reply.code == 553)
        #expect(reply.words.contains("does not offer SMTPUTF8"))
        #expect(!reply.words.contains(address))
        #expect(wire.marker.timesSet == 0)
        #expect(!wire.server.commands().contains { $0.hasPrefix("MAIL") })
    }
}

/// A small generator (SplitMix64), so that a seed gives the same mails everywhere.
struct Dice: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var word = state
        word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
        return word ^ (word >> 31)
    }
}

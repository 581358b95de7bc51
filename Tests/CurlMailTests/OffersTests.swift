import CurlMail
import LoopbackSMTP
import MailMessage
import Testing

/// What a server announces in EHLO, and what follows from it.
struct OffersTests {
    @Test func `a mail as long as the server takes goes, one that is longer is refused before it begins`() async throws
    {
        var script = Script()
        script.maximumSize = Wire.mail.count
        let wire = try Wire(script)
        #expect(try await wire.send().kind == .accepted)
        let verdict = try await wire.send(Array("Subject: x\r\n".utf8) + Wire.mail)
        guard case .refused(let reply, _) = verdict else {
            Issue.record("\(verdict)")
            return
        }
        #expect(reply.code == 552 && reply.words.contains("longer than the \(Wire.mail.count) octets"))
        #expect(wire.marker.timesSet == 1)
        #expect(wire.server.commands().allSatisfy { !$0.contains("SIZE=") })
    }

    @Test(arguments: ["SIZE", "SIZE 0", "SIZE many"])
    func `a server that names no limit has none`(line: String) async throws {
        var script = Script()
        script.keywords = []
        script.otherKeywords = [line]
        #expect(try await Wire(script).send().kind == .accepted)
    }

    @Test func `octets over 127 go only to a server that offers 8BITMIME`() async throws {
        let mail = Array("Subject: x\r\n\r\nd\u{E9}j\u{E0}\r\n".utf8)
        #expect(try await Wire().send(mail).kind == .accepted)
        var script = Script()
        script.keywords = [.size]
        let wire = try Wire(script)
        let verdict = try await wire.send(mail)
        #expect(verdict.kind == .refused, "\(verdict)")
        #expect(wire.marker.timesSet == 0)
        #expect(try await wire.send().kind == .accepted)
    }

    @Test func `a server that answers octet by octet is waited for`() async throws {
        var script = Script()
        script.isSlow = true
        let wire = try Wire(script)
        #expect(try await wire.send() == .accepted(Reply(code: 250, words: "2.0.0 taken in")))
    }

    @Test func `a server that greylists is asked again`() async throws {
        var script = Script()
        script.isGreylisting = true
        let wire = try Wire(script)
        #expect(try await wire.send() == .deferred(Reply(code: 450, words: "4.2.0 greylisted, come again")))
        #expect(try await wire.send().kind == .accepted)
    }
}

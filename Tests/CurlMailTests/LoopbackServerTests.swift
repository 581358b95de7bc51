import Glibc
import Testing

@testable import LoopbackSMTP

/// Says it all to a server, ends its half of the connection, and returns the codes of what came back.
private func codes(from server: LoopbackServer, for text: String) throws -> [String] {
    let file = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    try #require(file >= 0)
    let socket = Socket(descriptor: file)
    defer { socket.close() }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = server.port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let code = withUnsafePointer(to: &address) { pointer in
        pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
            connect(file, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
        }
    }
    try #require(code == 0)
    socket.write(text)
    _ = shutdown(file, Int32(SHUT_WR))
    var answer: [UInt8] = []
    while case let part = socket.read(), !part.isEmpty { answer += part }
    return String(decoding: answer, as: UTF8.self).split(separator: "\r\n").map { String($0.prefix(3)) }
}

struct LoopbackServerTests {
    @Test(arguments: [
        ("MAIL FROM:<a@example.org>\r\nQUIT\r\n", ["220", "250", "221"]),
        ("RCPT TO:<a@example.org>\r\nDATA\r\n", ["220", "503", "503"]),
        ("MAIL FROM:a@example.org\r\nMAIL\r\nMAIL FROM:>x<\r\n", ["220", "501", "501", "501"]),
        ("MAIL FROM:<>\r\nRCPT TO:<>\r\nRSET\r\nNOOP\r\n", ["220", "250", "501", "250", "250"]),
        ("HELP\r\n\r\n \r\n", ["220", "502", "502", "502"]),
        ("AUTH PLAIN AAAA\r\n", ["220", "502"]),
        ("\u{0}\u{FF}\u{7F}\n\nehlo x\nQUIT\n", ["220", "502", "502", "250", "250", "250", "221"]),
        ("MAIL FROM:<a@example.org>\r\nRCPT TO:<b@example.org>\r\nDATA\r\nnever ended", ["220", "250", "250", "354"]),
    ])
    func `any input gets an answer`(input: String, expected: [String]) throws {
        let server = try LoopbackServer()
        #expect(try codes(from: server, for: input) == expected)
        #expect(server.received().isEmpty)
    }

    @Test func `a line without end is cut, and the next one is served`() throws {
        let server = try LoopbackServer()
        let long = String(repeating: "x", count: 3_000_000)
        #expect(try codes(from: server, for: long + "\r\nNOOP\r\n") == ["220", "500", "250"])
    }

    @Test func `a mail over the limit is not taken, and the next one is`() throws {
        var script = Script()
        script.maximumSize = 1000
        let server = try LoopbackServer(script: script)
        func mail(_ size: Int) -> String {
            "MAIL FROM:<a@example.org>\r\nRCPT TO:<b@example.org>\r\nDATA\r\n"
                + String(repeating: "x", count: size - 2) + "\r\n.\r\n"
        }
        let answers = try codes(from: server, for: mail(100_000) + mail(1001) + mail(1000))
        #expect(answers == ["220", "250", "250", "354", "552", "250", "250", "354", "552", "250", "250", "354", "250"])
        #expect(server.received().map(\.bytes.count) == [1000])
    }

    @Test func `recipients are bounded`() throws {
        let server = try LoopbackServer()
        let input = "MAIL FROM:<a@example.org>\r\n" + String(repeating: "RCPT TO:<b@example.org>\r\n", count: 101)
        #expect(try codes(from: server, for: input).last == "452")
    }

    @Test func `a dot after a bare line feed does not end a mail`() throws {
        let server = try LoopbackServer()
        let input = "MAIL FROM:<a@example.org>\r\nRCPT TO:<b@example.org>\r\nDATA\r\none\n.\r\ntwo\r\n.\n\r\n.\r\n"
        #expect(try codes(from: server, for: input).last == "250")
        #expect(server.received().map { String(decoding: $0.bytes, as: UTF8.self) } == ["one\n.\r\ntwo\r\n\n\r\n"])
    }

    @Test(arguments: [1, 2, 3, 5, 7, 4096])
    func `a mail is put together whatever its pieces`(size: Int) {
        let sent = Array("..dot\r\n...\r\nx.\r\n\(String(repeating: "y", count: 9000))\r\n..\r\n.\r\n".utf8)
        let whole = Array(".dot\r\n..\r\nx.\r\n\(String(repeating: "y", count: 9000))\r\n.\r\n".utf8)
        var reader = MailReader(limit: 1 << 20)
        var ends: [Int] = []
        for start in stride(from: 0, to: sent.count, by: size) {
            // As LineReader does, a piece never goes on after a line feed.
            var rest = sent[start..<min(start + size, sent.count)]
            while let last = rest.firstIndex(of: UInt8(ascii: "\n")) ?? rest.indices.last {
                if reader.take(rest[...last]) { ends.append(last) }
                rest = rest[(last + 1)...]
            }
        }
        #expect(ends == [sent.count - 1])
        #expect(reader.bytes == whole)
    }

    @Test func `mails are taken away once`() throws {
        let server = try LoopbackServer()
        let input = "MAIL FROM:<>\r\nRCPT TO:<b@example.org>\r\nDATA\r\nx\r\n.\r\n"
        _ = try codes(from: server, for: input)
        #expect(server.takeReceived().map(\.sender) == [""])
        #expect(server.takeReceived().isEmpty)
    }

    @Test func `a port that is taken is named`() throws {
        let server = try LoopbackServer()
        #expect {
            try LoopbackServer(port: server.port)
        } throws: { error in
            "\(error)".contains("127.0.0.1 port \(server.port)")
        }
    }

    static let encodings: [(String, [UInt8])] = [
        ("", []), ("AA==", [0]), ("AGE=", [0, 97]), ("AGEAYg==", [0, 97, 0, 98]), ("/+8A", [255, 239, 0]),
    ]

    @Test(arguments: encodings)
    func `base64 is decoded`(text: String, bytes: [UInt8]) {
        #expect(Base64.decode(text) == bytes)
    }

    @Test(arguments: ["A", "AA=", "A===", "====", "AA=A", "AG E", "é+8="])
    func `what is no base64 is refused`(text: String) {
        #expect(Base64.decode(text) == nil)
    }
}

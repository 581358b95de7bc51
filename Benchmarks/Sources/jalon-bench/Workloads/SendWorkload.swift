import CurlMail
import MailMessage

/// Hands one mail to a server again and again, over connections that are kept: the transport alone.
enum SendWorkload {
    /// - Parameters:
    ///   - count: mails in all.
    ///   - path: a mail in a file, with CR LF.
    ///   - port: of a server on this machine.
    static func run(mode: String, count: Int, path: String, port: Int, connections: Int) async throws {
        let bytes = try Files.read(path)
        guard let sender = EmailAddress("a@example.org"), let recipient = EmailAddress("b@example.org") else {
            throw BenchmarkError.usage
        }
        let route = try SMTPRoute(host: "127.0.0.1", port: port, security: .plain, heloName: "bench.example.org")
        var measurement = Measurement("send", unit: "mail")
        if mode == "send" {
            let envelope = Envelope(sender: sender, recipient: recipient)
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 0..<connections {
                    let share = count / connections + (number < count % connections ? 1 : 0)
                    group.addTask {
                        let connection = SMTPConnection(route: route)
                        for _ in 0..<share {
                            guard case .accepted = await connection.send(envelope, bytes: bytes, committing: {}) else {
                                throw BenchmarkError.notTaken
                            }
                        }
                        await connection.close()
                    }
                }
                try await group.waitForAll()
            }
        }
        measurement.units = Double(count)
        measurement.counts = [("connections", connections), ("bytes", bytes.count)]
        try Files.write(Array(measurement.line().utf8))
    }
}

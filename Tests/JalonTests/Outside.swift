import Foundation
import Glibc
import Testing

/// Programs that others wrote, which some tests need.
enum Outside {
    /// The interpreter that the test script has prepared.
    static let pythonPath = ProcessInfo.processInfo.environment["JALON_TEST_PYTHON"] ?? ""

    static let hasPython = FileManager.default.isExecutableFile(atPath: pythonPath)

    static let sinkPath =
        ["/usr/sbin/smtp-sink", "/usr/lib/postfix/sbin/smtp-sink"].first {
            FileManager.default.isExecutableFile(atPath: $0)
        } ?? ""

    static let hasSink = !sinkPath.isEmpty

    static func python(_ arguments: [String]) async throws -> Binary.Outcome {
        try await Binary.run(executable: pythonPath, arguments)
    }

    /// A certificate for `localhost` that signs itself.
    struct Certificate {
        let certificate: String
        let key: String

        init(in directory: URL) async throws {
            certificate = directory.appendingPathComponent("certificate.pem").path
            key = directory.appendingPathComponent("key.pem").path
            let made = try await Binary.run(
                executable: "/usr/bin/openssl",
                [
                    "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days",
                    "2", "-keyout", key, "-out", certificate, "-subj", "/CN=localhost", "-addext",
                    "subjectAltName=DNS:localhost,IP:127.0.0.1",
                ])
            try #require(made.status == 0, "\(made.errors)")
        }
    }

    /// `Fixtures/receiver.py`, listening.
    final class Receiver {
        let port: Int
        private let process = Process()
        private let lines: LineReader
        private let input = Pipe()

        init(_ arguments: [String]) async throws {
            let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
                .appendingPathComponent("Fixtures/receiver.py")
            process.executableURL = URL(fileURLWithPath: Outside.pythonPath)
            process.arguments = [script.path] + arguments
            let output = Pipe()
            process.standardOutput = output
            process.standardInput = input
            process.standardError = FileHandle.nullDevice
            try process.run()
            try output.fileHandleForWriting.close()
            lines = LineReader(output.fileHandleForReading)
            let line = await lines.next()
            let first = try #require(line, "the receiver did not start")
            port = try #require(Int(first.dropFirst("port ".count)))
        }

        func nextLine() async -> String? { await lines.next() }

        func end() {
            process.end()
        }
    }

    /// A port that nobody listens on now.
    static func freePort() throws -> UInt16 {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(descriptor) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { plain in
                bind(descriptor, plain, length) == 0 && getsockname(descriptor, plain, &length) == 0
            }
        }
        try #require(isBound)
        return UInt16(bigEndian: address.sin_port)
    }
}

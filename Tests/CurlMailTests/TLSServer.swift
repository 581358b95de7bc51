import Foundation
import Testing

/// A certificate of the test's own, with its key, in a folder that goes with it.
final class Certificate: Sendable {
    let file: String
    let key: String
    private let folder: URL

    /// - Parameter names: what it is for, as `DNS:localhost,IP:127.0.0.1`.
    init(for names: String) throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "jalon-tls-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        file = folder.appending(path: "certificate.pem").path
        key = folder.appending(path: "key.pem").path
        let status = try Tools.status(
            of: #require(Tools.openssl),
            [
                "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2",
                "-subj", "/CN=loopback.example.org", "-addext", "subjectAltName=\(names)", "-keyout", key, "-out", file,
            ])
        try #require(status == 0)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }
}

/// A Python server with TLS, of `Fixtures/tls_smtp_server.py`.
struct TLSServer {
    enum Encryption: String {
        case startTLS = "starttls"
        case implicitTLS = "implicit"
        case none
    }

    private let server: FixtureServer
    var port: Int { server.port }

    init(_ encryption: Encryption, certificate: Certificate? = nil, _ further: [String] = []) throws {
        let files = certificate.map { ["--certificate", $0.file, "--key", $0.key] } ?? []
        server = try FixtureServer("tls_smtp_server", ["--tls", encryption.rawValue] + files + further)
    }

    /// Ends the server, and returns the mails that it took in.
    func end() throws -> [[UInt8]] {
        try server.end().compactMap { line in
            Data(base64Encoded: String(line.dropFirst("mail ".count))).map { Array($0) }
        }
    }
}

/// The programs that the tests of TLS need, where they are installed.
enum Tools {
    /// A Python that knows aiosmtpd (Debian: python3-aiosmtpd).
    static let python = places(of: "python3").first { (try? status(of: $0, ["-c", "import aiosmtpd"])) == 0 }
    static let openssl = places(of: "openssl").first
    static var areInstalled: Bool { python != nil && openssl != nil }

    static func status(of program: String, _ arguments: [String]) throws -> Int32 {
        let process = Process()
        process.executableURL = URL(filePath: program)
        process.arguments = arguments
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return process.terminationStatus
    }

    private static func places(of name: String) -> [String] {
        let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
        let folders = path.split(separator: ":").map(String.init) + ["/usr/bin"]
        return folders.map { $0 + "/" + name }.filter { FileManager.default.isExecutableFile(atPath: $0) }
    }
}

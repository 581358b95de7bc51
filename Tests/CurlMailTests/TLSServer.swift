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

/// A Python server with TLS, started by `Fixtures/tls_smtp_server.py`; it ends when its input does.
final class TLSServer {
    enum Encryption: String {
        case startTLS = "starttls"
        case implicitTLS = "implicit"
        case none
    }

    let port: Int
    private let process = Process()
    private let input = Pipe()
    private let output = Pipe()

    init(_ encryption: Encryption, certificate: Certificate? = nil, _ further: [String] = []) throws {
        let script = try #require(
            Bundle.module.path(forResource: "tls_smtp_server", ofType: "py", inDirectory: "Fixtures"))
        let files = certificate.map { ["--certificate", $0.file, "--key", $0.key] } ?? []
        process.executableURL = URL(filePath: try #require(Tools.python))
        process.arguments = [script, "--tls", encryption.rawValue] + files + further
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        let words = Self.line(from: output.fileHandleForReading).split(separator: " ")
        try #require(words.first == "ready")
        port = try #require(words.last.flatMap { Int($0) })
    }

    deinit {
        try? input.fileHandleForWriting.close()
        process.terminate()
        process.waitUntilExit()
    }

    /// Ends the server, and returns the mails that it took in.
    func end() throws -> [[UInt8]] {
        try input.fileHandleForWriting.close()
        let rest = try output.fileHandleForReading.readToEnd() ?? Data()
        return String(decoding: rest, as: UTF8.self).split(separator: "\n").compactMap { line in
            Data(base64Encoded: String(line.dropFirst("mail ".count))).map { Array($0) }
        }
    }

    /// Reads no further than the line, and waits for it.
    private static func line(from handle: FileHandle) -> String {
        var line = Data()
        while let byte = try? handle.read(upToCount: 1), !byte.isEmpty, byte != Data("\n".utf8) { line += byte }
        return String(decoding: line, as: UTF8.self)
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

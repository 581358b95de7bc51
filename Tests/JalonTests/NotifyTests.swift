import Foundation
import Glibc
import LoopbackSMTP
import Testing

// A daemon that says nothing more fails its test instead of holding up the others.
@Suite(.timeLimit(.minutes(5))) struct NotifyTests {
    @Test func `systemd is told READY once the first turn is done, RELOADING, READY again, and STOPPING`() async throws
    {
        let server = try LoopbackServer()
        defer { server.stop() }
        let root = try Binary.scratch()
        let config = root.appendingPathComponent("config")
        try SampleFiles.write(to: config, server: "smtp://127.0.0.1:\(server.port)")
        let socket = try NotifySocket(path: root.appendingPathComponent("notify").path)
        let daemon = try RunningDaemon(
            config: config, state: root.appendingPathComponent("state"), environment: ["NOTIFY_SOCKET": socket.path])
        let ready = try socket.message(containing: "READY=1")
        #expect(ready.contains("STATUS=relationships: 2"))
        #expect(FileManager.default.fileExists(atPath: root.appendingPathComponent("state/ledger.sqlite").path))
        kill(daemon.process.processIdentifier, SIGHUP)
        #expect(try socket.message(containing: "RELOADING=1").contains("MONOTONIC_USEC="))
        #expect(try socket.message(containing: "READY=1").contains("accepted"))
        #expect(await daemon.terminate() == 0)
        _ = try socket.message(containing: "STOPPING=1")
    }
}

/// The other end of sd_notify(3).
private struct NotifySocket {
    let path: String
    private let descriptor: Int32

    init(path: String) throws {
        self.path = path
        descriptor = Glibc.socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: Array(path.utf8)) }
        let bound = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        try #require(bound == 0)
        var patience = timeval(tv_sec: 30, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
    }

    /// The next message that holds the text; those before it are passed over.
    func message(containing text: String) throws -> String {
        var buffer = [UInt8](repeating: 0, count: 4096)
        while true {
            let count = recv(descriptor, &buffer, buffer.count, 0)
            try #require(count > 0, "no message with \(text) came")
            let message = String(decoding: buffer[..<count], as: UTF8.self)
            if message.contains(text) { return message }
        }
    }
}

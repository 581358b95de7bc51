import Glibc
import PlainText

/// Tells systemd how the service is; says nothing where the process was not started by it.
///
/// See sd_notify(3): one datagram of `NAME=value` lines to the socket that `NOTIFY_SOCKET` names.
struct ServiceManager: Sendable {
    private let socketPath: String?

    /// - Parameter socketPath: the value of `NOTIFY_SOCKET`; a leading `@` means an abstract name.
    init(socketPath: String?) {
        self.socketPath = socketPath
    }

    func ready(status: String) { send("READY=1\nSTATUS=\(status.visible)") }

    func status(_ text: String) { send("STATUS=\(text.visible)") }

    func reloading(status: String) {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        let microseconds = Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1_000
        send("RELOADING=1\nMONOTONIC_USEC=\(microseconds)\nSTATUS=\(status.visible)")
    }

    func alive() { send("WATCHDOG=1") }

    func stopping(status: String) { send("STOPPING=1\nSTATUS=\(status.visible)") }

    private func send(_ text: String) {
        guard let socketPath, !socketPath.isEmpty else { return }
        let descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { return }
        defer { close(descriptor) }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        var name = Array(socketPath.utf8)
        let capacity = MemoryLayout.size(ofValue: address.sun_path)
        guard name.count < capacity else { return }
        if name[0] == UInt8(ascii: "@") { name[0] = 0 }
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: name) }
        let length = socklen_t(MemoryLayout<sa_family_t>.size + name.count)
        let bytes = Array(text.utf8)
        _ = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                sendto(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL), $0, length)
            }
        }
    }
}

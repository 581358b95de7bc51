import Glibc

/// A descriptor of a connected socket. Copies name the same connection; one owner closes it, once.
struct Socket: Hashable, Sendable {
    let descriptor: Int32

    /// Up to 16 KB; empty when the client has closed, or the connection is lost.
    func read() -> [UInt8] {
        var count = -1
        let bytes = [UInt8](unsafeUninitializedCapacity: 16 << 10) { buffer, initialised in
            repeat {
                count = recv(descriptor, buffer.baseAddress, buffer.count, 0)
            } while count < 0 && errno == EINTR
            initialised = max(count, 0)
        }
        return bytes
    }

    /// False when the client is gone.
    @discardableResult
    func write(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        var sent = 0
        while sent < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                send(descriptor, buffer.baseAddress?.advanced(by: sent), buffer.count - sent, Int32(MSG_NOSIGNAL))
            }
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { return false }
            sent += count
        }
        return true
    }

    /// Wakes whoever reads or accepts on it; the descriptor stays taken until `close`.
    func shutdown() {
        _ = Glibc.shutdown(descriptor, Int32(SHUT_RDWR))
    }

    func close() {
        _ = Glibc.close(descriptor)
    }
}

import Glibc

/// The socket that listens on 127.0.0.1.
struct Listener: Sendable {
    let descriptor: Socket
    let port: UInt16

    init(port: UInt16) throws(LoopbackError) {
        func refusal(_ call: String) -> LoopbackError {
            .cannotListen(port: port, call: call, reason: String(cString: strerror(errno)))
        }
        let file = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard file >= 0 else { throw refusal("socket") }
        var isKept = false
        defer { if !isKept { _ = Glibc.close(file) } }

        var yes: Int32 = 1
        guard setsockopt(file, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size)) == 0 else {
            throw refusal("setsockopt")
        }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let bound = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(file, $0, length) }
        }
        guard bound == 0 else { throw refusal("bind") }
        guard listen(file, SOMAXCONN) == 0 else { throw refusal("listen") }
        let named = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(file, $0, &length) }
        }
        guard named == 0 else { throw refusal("getsockname") }

        isKept = true
        descriptor = Socket(descriptor: file)
        self.port = UInt16(bigEndian: address.sin_port)
    }

    /// The next client; nil when the listener has been shut down.
    func accept() -> Socket? {
        while true {
            let file = Glibc.accept(descriptor.descriptor, nil, nil)
            if file >= 0 {
                _ = fcntl(file, F_SETFD, FD_CLOEXEC)
                var yes: Int32 = 1
                // The replies are short and awaited: none may wait for a client's acknowledgement.
                _ = setsockopt(file, Int32(IPPROTO_TCP), TCP_NODELAY, &yes, socklen_t(MemoryLayout<Int32>.size))
                return Socket(descriptor: file)
            }
            guard errno == EINTR || errno == ECONNABORTED else { return nil }
        }
    }

    func close() {
        descriptor.close()
    }
}

import Glibc

/// A file with an access token (RFC 6750), which something else keeps fresh: it is read anew when it has changed.
public struct TokenFile: Sendable, Hashable {
    public let path: String

    public init(path: String) {
        self.path = path
    }

    /// Tokens of the large providers have some 2,000 octets.
    private static let longest = 16_384

    /// What changes when the file does.
    struct Stamp: Hashable {
        var inode: UInt
        var size: Int
        var seconds: Int
        var nanoseconds: Int
    }

    func stamp() throws(CurlMailError) -> Stamp {
        var status = stat()
        guard stat(path, &status) == 0 else { throw .badToken(path: path, reason: String(cString: strerror(errno))) }
        return Stamp(
            inode: UInt(status.st_ino), size: Int(status.st_size), seconds: status.st_mtim.tv_sec,
            nanoseconds: status.st_mtim.tv_nsec)
    }

    /// Whether a token can be read from it now.
    public func check() throws(CurlMailError) {
        _ = try read()
    }

    /// The token, without the white space around it.
    func read() throws(CurlMailError) -> Secret {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw .badToken(path: path, reason: String(cString: strerror(errno))) }
        defer { close(descriptor) }
        var buffer = [UInt8](repeating: 0, count: Self.longest)
        let count = Glibc.read(descriptor, &buffer, buffer.count)
        guard count >= 0 else { throw .badToken(path: path, reason: String(cString: strerror(errno))) }
        let isSpace = { (byte: UInt8) in byte <= 0x20 }
        let token = buffer[..<count].drop(while: isSpace).reversed().drop(while: isSpace).reversed()
        guard !token.isEmpty else { throw .badToken(path: path, reason: "it is empty") }
        // RFC 6750, section 2.1: letters, digits and a few marks.
        guard token.count < Self.longest, token.allSatisfy({ (0x21...0x7E).contains($0) }) else {
            throw .badToken(path: path, reason: "it does not hold one token, which is a line without spaces")
        }
        return Secret(String(decoding: token, as: UTF8.self))
    }
}

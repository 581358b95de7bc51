/// Cuts what a client sends into lines, of which it never keeps more than it must.
struct LineReader {
    enum Line {
        /// The line without its end.
        case text(String)
        /// Longer than RFC 5321 (section 4.5.3.1.4) and its extensions allow; the rest has been passed over.
        case tooLong
    }

    private let socket: Socket
    private var buffer: [UInt8] = []
    private var position = 0

    init(socket: Socket) {
        self.socket = socket
    }

    /// The next command; nil when the client is gone.
    mutating func command(limit: Int = 2048) -> Line? {
        var line: [UInt8] = []
        var isTooLong = false
        while let piece = piece() {
            if line.count + piece.count <= limit { line += piece } else { isTooLong = true }
            guard piece.last == UInt8(ascii: "\n") else { continue }
            if isTooLong { return .tooLong }
            line.removeLast()
            if line.last == UInt8(ascii: "\r") { line.removeLast() }
            return .text(String(decoding: line, as: UTF8.self))
        }
        return nil
    }

    /// What has come up to a line feed and with it, or as much of the line as has come; nil when the client is gone.
    mutating func piece() -> ArraySlice<UInt8>? {
        if position == buffer.count {
            buffer = socket.read()
            position = 0
            if buffer.isEmpty { return nil }
        }
        let start = position
        let feed = buffer[start...].firstIndex(of: UInt8(ascii: "\n"))
        position = feed.map { $0 + 1 } ?? buffer.count
        return buffer[start..<position]
    }

    /// Reads and forgets until the client closes.
    mutating func drain() {
        while piece() != nil {}
    }
}

import CCurl
import Glibc

/// What libcurl's callbacks know and do for one mailbox: the server's lines, the mail that comes, the open sockets.
///
/// Confined to the thread that runs the handle, which is where libcurl calls back.
final class IMAPListener {
    private(set) var answers = IMAPAnswers()
    private(set) var body: [UInt8] = []
    /// A mail is longer than the server has said, and than is read.
    private(set) var isTooLong = false
    private var sockets: Set<Int32> = []
    /// The most bytes of a mail; nil while none is wanted.
    private var limit: Int?

    func beginCommand() {
        answers.beginCommand()
        limit = nil
    }

    func beginMail(limit: Int) {
        answers.beginCommand()
        (body, isTooLong, self.limit) = ([], false, limit)
    }

    func endMail() -> [UInt8] {
        defer { body = [] }
        return body
    }

    fileprivate func hear(_ bytes: UnsafeRawBufferPointer) {
        answers.hear(String(decoding: bytes, as: UTF8.self))
    }

    fileprivate func take(_ bytes: UnsafeRawBufferPointer) -> Bool {
        // The lines of a command come here a second time.
        guard let limit else { return true }
        isTooLong = body.count + bytes.count > limit
        if !isTooLong { body += bytes }
        return !isTooLong
    }

    /// Before the handle is cleaned up: libcurl then says LOGOUT, and does not wait for a server that may never answer.
    func stopListening() {
        for socket in sockets { _ = shutdown(socket, Int32(SHUT_RD)) }
    }

    // MARK: Callbacks

    static let header: curl_write_callback = { bytes, size, count, context in
        guard let bytes, let listener = listener(context) else { return 0 }
        listener.hear(UnsafeRawBufferPointer(start: bytes, count: size * count))
        return listener.answers.isEndless ? 0 : size * count
    }

    static let write: curl_write_callback = { bytes, size, count, context in
        guard let bytes, let listener = listener(context),
            listener.take(UnsafeRawBufferPointer(start: bytes, count: size * count))
        else { return 0 }
        return size * count
    }

    static let socketOpened: curl_sockopt_callback = { context, socket, _ in
        guard let listener = listener(context) else { return Int32(CURL_SOCKOPT_ERROR) }
        listener.sockets.insert(socket)
        return Int32(CURL_SOCKOPT_OK)
    }

    static let socketClosing: curl_closesocket_callback = { context, socket in
        listener(context)?.sockets.remove(socket)
        return close(socket)
    }

    /// The handle owns the listener and cleans libcurl up first, so that the context is alive in every call.
    private static func listener(_ context: UnsafeMutableRawPointer?) -> IMAPListener? {
        context.map { Unmanaged<IMAPListener>.fromOpaque($0).takeUnretainedValue() }
    }
}

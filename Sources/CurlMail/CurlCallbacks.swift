import CCurl

/// The C functions that libcurl calls; each finds its `Conversation` in the context and asks it.
enum CurlCallbacks {
    /// One line of an answer.
    static let header: curl_write_callback = { bytes, size, count, context in
        guard let bytes, let conversation = conversation(context) else { return 0 }
        let length = size * count
        conversation.hear(UnsafeRawBufferPointer(start: bytes, count: length))
        return length
    }

    /// After the connection stands and before MAIL.
    static let beforeRequest: curl_prereq_callback = { context, _, _, _, _ in
        guard let conversation = conversation(context), conversation.mayBegin() else {
            return Int32(CURL_PREREQFUNC_ABORT)
        }
        return Int32(CURL_PREREQFUNC_OK)
    }

    /// The next bytes of the mail. Never 0 for an error: that would end a mail that is cut short, and be accepted.
    static let read: curl_read_callback = { buffer, size, count, context in
        guard let buffer, let conversation = conversation(context) else { return Int(CURL_READFUNC_ABORT) }
        switch conversation.read(into: UnsafeMutableRawBufferPointer(start: buffer, count: size * count)) {
        case .bytes(let count): return count
        case .end: return 0
        case .abort: return Int(CURL_READFUNC_ABORT)
        }
    }

    /// Once a second, and while libcurl waits.
    static let progress: curl_xferinfo_callback = { context, _, _, _, _ in
        guard let conversation = conversation(context) else { return 1 }
        return conversation.isOverdue() ? 1 : 0
    }

    static let socketOpened: curl_sockopt_callback = { context, socket, _ in
        guard let conversation = conversation(context) else { return Int32(CURL_SOCKOPT_ERROR) }
        conversation.socketOpened(socket)
        return Int32(CURL_SOCKOPT_OK)
    }

    static let socketClosing: curl_closesocket_callback = { context, socket in
        conversation(context)?.close(socket) ?? -1
    }

    /// The handle owns the conversation and cleans libcurl up first, so that the context is alive in every call.
    private static func conversation(_ context: UnsafeMutableRawPointer?) -> Conversation? {
        context.map { Unmanaged<Conversation>.fromOpaque($0).takeUnretainedValue() }
    }
}

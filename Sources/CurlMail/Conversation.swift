import Glibc

/// What libcurl's callbacks know and do for one handle: the mail that is being sent, the dialogue, the open sockets.
///
/// Confined to the thread that runs the handle, which is where libcurl calls back.
final class Conversation {
    /// What a callback tells libcurl.
    enum Reading {
        case bytes(Int)
        case end
        case abort
    }

    private(set) var dialogue = Dialogue()
    private(set) var objection: Objection?

    private let needsLogin: Bool
    private let responseTimeout: Duration
    private var errand: Errand?
    private var offset = 0
    private var sockets: Set<Int32> = []
    private var lastSign = ContinuousClock.now

    init(route: SMTPRoute) {
        needsLogin = route.login != nil
        responseTimeout = route.responseTimeout
    }

    func begin(_ errand: Errand?) {
        self.errand = errand
        offset = 0
        objection = nil
        dialogue.begin()
        lastSign = .now
    }

    /// The mail's bytes need not be kept until the next one.
    func end() {
        errand = nil
    }

    // MARK: Callbacks

    func hear(_ line: UnsafeRawBufferPointer) {
        lastSign = .now
        dialogue.hear(line)
    }

    /// Whether MAIL may be said on the connection that stands now.
    ///
    /// libcurl goes on without a login when the server offers none that it knows, says an address that is not ASCII
    /// whether the server offers SMTPUTF8 or not, and does not look at the limit that the server has announced.
    func mayBegin() -> Bool {
        lastSign = .now
        objection = reasonNotToBegin()
        if objection == nil { dialogue.connected() }
        return objection == nil
    }

    private func reasonNotToBegin() -> Objection? {
        if needsLogin, !dialogue.isLoggedIn { return .notLoggedIn }
        guard let errand else { return nil }
        if errand.isInternational, dialogue.offers["SMTPUTF8"] == nil { return .notASCII }
        if let limit = dialogue.longestMail, errand.bytes.count > limit { return .tooLong(limit: limit) }
        if dialogue.offers["8BITMIME"] == nil, errand.isEightBit { return .notSevenBit }
        return nil
    }

    /// Hands the next bytes over; after the last of them commits the marker. libcurl sends the dot only after `.end`.
    func read(into buffer: UnsafeMutableRawBufferPointer) -> Reading {
        lastSign = .now
        guard let errand, dialogue.step == .body else { return .abort }
        if offset < errand.bytes.count {
            let end = min(offset + buffer.count, errand.bytes.count)
            buffer.copyBytes(from: errand.bytes[offset..<end])
            defer { offset = end }
            return .bytes(end - offset)
        }
        do {
            try errand.committing()
        } catch {
            objection = .notMarked(String(describing: error))
            return .abort
        }
        lastSign = .now
        dialogue.marked()
        return .end
    }

    /// True when libcurl waits for what no longer matters.
    ///
    /// After a failure it says QUIT and waits for the answer as long as for any other, without a limit in all.
    func isOverdue() -> Bool {
        let silence = ContinuousClock.now - lastSign
        switch dialogue.step {
        case .over where dialogue.answer == nil: return silence > min(responseTimeout, .seconds(5))
        case .connecting, .sender, .recipient, .data, .answer: return silence > responseTimeout + .seconds(2)
        case .body, .over: return false
        }
    }

    func socketOpened(_ socket: Int32) {
        sockets.insert(socket)
        dialogue.socketOpened()
    }

    func close(_ socket: Int32) -> Int32 {
        sockets.remove(socket)
        return Glibc.close(socket)
    }

    /// Before the handle is cleaned up: libcurl then says QUIT, and finds that nothing more is to be read, instead of
    /// waiting for a server that may never answer.
    func stopListening() {
        for socket in sockets { _ = shutdown(socket, Int32(SHUT_RD)) }
    }
}

import CCurl

/// A libcurl easy handle for one mailbox, with its connection and the folder open. Confined to the thread that made it.
///
/// Commands hold numbers and atoms only, and a folder's name that was looked at; mails are read by URL, for whatever a
/// command fetches libcurl would look through for the server's answer.
final class IMAPHandle {
    private let route: IMAPRoute
    private let easy: EasyHandle
    private let listener = IMAPListener()

    init(route: IMAPRoute) throws(CurlMailError) {
        self.route = route
        easy = try EasyHandle()
        try easy.set(CURLOPT_PROTOCOLS_STR, "imap,imaps")
        try easy.configureTLS(isPlain: route.security == .plain, authority: route.certificateAuthority)
        try easy.configureTimeouts(
            connect: route.connectTimeout, response: route.responseTimeout, total: route.responseTimeout)
        try easy.set(CURLOPT_USERNAME, route.login.user)
        // A line that is longer than half of it, libcurl cuts off in silence.
        try easy.set(CURLOPT_BUFFERSIZE, IMAPAnswers.longestLine)
        switch route.login {
        case .password(_, let secret):
            try easy.set(CURLOPT_PASSWORD, secret.text)
            // Left to itself, libcurl tries GSSAPI or NTLM first where they are offered, and fails there.
            try easy.set(CURLOPT_LOGIN_OPTIONS, "AUTH=PLAIN;AUTH=LOGIN")
        case .token(_, let file):
            try easy.set(CURLOPT_XOAUTH2_BEARER, file.read().text)
            try easy.set(CURLOPT_LOGIN_OPTIONS, "AUTH=XOAUTH2;AUTH=OAUTHBEARER")
        }
        let context = Unmanaged.passUnretained(listener).toOpaque()
        try easy.check(ccurl_set_header(easy.pointer, IMAPListener.header, context))
        try easy.check(ccurl_set_write(easy.pointer, IMAPListener.write, context))
        try easy.check(ccurl_set_socket_opened(easy.pointer, IMAPListener.socketOpened, context))
        try easy.check(ccurl_set_socket_closing(easy.pointer, IMAPListener.socketClosing, context))
    }

    deinit { listener.stopListening() }

    var answers: IMAPAnswers { listener.answers }

    /// Opens the folder so that reading a mail does not mark it as seen: behind libcurl's SELECT, which it says itself,
    /// EXAMINE (RFC 3501 section 6.3.2).
    func openForReading() throws {
        try command("EXAMINE \"\(route.folder)\"")
    }

    func openForWriting() throws {
        try command("SELECT \"\(route.folder)\"")
    }

    /// Opens the folder where it is not open, and has a command carried out.
    ///
    /// - Throws: `CommandRefused` where the server says NO or BAD.
    func command(_ text: String) throws {
        listener.beginCommand()
        try easy.set(CURLOPT_URL, route.url)
        try easy.set(CURLOPT_CUSTOMREQUEST, text)
        var code = easy.perform()
        if code == CURLE_LOGIN_DENIED, !answers.offersAuthenticate {
            // Some know the command LOGIN alone, to which libcurl comes only where it may choose.
            try easy.set(CURLOPT_LOGIN_OPTIONS, nil)
            code = easy.perform()
        }
        try easy.set(CURLOPT_CUSTOMREQUEST, nil)
        if code == CURLE_QUOTE_ERROR { throw CommandRefused(words: answers.last ?? "") }
        try check(code)
    }

    /// The server refused a command; the connection stands.
    struct CommandRefused: Error {
        let words: String
    }

    /// What a look at a mail gives.
    enum Found {
        case mail([UInt8])
        /// Longer than the server had said.
        case tooLong
        /// Somebody has taken it away meanwhile.
        case gone
    }

    /// Reads one mail.
    func mail(_ uid: UInt32, limit: Int) throws -> Found {
        listener.beginMail(limit: limit)
        try easy.set(CURLOPT_URL, route.url(of: uid))
        let code = easy.perform()
        let bytes = listener.endMail()
        if listener.isTooLong { return .tooLong }
        if code == CURLE_REMOTE_FILE_NOT_FOUND || code == CURLE_QUOTE_ERROR { return .gone }
        try check(code)
        return .mail(bytes)
    }

    private func check(_ code: CURLcode) throws {
        guard code != CURLE_OK else { return }
        if answers.isEndless {
            throw IMAPFault.down("\(route.host):\(route.port) does not come to an end with an answer")
        }
        // The folder is not there, or may not be read.
        if code == CURLE_LOGIN_DENIED, easy.words(for: code).hasPrefix("Select failed") {
            throw IMAPFault.needsAdmin(
                "\(route.host):\(route.port) does not open \(route.folder): \(answers.last ?? "")")
        }
        throw IMAPFault(
            EasyHandle.result(of: code), complaint: easy.words(for: code), last: answers.last, on: route)
    }
}

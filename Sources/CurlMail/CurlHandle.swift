import CCurl
import MailMessage

/// A libcurl easy handle for one route, with the connection that it keeps. Confined to the thread that made it.
final class CurlHandle {
    private let easy: UnsafeMutableRawPointer
    private let complaint: UnsafeMutablePointer<CChar>
    private let conversation: Conversation
    private let login: SMTPRoute.Login?
    /// Of the token that libcurl has; nil before it has one.
    private var tokenStamp: TokenFile.Stamp?

    /// `curl_global_init` must have run before any handle is made; a global constant does so once.
    private static let isLibraryReady = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK

    init(route: SMTPRoute) throws(CurlMailError) {
        guard Self.isLibraryReady, let easy = curl_easy_init() else { throw Self.unusable("it does not start") }
        self.easy = easy
        complaint = .allocate(capacity: Int(CURL_ERROR_SIZE))
        complaint.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
        conversation = Conversation(route: route)
        login = route.login
        try configure(for: route)
        try configureCallbacks()
    }

    deinit {
        conversation.stopListening()
        curl_easy_cleanup(easy)
        complaint.deallocate()
    }

    /// Sends the mail, on the connection of the last one where that still stands. Blocks until it is decided.
    func send(_ errand: Errand) throws(CurlMailError) -> Outcome {
        try renewToken()
        try set(CURLOPT_MAIL_FROM, "<\(errand.envelope.sender.description)>")
        let recipients = curl_slist_append(nil, "<\(errand.envelope.recipient.description)>")
        defer { curl_slist_free_all(recipients) }
        try check(ccurl_set_recipients(easy, recipients))
        complaint[0] = 0
        conversation.begin(errand)
        let code = curl_easy_perform(easy)
        conversation.end()
        _ = ccurl_set_recipients(easy, nil)
        return Outcome(
            result: Self.result(of: code), complaint: words(for: code), objection: conversation.objection,
            dialogue: conversation.dialogue)
    }

    /// Connects and logs in as for a mail, and says NOOP instead of one.
    func probe() throws(CurlMailError) -> Outcome {
        try renewToken()
        try set(CURLOPT_UPLOAD, 0)
        try set(CURLOPT_NOBODY, 1)
        try set(CURLOPT_CUSTOMREQUEST, "NOOP")
        complaint[0] = 0
        conversation.begin(nil)
        let code = curl_easy_perform(easy)
        return Outcome(
            result: Self.result(of: code), complaint: words(for: code), objection: conversation.objection,
            dialogue: conversation.dialogue, isConnected: code != CURLE_COULDNT_CONNECT)
    }

    // MARK: Options

    private func configure(for route: SMTPRoute) throws(CurlMailError) {
        try set(CURLOPT_URL, route.url)
        try set(CURLOPT_PROTOCOLS_STR, "smtp,smtps")
        try set(CURLOPT_PROXY, "")
        try set(CURLOPT_NETRC, Int(CURL_NETRC_IGNORED.rawValue))
        try set(CURLOPT_NOSIGNAL, 1)
        try set(CURLOPT_UPLOAD, 1)
        try set(CURLOPT_TCP_KEEPALIVE, 1)
        try configureTLS(for: route)
        try configureLogin(for: route)

        try set(CURLOPT_CONNECTTIMEOUT_MS, route.connectTimeout.milliseconds)
        try set(CURLOPT_TIMEOUT_MS, route.totalTimeout.milliseconds)
        try set(CURLOPT_SERVER_RESPONSE_TIMEOUT, route.responseTimeout.wholeSeconds)
        try set(CURLOPT_MAXAGE_CONN, route.idleTimeout.wholeSeconds)
        // No INFILESIZE: with a size libcurl does not come back after the last byte, where the marker belongs, and
        // it counts the stuffed dots, so that a mail with dotted lines is cut short and accepted.
    }

    private func configureTLS(for route: SMTPRoute) throws(CurlMailError) {
        let level = route.security == .plain ? CURLUSESSL_NONE : CURLUSESSL_ALL
        try set(CURLOPT_USE_SSL, Int(level.rawValue))
        try set(CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2))
        try set(CURLOPT_SSL_VERIFYPEER, 1)
        try set(CURLOPT_SSL_VERIFYHOST, 2)
        guard let authority = route.certificateAuthority else { return }
        try set(CURLOPT_CAINFO, authority)
        // The system's directory of authorities would be trusted besides.
        try check(ccurl_set_string(easy, CURLOPT_CAPATH, nil))
    }

    private func configureLogin(for route: SMTPRoute) throws(CurlMailError) {
        switch route.login {
        case .password(let user, let secret):
            try set(CURLOPT_USERNAME, user)
            try set(CURLOPT_PASSWORD, secret.text)
            // Left to itself, libcurl tries GSSAPI or NTLM first where they are offered, and fails there.
            try set(
                CURLOPT_LOGIN_OPTIONS,
                (Self.hasSCRAM ? "AUTH=SCRAM-SHA-256;AUTH=SCRAM-SHA-1;" : "")
                    + "AUTH=PLAIN;AUTH=LOGIN")
        case .token(let user, _):
            try set(CURLOPT_USERNAME, user)
            try set(CURLOPT_LOGIN_OPTIONS, "AUTH=XOAUTH2;AUTH=OAUTHBEARER")
        case nil: break
        }
    }

    /// SCRAM comes with GNU SASL, with which not every libcurl is built.
    private static let hasSCRAM: Bool = {
        guard let version = curl_version_info(CURLversion(CURLVERSION_LAST.rawValue - 1)) else { return false }
        return version.pointee.features & Int32(CURL_VERSION_GSASL) != 0
    }()

    /// A new connection logs in with the token that is in the file now.
    private func renewToken() throws(CurlMailError) {
        guard case .token(_, let file) = login else { return }
        let stamp = try file.stamp()
        guard stamp != tokenStamp else { return }
        try set(CURLOPT_XOAUTH2_BEARER, file.read().text)
        tokenStamp = stamp
    }

    private func configureCallbacks() throws(CurlMailError) {
        let context = Unmanaged.passUnretained(conversation).toOpaque()
        try check(ccurl_set_error_buffer(easy, complaint))
        try check(ccurl_set_header(easy, CurlCallbacks.header, context))
        try check(ccurl_set_before_request(easy, CurlCallbacks.beforeRequest, context))
        try check(ccurl_set_read(easy, CurlCallbacks.read, context))
        try check(ccurl_set_progress(easy, CurlCallbacks.progress, context))
        try check(ccurl_set_socket_opened(easy, CurlCallbacks.socketOpened, context))
        try check(ccurl_set_socket_closing(easy, CurlCallbacks.socketClosing, context))
        try set(CURLOPT_NOPROGRESS, 0)
    }

    private func set(_ option: CURLoption, _ value: Int) throws(CurlMailError) {
        try check(ccurl_set_long(easy, option, value))
    }

    private func set(_ option: CURLoption, _ value: String) throws(CurlMailError) {
        try check(ccurl_set_string(easy, option, value))
    }

    private func check(_ code: CURLcode) throws(CurlMailError) {
        guard code == CURLE_OK else { throw Self.unusable(String(cString: curl_easy_strerror(code))) }
    }

    private static func unusable(_ reason: String) -> CurlMailError {
        .unusableLibrary(version: LIBCURL_VERSION, reason: reason)
    }

    // MARK: Results

    private func words(for code: CURLcode) -> String {
        guard code != CURLE_OK else { return "" }
        // libcurl tells the number of an error of its own here, which says nothing to anybody.
        if code == CURLE_RECV_ERROR || code == CURLE_GOT_NOTHING { return "the connection was lost" }
        // Its words for this one differ from step to step, and name milliseconds and bytes.
        if code == CURLE_OPERATION_TIMEDOUT { return "no answer came in time" }
        let own = String(cString: complaint)
        return OneLine.of(own.isEmpty ? String(cString: curl_easy_strerror(code)) : own)
    }

    private static func result(of code: CURLcode) -> Outcome.Result {
        switch code {
        case CURLE_OK: .done
        case CURLE_USE_SSL_FAILED: .noTLS
        case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CACERT_BADFILE: .badCertificate
        case CURLE_LOGIN_DENIED: .loginDenied
        case CURLE_OPERATION_TIMEDOUT: .timedOut
        default: .other
        }
    }
}

extension Duration {
    /// Rounded up, as 0 means "no limit" to libcurl.
    fileprivate var milliseconds: Int {
        let (seconds, attoseconds) = components
        return Int(seconds) * 1000 + Int((attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000)
    }

    fileprivate var wholeSeconds: Int {
        let (seconds, attoseconds) = components
        return Int(seconds) + (attoseconds > 0 ? 1 : 0)
    }
}

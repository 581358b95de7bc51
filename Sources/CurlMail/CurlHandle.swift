import CCurl
import MailMessage

/// A libcurl easy handle for one SMTP route, with the connection that it keeps. Confined to the thread that made it.
final class CurlHandle {
    private let easy: EasyHandle
    private let conversation: Conversation
    private let login: SMTPRoute.Login?
    /// Of the token that libcurl has; nil before it has one.
    private var tokenStamp: TokenFile.Stamp?

    init(route: SMTPRoute) throws(CurlMailError) {
        easy = try EasyHandle()
        conversation = Conversation(route: route)
        login = route.login
        try configure(for: route)
        try configureCallbacks()
    }

    deinit { conversation.stopListening() }

    /// Sends the mail, on the connection of the last one where that still stands. Blocks until it is decided.
    func send(_ errand: Errand) throws(CurlMailError) -> Outcome {
        try renewToken()
        try easy.set(CURLOPT_MAIL_FROM, "<\(errand.envelope.sender.description)>")
        let recipients = curl_slist_append(nil, "<\(errand.envelope.recipient.description)>")
        defer { curl_slist_free_all(recipients) }
        try easy.check(ccurl_set_recipients(easy.pointer, recipients))
        conversation.begin(errand)
        let code = easy.perform()
        conversation.end()
        _ = ccurl_set_recipients(easy.pointer, nil)
        return Outcome(
            result: EasyHandle.result(of: code), complaint: easy.words(for: code), objection: conversation.objection,
            dialogue: conversation.dialogue)
    }

    /// Connects and logs in as for a mail, and says NOOP instead of one.
    func probe() throws(CurlMailError) -> Outcome {
        try renewToken()
        try easy.set(CURLOPT_UPLOAD, 0)
        try easy.set(CURLOPT_NOBODY, 1)
        try easy.set(CURLOPT_CUSTOMREQUEST, "NOOP")
        conversation.begin(nil)
        let code = easy.perform()
        return Outcome(
            result: EasyHandle.result(of: code), complaint: easy.words(for: code), objection: conversation.objection,
            dialogue: conversation.dialogue, isConnected: code != CURLE_COULDNT_CONNECT)
    }

    // MARK: Options

    private func configure(for route: SMTPRoute) throws(CurlMailError) {
        try easy.set(CURLOPT_URL, route.url)
        try easy.set(CURLOPT_PROTOCOLS_STR, "smtp,smtps")
        try easy.set(CURLOPT_UPLOAD, 1)
        try easy.configureTLS(isPlain: route.security == .plain, authority: route.certificateAuthority)
        try configureLogin(for: route)
        try easy.configureTimeouts(
            connect: route.connectTimeout, response: route.responseTimeout, total: route.totalTimeout)
        try easy.set(CURLOPT_MAXAGE_CONN, route.idleTimeout.wholeSeconds)
        // No INFILESIZE: with a size libcurl does not come back after the last byte, where the marker belongs, and
        // it counts the stuffed dots, so that a mail with dotted lines is cut short and accepted.
    }

    private func configureLogin(for route: SMTPRoute) throws(CurlMailError) {
        switch route.login {
        case .password(let user, let secret):
            try easy.set(CURLOPT_USERNAME, user)
            try easy.set(CURLOPT_PASSWORD, secret.text)
            // Left to itself, libcurl tries GSSAPI or NTLM first where they are offered, and fails there.
            try easy.set(
                CURLOPT_LOGIN_OPTIONS,
                (Self.hasSCRAM ? "AUTH=SCRAM-SHA-256;AUTH=SCRAM-SHA-1;" : "")
                    + "AUTH=PLAIN;AUTH=LOGIN")
        case .token(let user, _):
            try easy.set(CURLOPT_USERNAME, user)
            try easy.set(CURLOPT_LOGIN_OPTIONS, "AUTH=XOAUTH2;AUTH=OAUTHBEARER")
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
        try easy.set(CURLOPT_XOAUTH2_BEARER, file.read().text)
        tokenStamp = stamp
    }

    private func configureCallbacks() throws(CurlMailError) {
        let context = Unmanaged.passUnretained(conversation).toOpaque()
        try easy.check(ccurl_set_header(easy.pointer, CurlCallbacks.header, context))
        try easy.check(ccurl_set_before_request(easy.pointer, CurlCallbacks.beforeRequest, context))
        try easy.check(ccurl_set_read(easy.pointer, CurlCallbacks.read, context))
        try easy.check(ccurl_set_progress(easy.pointer, CurlCallbacks.progress, context))
        try easy.check(ccurl_set_socket_opened(easy.pointer, CurlCallbacks.socketOpened, context))
        try easy.check(ccurl_set_socket_closing(easy.pointer, CurlCallbacks.socketClosing, context))
        try easy.set(CURLOPT_NOPROGRESS, 0)
    }
}

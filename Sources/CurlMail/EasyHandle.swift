import CCurl

/// A libcurl easy handle with what every protocol needs of it. Confined to the thread that made it.
final class EasyHandle {
    let pointer: UnsafeMutableRawPointer
    private let complaint: UnsafeMutablePointer<CChar>

    /// `curl_global_init` must have run before any handle is made; a global constant does so once.
    private static let isLibraryReady = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK

    init() throws(CurlMailError) {
        guard Self.isLibraryReady, let pointer = curl_easy_init() else { throw Self.unusable("it does not start") }
        self.pointer = pointer
        complaint = .allocate(capacity: Int(CURL_ERROR_SIZE))
        complaint.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
        try check(ccurl_set_error_buffer(pointer, complaint))
        try set(CURLOPT_PROXY, "")
        try set(CURLOPT_NETRC, Int(CURL_NETRC_IGNORED.rawValue))
        try set(CURLOPT_NOSIGNAL, 1)
        try set(CURLOPT_TCP_KEEPALIVE, 1)
    }

    deinit {
        curl_easy_cleanup(pointer)
        complaint.deallocate()
    }

    func perform() -> CURLcode {
        complaint[0] = 0
        return curl_easy_perform(pointer)
    }

    /// - Parameters:
    ///   - isPlain: nothing is encrypted; for servers on this machine.
    ///   - authority: a PEM file with the only authorities to trust; nil for the system's.
    func configureTLS(isPlain: Bool, authority: String?) throws(CurlMailError) {
        try set(CURLOPT_USE_SSL, Int((isPlain ? CURLUSESSL_NONE : CURLUSESSL_ALL).rawValue))
        try set(CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2))
        try set(CURLOPT_SSL_VERIFYPEER, 1)
        try set(CURLOPT_SSL_VERIFYHOST, 2)
        guard let authority else { return }
        try set(CURLOPT_CAINFO, authority)
        // The system's directory of authorities would be trusted besides.
        try check(ccurl_set_string(pointer, CURLOPT_CAPATH, nil))
    }

    func configureTimeouts(connect: Duration, response: Duration, total: Duration) throws(CurlMailError) {
        try set(CURLOPT_CONNECTTIMEOUT_MS, connect.milliseconds)
        try set(CURLOPT_TIMEOUT_MS, total.milliseconds)
        try set(CURLOPT_SERVER_RESPONSE_TIMEOUT, response.wholeSeconds)
    }

    func set(_ option: CURLoption, _ value: Int) throws(CurlMailError) {
        try check(ccurl_set_long(pointer, option, value))
    }

    func set(_ option: CURLoption, _ value: String?) throws(CurlMailError) {
        try check(ccurl_set_string(pointer, option, value))
    }

    func check(_ code: CURLcode) throws(CurlMailError) {
        guard code == CURLE_OK else { throw Self.unusable(String(cString: curl_easy_strerror(code))) }
    }

    private static func unusable(_ reason: String) -> CurlMailError {
        .unusableLibrary(version: LIBCURL_VERSION, reason: reason)
    }

    // MARK: Results

    /// libcurl's own words; empty when it is done.
    func words(for code: CURLcode) -> String {
        guard code != CURLE_OK else { return "" }
        // libcurl tells the number of an error of its own here, which says nothing to anybody.
        if code == CURLE_RECV_ERROR || code == CURLE_GOT_NOTHING { return "the connection was lost" }
        // Its words for this one differ from step to step, and name milliseconds and bytes.
        if code == CURLE_OPERATION_TIMEDOUT { return "no answer came in time" }
        let own = String(cString: complaint)
        return OneLine.of(own.isEmpty ? String(cString: curl_easy_strerror(code)) : own)
    }

    static func result(of code: CURLcode) -> Outcome.Result {
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
    var milliseconds: Int {
        let (seconds, attoseconds) = components
        return Int(seconds) * 1000 + Int((attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000)
    }

    var wholeSeconds: Int {
        let (seconds, attoseconds) = components
        return Int(seconds) + (attoseconds > 0 ? 1 : 0)
    }
}

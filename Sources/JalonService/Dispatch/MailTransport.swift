package import CurlMail
package import MailMessage

/// What takes a mail to a server: a connection of libcurl's, or whatever stands for one.
package protocol MailTransport: Sendable {
    /// Hands one mail over, and says what became of it.
    ///
    /// - Parameter committing: called once at most, after the last byte and before what ends the mail; where it throws,
    ///   the mail is not ended.
    func send(
        _ envelope: Envelope, bytes: [UInt8], committing: @escaping @Sendable () throws -> Void
    ) async -> Verdict

    func close() async
}

extension SMTPConnection: MailTransport {}

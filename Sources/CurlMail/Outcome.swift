/// What a transfer came to, before it is judged.
struct Outcome {
    /// A result of libcurl, of those that the judgement tells apart.
    enum Result: Hashable {
        case done
        /// STARTTLS was not offered, or denied.
        case noTLS
        /// The certificate or the host's name in it is wrong, or the file of the authorities cannot be read.
        case badCertificate
        case loginDenied
        case timedOut
        case other
    }

    let result: Result
    /// libcurl's own words; empty when it is done.
    let complaint: String
    let objection: Objection?
    let dialogue: Dialogue
    /// A connection came about, whatever was said on it.
    var isConnected = true

    /// The server has taken the command that a probe gives instead of MAIL.
    var wasAnswered: Bool { objection == nil && dialogue.step == .recipient }

    /// The last transfer's connection was found closed, or the server says so at its first command (421): nothing of
    /// this mail was taken in, and a new connection may do.
    var wasIdleTooLong: Bool {
        guard !dialogue.isFresh, objection == nil, result != .timedOut else { return false }
        if let refusal = dialogue.refusal { return refusal.step == .sender && refusal.reply.code == 421 }
        return dialogue.step == .sender
    }

    /// The server answered the dot and stays: both sides know that the next word is MAIL's.
    ///
    /// libcurl would keep the connection after a time-out there, too, and take the late answer for the next mail's.
    var leavesConnectionUsable: Bool {
        guard let answer = dialogue.answer else { return false }
        return answer.code / 100 != 3 && answer.code != 421
    }
}

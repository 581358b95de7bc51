/// What a connection's answers mean: where the transfer stands, and what the connection can do.
///
/// libcurl tells its header callback the answers, but not the commands that they are for. Those before the
/// pre-request callback belong to the connection: greeting, EHLO, STARTTLS, AUTH. Those after it come in one order:
/// MAIL, RCPT, DATA, the dot. What follows a refusal, such as the answer to QUIT, is of no account.
struct Dialogue {
    enum Step: Hashable, Sendable {
        /// The connection is being made, or looked at again before its next use.
        case connecting
        /// The answer to MAIL, RCPT, DATA is awaited.
        case sender, recipient, data
        /// The body is on its way, without its end.
        case body
        /// The marker is set; the answer to the dot is awaited.
        case answer
        case over
    }

    private(set) var step = Step.connecting
    /// A socket was opened in this transfer; false when the last transfer's is used again.
    private(set) var isFresh = false
    /// The last answer in this transfer.
    private(set) var last: HeardReply?
    /// The answer that ended the transfer before the body, and which of MAIL, RCPT and DATA it was for.
    private(set) var refusal: (step: Step, reply: HeardReply)?
    /// What the server said after the dot.
    private(set) var answer: HeardReply?
    /// The transfer has come to `answer` at least.
    private(set) var isMarked = false
    /// The server has said 235 on this connection, after its last EHLO.
    private(set) var isLoggedIn = false
    /// What the last EHLO on this connection announced: each keyword in capitals, with what follows it.
    private(set) var offers: [String: String] = [:]

    private var reader = ReplyReader()

    mutating func begin() {
        step = .connecting
        isFresh = false
        last = nil
        refusal = nil
        answer = nil
        isMarked = false
        reader = ReplyReader()
    }

    mutating func socketOpened() {
        isFresh = true
        isLoggedIn = false
        offers = [:]
    }

    /// The connection stands, and MAIL comes next.
    mutating func connected() {
        step = .sender
    }

    /// The body has been handed over and the marker is committed; the dot comes next.
    mutating func marked() {
        step = .answer
        isMarked = true
    }

    mutating func hear(_ line: UnsafeRawBufferPointer) {
        guard let reply = reader.take(line), step != .over else { return }
        last = reply
        switch step {
        case .connecting: connect(reply)
        case .sender: advance(reply, to: .recipient, if: reply.code / 100 == 2)
        case .recipient: advance(reply, to: .data, if: reply.code / 100 == 2)
        case .data: advance(reply, to: .body, if: reply.code == 354)
        case .answer:
            answer = reply
            step = .over
        case .body, .over: break
        }
    }

    private mutating func connect(_ reply: HeardReply) {
        switch reply.code {
        case 235:
            isLoggedIn = true
        case 250:
            // EHLO: what was said before it, as before STARTTLS, no longer holds (RFC 3207, section 4.2).
            isLoggedIn = false
            offers = reply.lines.dropFirst().reduce(into: [:]) { offers, line in
                let words = line.split(separator: " ", maxSplits: 1)
                if let keyword = words.first { offers[keyword.uppercased()] = words.count > 1 ? String(words[1]) : "" }
            }
        default: break
        }
    }

    /// The longest mail that the server takes, in octets; nil where it does not say (RFC 1870, section 3).
    var longestMail: Int? {
        offers["SIZE"].flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil }
    }

    private mutating func advance(_ reply: HeardReply, to next: Step, if isFine: Bool) {
        if isFine {
            step = next
        } else {
            refusal = (step, reply)
            step = .over
        }
    }
}

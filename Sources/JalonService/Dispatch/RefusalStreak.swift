import CurlMail
import Ledger
import MailMessage

/// Refusals for good without an acceptance between them, and when they say that a server refuses everybody.
///
/// A refusal of one mail means that mail; the same refusal of mails to several people means the server or us. What is
/// about one recipient by its nature (RFC 3463, X.1.1, X.2.2 and the like) never counts.
struct RefusalStreak: Sendable, Hashable, Codable {
    /// Mails that were refused alike, by the kind of the refusal; numbers alone, for they are kept.
    private var runs: [String: [OutboxEntry.ID]] = [:]
    /// The server refuses everybody, until it takes a mail.
    private(set) var isTripped = false
    /// Mails that were spared already, and how often.
    private var spared: [OutboxEntry.ID: Int] = [:]

    /// More mails than this are not remembered of one kind of refusal.
    private static let most = 64
    /// Spared so often, while others were taken in between, a mail is at fault itself.
    private static let mostSpared = 3
    /// More spared mails than this are not remembered, those that were written last.
    private static let mostRemembered = 512

    /// Notes a refusal.
    ///
    /// - Parameter address: where a mail that was noted before was to go.
    /// - Returns: the mails that were refused like this one, where that means that the mails are not at fault, this one
    ///   included; nil where it stands for itself.
    mutating func note(
        _ reply: Reply, at step: RefusedStep, of mail: OutboxEntry.ID, address: (OutboxEntry.ID) -> EmailAddress?
    ) -> [OutboxEntry.ID]? {
        guard let needed = Self.people(for: reply, at: step) else { return nil }
        if isTripped { return [mail] }
        guard spared[mail, default: 0] < Self.mostSpared else { return nil }
        let kind = Self.kind(of: reply, at: step)
        let mails = ((runs[kind] ?? []).filter { $0 != mail } + [mail]).suffix(Self.most)
        runs[kind] = Array(mails)
        guard Set(mails.compactMap(address)).count >= needed else { return nil }
        isTripped = true
        runs = [:]
        for mail in mails { spared[mail, default: 0] += 1 }
        for mail in spared.keys.sorted().dropLast(Self.mostRemembered) { spared[mail] = nil }
        return Array(mails)
    }

    /// The server has taken a mail.
    mutating func accepted(_ mail: OutboxEntry.ID) {
        isTripped = false
        runs = [:]
        spared[mail] = nil
    }

    /// There is nothing that a next process must know.
    var isEmpty: Bool { runs.isEmpty && !isTripped && spared.isEmpty }

    // MARK: - What a refusal is about

    /// To how many people the same must be said before it is about everybody; nil where it is about one of them.
    static func people(for reply: Reply, at step: RefusedStep) -> Int? {
        switch (step, status(of: reply)) {
        // What we object to ourselves: a length that no mail keeps is the server's, an address or a letter is not.
        case (.before, (3, 4)?): 2
        case (.before, _): nil
        // The server knows of nobody but the sender, or has taken the recipient.
        case (.sender, _), (.data, _): 2
        // The sender's address.
        case (_, (1, 7)?), (_, (1, 8)?): 2
        // An address, a mailbox.
        case (_, (1, _)?), (_, (2, _)?): nil
        // The way to it, of which some say that it is not there and mean the mailbox; what the mail is made of.
        case (_, (4, _)?), (_, (6, _)?): 4
        case (_, (3, _)?), (_, (5, _)?), (_, (7, _)?): 2
        case (.end, _): 2
        case (.recipient, _): namesRecipient(reply.words) ? nil : 3
        }
    }

    /// Words of servers that give no status: those that speak of a mailbox, and not of who may send to it.
    private static func namesRecipient(_ words: String) -> Bool {
        let words = words.lowercased()
        func has(_ some: [String]) -> Bool { some.contains { words.contains($0) } }
        let isAboutSending = has([
            "relay", "sender", "policy", "blocked", "blacklist", "blocklist", "denied", "spf", "dkim", "dmarc",
            "reputation", "authenticat", "too many", "client", "spam",
        ])
        return !isAboutSending
            && has([
                "user", "mailbox", "recipient", "account", "unknown", "no such", "not exist", "not found", "inactive",
                "disabled", "quota", "nobody",
            ])
    }

    private static func kind(of reply: Reply, at step: RefusedStep) -> String {
        let status = status(of: reply).map { " \($0.subject).\($0.detail)" } ?? ""
        return "\(step.rawValue) \(reply.code)\(status)"
    }

    /// The status that stands before the words, without its class (RFC 2034 section 4); nil for none.
    private static func status(of reply: Reply) -> (subject: Int, detail: Int)? {
        guard let word = reply.words.split(separator: " ").first else { return nil }
        let parts = word.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0] == "5", let subject = Int(parts[1]), let detail = Int(parts[2]),
            (0...999).contains(subject), (0...999).contains(detail)
        else { return nil }
        return subject == 0 ? nil : (subject, detail)
    }
}

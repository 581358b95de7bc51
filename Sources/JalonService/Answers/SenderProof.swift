import MailMessage
import Mentoring

/// Tells whether a mail is from whom it says it is from, as far as that can be told.
struct SenderProof {
    /// The name of the receiving server, whose word on the sender counts; nil where none is named.
    let authservID: String?

    /// Calendars that answer in somebody's name, with that person in Reply-To.
    private static let robots: Set<String> = ["calendar-notification@google.com"]

    /// Why the mail may not be from whoever has one of these addresses; nil where it is.
    ///
    /// - Parameter addresses: in lower case.
    func doubt(that addresses: Set<String>, sent mail: ReceivedMessage, allowingRobots: Bool) -> String? {
        guard mail.from.count == 1, let from = mail.from.first?.address.description.lowercased() else {
            return "it names \(mail.from.count) senders"
        }
        let isRobot = allowingRobots && Self.robots.contains(from)
        let senders = isRobot ? mail.replyTo.map { $0.address.description.lowercased() } : [from]
        guard senders.count == 1, let sender = senders.first, addresses.contains(sender) else {
            return "whoever sent it is not the one who answers"
        }
        guard let authservID else { return nil }
        guard let results = mail.authenticationResults(by: authservID) else {
            return "the receiving server says nothing of who sent it"
        }
        let domain = from[(from.lastIndex(of: "@").map { from.index(after: $0) } ?? from.startIndex)...]
        return vouches(results, for: String(domain)) ? nil : "the receiving server does not vouch for who sent it"
    }

    /// DMARC passes; or DKIM or SPF does for the domain of From, as DMARC would ask (RFC 7489 section 3.1).
    private func vouches(_ results: AuthenticationResults, for domain: String) -> Bool {
        if results.results(of: .dmarc).contains(where: \.isPass) { return true }
        let keys = [AuthenticationResults.Method.dkim: ["header.d", "header.i"], .spf: ["smtp.mailfrom"]]
        return keys.contains { method, names in
            results.results(of: method).contains { result in
                result.isPass
                    && names.compactMap { result.properties[$0] }.contains { value in
                        let other = value.lowercased().split(separator: "@").last.map(String.init) ?? ""
                        return other == domain || domain.hasSuffix("." + other)
                    }
            }
        }
    }
}

extension Programme {
    /// All that a person writes from, in lower case, with addresses that they were written to.
    func addresses(of person: Person.ID, and others: [EmailAddress]) -> Set<String> {
        let own = people[person].map { [$0.address] + $0.aliases } ?? []
        return Set((others + own).map { $0.description.lowercased() })
    }
}

import MailMessage
import Mentoring

/// Tells whether a mail is from whom it says it is from, as far as that can be told.
struct SenderProof {
    /// The name of the receiving server, whose word on the sender counts; nil where none is named.
    let authservID: String?

    /// Calendars that answer in somebody's name, with that person in Reply-To.
    private static let robots = Set(
        ["calendar-notification@google.com"].compactMap { EmailAddress($0).map(SenderAddress.init) })

    /// Why the mail may not be from whoever has one of these addresses; nil where it is.
    func doubt(that addresses: Set<SenderAddress>, sent mail: ReceivedMessage, allowingRobots: Bool) -> String? {
        guard let author = mail.author else { return "it does not name just one sender" }
        let isRobot = allowingRobots && Self.robots.contains(SenderAddress(author))
        guard let sender = isRobot ? mail.answersGoTo : author, addresses.contains(SenderAddress(sender)) else {
            return "whoever sent it is not the one who answers"
        }
        guard let authservID else { return nil }
        guard let results = mail.authenticationResults(by: authservID, neighbours: Self.neighbours(of: authservID))
        else {
            return "the receiving server says nothing of who sent it that can be read"
        }
        return ServerWord(results).vouches(for: author) ? nil : "the receiving server does not vouch for who sent it"
    }

    /// `exemple.fr` for `mx.exemple.fr`; but `co.uk` is no domain of `exemple.co.uk`'s.
    private static func neighbours(of authservID: String) -> String? {
        let parent = String(authservID.drop { $0 != "." }.dropFirst())
        return DomainName(parent)?.organizational == nil ? nil : parent
    }
}

import MailMessage
import Mentoring

/// An address as it is compared to tell who sent a mail: letters of other scripts that only look the same differ.
struct SenderAddress: Hashable {
    private let local: [UInt8]
    private let domain: String

    init(_ address: EmailAddress) {
        let text = address.description.utf8
        local = text.prefix(text.count - address.domain.utf8.count).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
        domain = DomainName(address.domain)?.description ?? address.domain
    }
}

extension Programme {
    /// All that a person writes from, with addresses that they were written to.
    func addresses(of person: Person.ID, and others: [EmailAddress]) -> Set<SenderAddress> {
        let own = people[person].map { [$0.address] + $0.aliases } ?? []
        return Set((others + own).map { SenderAddress($0) })
    }
}

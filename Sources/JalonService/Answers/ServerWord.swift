import MailMessage

/// What the receiving server's word is worth for one address (RFC 8601), judged as DMARC would (RFC 7489 section 3.1).
struct ServerWord {
    private typealias Result = AuthenticationResults.Result

    private let results: AuthenticationResults
    /// Those of headers below: of them only a refusal counts.
    private let earlier: [AuthenticationResults]

    /// - Parameter headers: from the top down, at least one.
    init(_ headers: [AuthenticationResults]) {
        (results, earlier) = (headers[0], Array(headers.dropFirst()))
    }

    /// DMARC passes; or where it has no opinion, DKIM or SPF does for that very domain.
    func vouches(for author: EmailAddress) -> Bool {
        guard let domain = DomainName(author.domain) else { return false }
        let verdicts = results.results(of: .dmarc)
        guard (verdicts + earlier.flatMap { $0.results(of: .dmarc) }).allSatisfy(Self.isNoRefusal),
            verdicts.allSatisfy({ Self.isOf(author, domain, $0) })
        else { return false }
        if verdicts.contains(where: { $0.isPass && $0.values(of: "header.from").count == 1 }) { return true }
        return results.results(of: .dkim).contains { result in
            result.isPass && Self.signer(result).map { isAligned($0, domain, "adkim") } ?? false
        }
            || results.results(of: .spf).contains { result in
                result.isPass
                    && Self.only("smtp.mailfrom", result).flatMap(\.domain).flatMap { DomainName($0) }
                        .map { isAligned($0, domain, "aspf") } ?? false
            }
    }

    /// The domain has no policy, or it could not be asked for: then there is none. Any other word is a refusal.
    private static func isNoRefusal(_ verdict: Result) -> Bool {
        ["pass", "none", "bestguesspass", "temperror", "permerror"].contains(verdict.outcome)
    }

    /// A verdict on another From than the one that was read here is none, whatever it is.
    private static func isOf(_ author: EmailAddress, _ domain: DomainName, _ verdict: Result) -> Bool {
        let values = verdict.values(of: "header.from")
        guard let value = values.first else { return true }
        guard values.count == 1, let named = value.domain.flatMap({ DomainName($0) }), named == domain else {
            return false
        }
        return value.address.map { SenderAddress($0) == SenderAddress(author) } ?? true
    }

    /// The domain that signed: `header.d`; or, where the server gives `header.i` alone, that of whoever it signed for,
    /// which is the same or lies below it (RFC 6376 section 3.5).
    private static func signer(_ result: Result) -> DomainName? {
        let (domains, identities) = (result.values(of: "header.d"), result.values(of: "header.i"))
        guard domains.count + identities.count > 0, domains.count < 2, identities.count < 2 else { return nil }
        let identity = identities.first.flatMap { $0.text.utf8.contains(UInt8(ascii: "@")) ? $0.domain : nil }
            .flatMap { DomainName($0) }
        guard let domain = domains.first else { return identity }
        guard !domain.text.utf8.contains(UInt8(ascii: "@")), let signer = domain.domain.flatMap({ DomainName($0) }),
            identities.isEmpty || identity?.isWithin(signer) == true
        else { return nil }
        return signer
    }

    private static func only(_ name: String, _ result: Result) -> PropertyValue? {
        let values = result.values(of: name)
        return values.count == 1 ? values.first : nil
    }

    /// The same domain; or, where the server says that the domain's policy allows it, one of the same organization.
    private func isAligned(_ other: DomainName, _ domain: DomainName, _ mode: String) -> Bool {
        if other == domain { return true }
        guard isRelaxed(mode), let organization = domain.organizational else { return false }
        return other.organizational == organization
    }

    /// `adkim=r` or `aspf=r`, as a property of `policy` or in the comment that gives the domain's record; where anything
    /// says otherwise beside it, nobody knows, and the policy is taken as strict.
    private func isRelaxed(_ mode: String) -> Bool {
        let said = results.results(of: .dmarc).flatMap { verdict in
            let values = verdict.values(of: "policy.\(mode)")
            let comments = verdict.comments.flatMap { $0.lowercased().split { " ,;\t".contains($0) } }
            return (values.count > 1 ? ["several"] : values.map { $0.text.lowercased() })
                + comments.filter { $0.hasPrefix("\(mode)=") }.map { String($0.dropFirst(mode.count + 1)) }
        }
        return !said.isEmpty && said.allSatisfy { $0 == "r" }
    }
}

public import Configuration

// What may stand in the system's journal, which more people read than the files: places, kinds and codes. The words that
// may name somebody are for `jalon check`, `jalon status` and `jalon outbox`, whose readers may read the files.

extension String {
    /// What a server has said without the addresses that it repeats, nor what it has put into angle brackets.
    var withoutAddresses: String {
        replacing(/<[^<>]*>/, with: "<…>")
            .replacing(/"[^"]*"@[^\s<>"',;:()\[\]]*/, with: "…")
            .replacing(/[^\s<>"',;:()\[\]]*(?:@|%40|=40)[^\s<>"',;:()\[\]]*/, with: "…")
    }

    /// What became of a mail, or of the way to a server, without a server's own words: of them codes are left.
    ///
    /// A server repeats what it has been told, in ways that nobody can list: an address, the part before the @, a name.
    public var forLog: String {
        guard let said = firstMatch(of: Self.servers) else { return withoutAddresses }
        let head = self[..<said.range.lowerBound]
        return String(head).withoutAddresses + said.output.1 + Self.codes(in: self[said.range.upperBound...])
    }

    /// Behind these, words of a server's follow to the end; or they stand alone.
    private static var servers: Regex<(Substring, Substring)> {
        /(^(?=[2-5][0-9][0-9](?:[ -]|$))|last said: |refuses a command: |: (?=[2-5][0-9][0-9](?: |$)(?! announced))|gave the answer "|answer without sense: )/
    }

    /// `550 5.1.1` of SMTP (RFC 5321, RFC 3463), `NO [AUTHENTICATIONFAILED]` of IMAP (RFC 9051).
    private static func codes(in words: Substring) -> String {
        if let reply = words.prefixMatch(of: /[0-9]{1,3}(?:[ -][245]\.[0-9]{1,3}\.[0-9]{1,3}(?![0-9.]))?/) {
            return String(reply.output)
        }
        let response = /(?:\* |[A-Z]{1,2}[0-9]{1,4} )?(?:OK|NO|BAD|BYE|PREAUTH)\b(?: \[[A-Z-]{1,24}\])?/
        return words.prefixMatch(of: response).map { String($0.output) } ?? "…"
    }

    /// A sentence without what it quotes, a value of the files or a stranger's words; from the first quotation mark to the
    /// last, for what is quoted may hold some as well.
    public var withoutQuotations: String {
        replacing(/(^|[^\p{L}\p{N}])'.*'/) { "\($0.output.1)'…'" }.replacing(/".*"/, with: "\"…\"")
            .replacing(/“.*”/, with: "“…”").replacing(/«.*»/, with: "«…»")
            // The name of a credential is a value of the files as well.
            .replacing(/LoadCredential=[^:\s]+/, with: "LoadCredential=…").withoutAddresses
    }
}

extension Diagnostic {
    /// `relationships.yaml:9:5`; a file that the admin has named after somebody is known by its ending alone.
    public var placeForLog: String {
        let name = file.split(separator: "/").last.map(String.init) ?? file
        let isPlain = Self.plainNames.contains(file) || file.wholeMatch(of: /templates\/[a-z]{2}\/[a-z-]+\.md/) != nil
        let shown = isPlain ? file : "…" + (name.lastIndex(of: ".").map { String(name[$0...]) } ?? "")
        return "\(shown):\(line):\(column)"
    }

    /// Those that the tutorial, the samples and `jalon init` write.
    private static let plainNames: Set = ["jalon.yaml", "people.yaml", "relationships.yaml", "rules.yaml"]
}

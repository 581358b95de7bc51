/// Which host took a mail in, as it wrote into it: `from a.exemple.org by mx.example.com with ESMTPS; …` (RFC 5321
/// section 4.4).
public struct TraceField: Sendable, Hashable {
    /// What the client called itself, which may be anything, also `by`; nil where that is not said.
    public let client: String?
    /// A domain, or an address as some write it, in lower case.
    public let host: String

    /// Reads the header by its grammar; nil where any of it does not fit.
    ///
    /// - Parameter field: unfolded.
    public init?(_ field: [UInt8]) {
        do throws(MalformedField) {
            var scanner = HeaderScanner(field)
            try scanner.passBlanks()
            var keyword = Self.word(&scanner)
            guard try scanner.passBlanks().any else { throw MalformedField() }
            var client: String?
            if keyword == "from" {
                client = Self.word(&scanner)
                guard client?.isEmpty == false, try scanner.passBlanks().any else { throw MalformedField() }
                keyword = Self.word(&scanner)
                guard try scanner.passBlanks().any else { throw MalformedField() }
                // The client's address beside its name, as fetchmail writes it.
                if keyword.hasPrefix("["), Self.isHost(keyword) {
                    keyword = Self.word(&scanner)
                    guard try scanner.passBlanks().any else { throw MalformedField() }
                }
            }
            guard keyword == "by" else { throw MalformedField() }
            var host = Self.word(&scanner)
            // The root's dot says no more than its absence.
            if host.hasSuffix(".") { host.removeLast() }
            guard Self.isHost(host) else { throw MalformedField() }
            try Self.passClauses(&scanner)
            (self.client, self.host) = (client, host)
        } catch {
            return nil
        }
    }

    /// In lower case; empty where none comes.
    private static func word(_ scanner: inout HeaderScanner) -> String {
        let word = scanner.take { (0x21...0x7E).contains($0) && !"()<>,;\"\\@".utf8.contains($0) }
        return String(decoding: word, as: UTF8.self).lowercased()
    }

    private static func isHost(_ host: String) -> Bool {
        let scalars = host.unicodeScalars
        // An address may lack its brackets, its tag, or both.
        if scalars.first == "[" || host.utf8.contains(UInt8(ascii: ":")) {
            var address = host
            if address.hasPrefix("["), address.hasSuffix("]") { address = String(address.dropFirst().dropLast()) }
            let isTagged = address.hasPrefix("ipv6:") || !address.utf8.contains(UInt8(ascii: ":"))
            return AddressGrammar.isDomain("[\(isTagged ? address : "ipv6:" + address)]".unicodeScalars[...])
        }
        return AddressGrammar.isDomain(String(host.map { $0 == "_" ? "x" : $0 }).unicodeScalars[...])
    }

    /// `via`, `with`, `id`, `for` and what else there is, a semicolon, and the date; nobody else may be named there.
    private static func passClauses(_ scanner: inout HeaderScanner) throws(MalformedField) {
        while !scanner.skip(";") {
            let isParted = try scanner.passBlanks().any
            switch scanner.next {
            case nil: throw MalformedField()
            case UInt8(ascii: ";"): continue
            case UInt8(ascii: "<"): try passPath(&scanner)
            default:
                let word = scanner.take { (0x21...0x7E).contains($0) && !"()<>;\"\\".utf8.contains($0) }
                let text = String(decoding: word, as: UTF8.self).lowercased()
                guard isParted || text.hasPrefix(","), !text.isEmpty, text != "by", text != "from" else {
                    throw MalformedField()
                }
            }
        }
        try scanner.passBlanks()
        let date = scanner.take { HeaderText.isAlphanumeric($0) || " \t,:+-.".utf8.contains($0) }
        try scanner.passBlanks()
        let text = String(decoding: date, as: UTF8.self)
        let namesOthers = text.lowercased().split(separator: " ").contains("by")
        guard scanner.next == nil, !namesOthers, WrittenDate.read(text) != nil else { throw MalformedField() }
    }

    /// `<claire@example.com>`, whose local part may be quoted.
    private static func passPath(_ scanner: inout HeaderScanner) throws(MalformedField) {
        scanner.advance()
        while !scanner.skip(">") {
            if scanner.next == UInt8(ascii: "\"") {
                _ = try scanner.wholeQuotedString()
            } else {
                guard !scanner.take(while: { $0 > 0x20 && $0 != 0x7F && !"()<>\"\\".utf8.contains($0) }).isEmpty else {
                    throw MalformedField()
                }
            }
        }
    }
}

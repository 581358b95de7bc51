import MailMessage

/// A header by which somebody is believed is read whole or not at all, and what is read names a domain or an address.
///
/// The same bytes are tried as Authentication-Results, as Received, and as From.
enum AuthenticationTarget {
    static func run(_ bytes: [UInt8]) throws(Broken) {
        if let results = AuthenticationResults(bytes) { try hold(results) }
        if let trace = TraceField(bytes) {
            let again = TraceField(Array("by \(trace.host); 7 Dec 2026 09:00:00 +0100".utf8))
            try hold(again?.host == trace.host, "\(trace.host) is not itself again")
            try hold(isWord(trace.host) && trace.client.map(isWord) != false, "a host is no word")
        }
        guard let mail = try? ReceivedMessage(reading: Array("From: ".utf8) + bytes) else { return }
        guard let author = mail.author else { return }
        try hold(EmailAddress(author.description) == author, "\(author) is not itself again")
        try hold(mail.from.map(\.address) == [author], "\(author) is another one to whoever reads leniently")
        for server in ["mx.exemple.fr", "x"] {
            guard let found = mail.authenticationResults(by: server) else { continue }
            try hold(!found.isEmpty, "nothing is said of who sent it")
            for results in found { try hold(results) }
        }
    }

    private static func hold(_ results: AuthenticationResults) throws(Broken) {
        let written = results.description
        try hold(AuthenticationResults(Array(written.utf8)) == results, "\(written) is not itself again")
        for result in results.results {
            try hold(isWord(result.outcome), "an outcome is no word")
            for property in result.properties {
                if let domain = property.value.domain { try hold(isDomain(domain), "\(domain) is no domain") }
                guard let address = property.value.address else { continue }
                try hold(address.description == property.value.text, "\(address) is another one")
            }
        }
    }

    private static func isWord(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy { (0x21...0x7E).contains($0) }
    }

    /// RFC 1123 section 2.1, with letters of other scripts.
    private static func isDomain(_ text: String) -> Bool {
        text.utf8.count <= 253
            && text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).allSatisfy { label in
                let isPlain = label.allSatisfy {
                    $0 >= 0x80 || $0 == 0x2D || (0x30...0x39).contains($0) || (0x41...0x5A).contains($0 & 0xDF)
                }
                return (1...63).contains(label.count) && isPlain && label.first != 0x2D && label.last != 0x2D
            }
    }

    private static func hold(_ condition: Bool, _ words: @autoclosure () -> String) throws(Broken) {
        guard condition else { throw Broken(description: words()) }
    }
}

/// A mail server as a file names it: `smtps://smtp.exemple.fr`, `smtp://127.0.0.1:2525`.
struct ServerAddress: Hashable {
    let scheme: String
    /// Without the brackets of an IPv6 address.
    let host: String
    let port: Int?

    /// - Parameter schemes: those that are allowed here.
    init(written text: String, schemes: [String]) throws(Misspelling) {
        let example = "\(schemes.last ?? "")://mail.exemple.fr"
        guard let mark = text.firstRange(of: "://") else {
            throw Misspelling("is no server; write \(example)")
        }
        let scheme = text[..<mark.lowerBound].lowercased()
        guard schemes.contains(scheme) else {
            throw Misspelling(
                "begins with '\(scheme)://'; it can be "
                    + schemes.map { "\($0)://" }.joined(separator: " or "))
        }
        let rest = text[mark.upperBound...]
        guard !rest.contains("@") else { throw Misspelling("holds a login; that goes to `user:` and `password:`") }
        let authority = rest.hasSuffix("/") ? rest.dropLast() : rest
        let (host, port) = try Self.split(authority)
        guard Self.isHost(host) || Self.isIPv6(host) else { throw Misspelling("names no host; write \(example)") }
        self.scheme = scheme
        self.host = host
        self.port = port
    }

    private static func split(_ authority: Substring) throws(Misspelling) -> (String, Int?) {
        let end = authority.hasPrefix("[") ? authority.firstIndex(of: "]") : nil
        guard let colon = authority[(end ?? authority.startIndex)...].firstIndex(of: ":") else {
            return (String(authority).withoutBrackets, nil)
        }
        guard let port = Int(digits: authority[authority.index(after: colon)...]), (1...65_535).contains(port) else {
            throw Misspelling("has a port that is none; ports go from 1 to 65535")
        }
        return (String(authority[..<colon]).withoutBrackets, port)
    }

    /// A name of labels (RFC 1123 section 2.1) or an IPv4 address.
    static func isHost(_ text: String) -> Bool {
        let labels = text.split(separator: ".", omittingEmptySubsequences: false)
        return text.utf8.count <= 253
            && labels.allSatisfy { label in
                (1...63).contains(label.utf8.count) && label.first != "-" && label.last != "-"
                    && label.unicodeScalars.allSatisfy { scalar in
                        scalar.isASCII
                            ? scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || scalar == "-"
                            : scalar.properties.isAlphabetic
                    }
            }
    }

    private static func isIPv6(_ text: String) -> Bool {
        text.contains(":")
            && text.utf8.allSatisfy { byte in
                (0x30...0x3A).contains(byte) || (0x61...0x66).contains(byte | 0x20) || byte == 0x2E
            }
    }
}

extension String {
    fileprivate var withoutBrackets: String {
        hasPrefix("[") && hasSuffix("]") ? String(dropFirst().dropLast()) : self
    }
}

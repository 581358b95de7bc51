extension AuthenticationResults {
    /// - Parameter header: unfolded. Nil where it names no server, as some large providers write it.
    init?(reading header: [UInt8]) {
        var scanner = HeaderScanner(header)
        guard let name = Self.word(&scanner), !name.contains("=") else { return nil }
        authservID = name
        // The version, if any, is 1 (RFC 8601 section 2.2).
        scanner.skipBlanks()
        _ = scanner.take { !";(".utf8.contains($0) }
        var results: [Result] = []
        while scanner.next != nil {
            if scanner.skip(";") { continue }
            let pairs = Self.pairs(&scanner)
            guard let first = pairs.first else { continue }
            let method = first.name.prefix { $0 != "/" }
            results.append(
                Result(
                    method: Method(String(method)), outcome: first.value.lowercased(),
                    properties: Dictionary(pairs.dropFirst().map { ($0.name, $0.value) }) { first, _ in first }))
        }
        self.results = results
    }

    /// `dkim=pass reason="good" header.d=exemple.org`, up to a semicolon; names in lower case. What is no pair, such as
    /// `none`, is passed over.
    private static func pairs(_ scanner: inout HeaderScanner) -> [(name: String, value: String)] {
        var pairs: [(name: String, value: String)] = []
        while let next = scanner.next, next != UInt8(ascii: ";") {
            let name = name(&scanner)
            guard scanner.skip("=") else { continue }
            if let value = word(&scanner), !name.isEmpty { pairs.append((name, value)) }
        }
        return pairs
    }

    /// What stands before an equals sign; blanks and comments may stand around the dot and the slash in it.
    private static func name(_ scanner: inout HeaderScanner) -> String {
        func joins(_ byte: UInt8?) -> Bool { byte == UInt8(ascii: ".") || byte == UInt8(ascii: "/") }
        var name: [UInt8] = []
        scanner.skipBlanks()
        while let next = scanner.next, !"=;".utf8.contains(next) {
            let piece = scanner.take { !"=;(".utf8.contains($0) && !HeaderScanner.isBlank($0) }
            if !joins(name.last), !joins(piece.first) { name = [] }
            name += piece
            scanner.skipBlanks()
        }
        return String(decoding: name, as: UTF8.self).lowercased()
    }

    /// A token or a quoted string; nil where a semicolon or the end comes instead.
    private static func word(_ scanner: inout HeaderScanner) -> String? {
        scanner.skipBlanks()
        if scanner.next == UInt8(ascii: "\"") { return DecodedText(scanner.quotedString(), charset: nil).string }
        let word = scanner.take { !";(".utf8.contains($0) && !HeaderScanner.isBlank($0) }
        return word.isEmpty ? nil : DecodedText(word, charset: nil).string
    }
}

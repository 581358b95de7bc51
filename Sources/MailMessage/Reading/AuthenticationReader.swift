extension AuthenticationResults {
    /// Reads the header by its grammar (RFC 8601 section 2.2); nil where any of it does not fit.
    ///
    /// Wider than the grammar only where nothing can be hidden: a property may have no dot in its name (`action=none`)
    /// and no value, a value that is not quoted may hold other signs than blanks, quotes, parentheses, backslashes and
    /// semicolons, and a semicolon may have nothing behind it.
    ///
    /// - Parameter field: unfolded.
    public init?(_ field: [UInt8]) {
        do throws(MalformedField) {
            var scanner = HeaderScanner(field)
            authservID = try Self.server(&scanner)
            try Self.passVersion(&scanner)
            results = try Self.results(&scanner)
        } catch {
            return nil
        }
    }

    /// Whose header it is, however the rest is written; nil where it names no server, as some large providers write it.
    static func server(of field: [UInt8]) -> String? {
        var scanner = HeaderScanner(field)
        return try? server(&scanner)
    }

    private static func server(_ scanner: inout HeaderScanner) throws(MalformedField) -> String {
        try scanner.passBlanks()
        let name: String
        if scanner.next == UInt8(ascii: "\"") {
            name = try HeaderScanner.text(scanner.wholeQuotedString())
        } else {
            name = try HeaderScanner.text(scanner.take { $0 >= 0x80 || Token.isTokenCharacter($0) })
        }
        if let next = scanner.next, !HeaderScanner.isBlank(next), !"(;".utf8.contains(next) { throw MalformedField() }
        guard !name.isEmpty else { throw MalformedField() }
        return name
    }

    /// Of another version nothing is known (RFC 8601 section 2.2).
    private static func passVersion(_ scanner: inout HeaderScanner) throws(MalformedField) {
        try scanner.passBlanks()
        let version = scanner.take(while: HeaderText.isAlphanumeric)
        guard version.isEmpty || version.elementsEqual("1".utf8) else { throw MalformedField() }
        try scanner.passBlanks()
    }

    private static func results(_ scanner: inout HeaderScanner) throws(MalformedField) -> [Result] {
        var results: [Result] = []
        while scanner.skip(";") {
            try scanner.passBlanks()
            guard let next = scanner.next, next != UInt8(ascii: ";") else { continue }
            let method = try name(&scanner)
            // `none` says that there is nothing to be said.
            if method == "none", results.isEmpty, scanner.next == nil { break }
            results.append(try result(of: method, &scanner))
        }
        guard scanner.next == nil else { throw MalformedField() }
        return results
    }

    /// `dkim/1=pass (1024-bit key) reason="good" header.d=exemple.org`, from the slash on and up to a semicolon.
    private static func result(of method: String, _ scanner: inout HeaderScanner) throws(MalformedField) -> Result {
        if scanner.skip("/") {
            try scanner.passBlanks()
            guard scanner.take(while: HeaderText.isAlphanumeric).elementsEqual("1".utf8) else { throw MalformedField() }
            try scanner.passBlanks()
        }
        guard scanner.skip("=") else { throw MalformedField() }
        var comments = try scanner.passBlanks().comments
        let outcome = try keyword(&scanner)
        var properties: [Property] = []
        while true {
            let blanks = try scanner.passBlanks()
            comments += blanks.comments
            guard let next = scanner.next, next != UInt8(ascii: ";") else { break }
            guard blanks.any else { throw MalformedField() }
            let name = try name(&scanner)
            guard scanner.skip("=") else { throw MalformedField() }
            comments += try scanner.passBlanks().comments
            properties.append(Property(name, try value(&scanner)))
        }
        return Result(method: Method(method), outcome: outcome, properties: properties, comments: comments)
    }

    /// `header.d`, in lower case; blanks and comments may stand around the dot, and behind the whole.
    private static func name(_ scanner: inout HeaderScanner) throws(MalformedField) -> String {
        var name = try keyword(&scanner)
        try scanner.passBlanks()
        while scanner.skip(".") {
            try scanner.passBlanks()
            name += "." + (try keyword(&scanner))
            try scanner.passBlanks()
        }
        return name
    }

    private static func keyword(_ scanner: inout HeaderScanner) throws(MalformedField) -> String {
        let word = scanner.take { HeaderText.isAlphanumeric($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") }
        guard let first = word.first, HeaderText.isAlphanumeric(first) else { throw MalformedField() }
        return String(decoding: word, as: UTF8.self).lowercased()
    }

    /// A word, a quoted string, or an address with a quoted local part.
    private static func value(_ scanner: inout HeaderScanner) throws(MalformedField) -> PropertyValue {
        var value: [UInt8] = []
        if scanner.next == UInt8(ascii: "\"") {
            let content = try scanner.wholeQuotedString()
            guard scanner.next == UInt8(ascii: "@") else { return PropertyValue(try HeaderScanner.text(content)) }
            value = AddressText.quoted(content)
        }
        value += scanner.take { $0 > 0x20 && $0 != 0x7F && !"\"();\\".utf8.contains($0) }
        if let next = scanner.next, !HeaderScanner.isBlank(next), !"(;".utf8.contains(next) { throw MalformedField() }
        return PropertyValue(try HeaderScanner.text(value))
    }
}

extension AuthenticationResults: CustomStringConvertible {
    /// As a header that reads as the same again.
    public var description: String {
        HeaderText.quoted(authservID) + (results.isEmpty ? "; none" : "")
            + results.map { "; \($0)" }.joined()
    }
}

extension AuthenticationResults.Result: CustomStringConvertible {
    public var description: String {
        "\(method.name)=\(outcome)" + comments.map { " (\(Self.escaped($0)))" }.joined()
            + properties.map { " \($0.name)=\(HeaderText.quoted($0.value.text))" }.joined()
    }

    private static func escaped(_ comment: String) -> String {
        String(
            comment.unicodeScalars.reduce(into: String.UnicodeScalarView()) { text, scalar in
                if scalar == "(" || scalar == ")" || scalar == "\\" { text.append("\\") }
                text.append(scalar)
            })
    }
}

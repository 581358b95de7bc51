extension ReceivedMessage {
    /// Who wrote the mail, where it says so in one way only: one From field, with one mailbox in it (RFC 5322 section
    /// 3.6.2); else nil.
    ///
    /// Whoever checks a sender before us has to have read the same address. So there is no group, no route and no rest
    /// here, and no header that programs end at different places.
    public var author: EmailAddress? { onlyAddress("From") }

    /// Where answers are to go, where that is one address; as strict as ``author``.
    public var answersGoTo: EmailAddress? { onlyAddress("Reply-To") }

    private func onlyAddress(_ name: String) -> EmailAddress? {
        let fields = headers.all(name)
        guard headers.areWellFormed, fields.count == 1 else { return nil }
        return try? EmailAddress(onlyIn: fields[0])
    }
}

extension EmailAddress {
    /// - Parameter field: `Léa Martin <lea@example.com>` or `lea@example.com`, with comments around them.
    init(onlyIn field: [UInt8]) throws(MalformedField) {
        var scanner = HeaderScanner(field)
        try scanner.passBlanks()
        var words = 0
        var last: [UInt8] = []
        while let next = scanner.next, next != UInt8(ascii: "<"), next != UInt8(ascii: "@") {
            last = try Self.word(&scanner)
            words += 1
            // What blanks part from the sign is a name, and no name stands there.
            if try scanner.passBlanks().any, scanner.next == UInt8(ascii: "@") { throw MalformedField() }
        }
        if scanner.skip("<") {
            let local = try Self.word(&scanner)
            self = try Self.address(local, &scanner)
            guard scanner.skip(">") else { throw MalformedField() }
        } else {
            guard words == 1 else { throw MalformedField() }
            self = try Self.address(last, &scanner)
        }
        try scanner.passBlanks()
        guard scanner.next == nil else { throw MalformedField() }
    }

    /// An atom, with dots as names and addresses have them, or a quoted string with its quotes.
    private static func word(_ scanner: inout HeaderScanner) throws(MalformedField) -> [UInt8] {
        if scanner.next == UInt8(ascii: "\"") { return AddressText.quoted(try scanner.wholeQuotedString()) }
        let word = scanner.take { HeaderScanner.isAtomCharacter($0) || $0 == UInt8(ascii: ".") }
        guard !word.isEmpty else { throw MalformedField() }
        // Names may hold anything that is UTF-8.
        _ = try HeaderScanner.text(word)
        return Array(word)
    }

    private static func address(_ local: [UInt8], _ scanner: inout HeaderScanner) throws(MalformedField) -> EmailAddress
    {
        guard scanner.skip("@") else { throw MalformedField() }
        let domain = scanner.take { !"()<>,;:\\\"@".utf8.contains($0) && !HeaderScanner.isBlank($0) }
        guard let address = EmailAddress(try HeaderScanner.text(local + [UInt8(ascii: "@")] + domain)) else {
            throw MalformedField()
        }
        return address
    }
}

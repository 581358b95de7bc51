/// Reads a list of addresses (RFC 5322 section 3.4), with groups, comments, quotes, and old routes.
struct MailboxReader {
    private var scanner: HeaderScanner
    private var mailboxes: [Mailbox] = []
    /// The mailbox that is being read: what stands outside of angle brackets, as a name and as an address.
    private var phrase: [UInt8] = []
    private var bare = AddressText()
    private var bracketed: [AddressText] = []
    private var comment: [UInt8]?

    /// What is no address is left out.
    static func mailboxes(in header: [UInt8]) -> [Mailbox] {
        var reader = MailboxReader(scanner: HeaderScanner(header))
        reader.read()
        return reader.mailboxes
    }

    private init(scanner: HeaderScanner) {
        self.scanner = scanner
    }

    private mutating func read() {
        while true {
            let blanks = scanner.skipBlanks()
            comment = blanks.comment ?? comment
            guard let next = scanner.next else { break }
            switch next {
            case UInt8(ascii: ","), UInt8(ascii: ";"):
                scanner.advance()
                finish()
            case UInt8(ascii: ":"):
                // What came was the name of a group.
                scanner.advance()
                clear()
            case UInt8(ascii: "<"):
                scanner.advance()
                bracketed.append(readBracketed())
            case UInt8(ascii: "\""):
                let content = scanner.quotedString()
                add(content, as: AddressText.quoted(content), isParted: blanks.any)
            case UInt8(ascii: ">"), UInt8(ascii: ")"):
                scanner.advance()
            default:
                let word = readWord()
                add(word, as: word, isParted: blanks.any)
            }
        }
        finish()
    }

    private mutating func readWord() -> [UInt8] {
        if scanner.next == UInt8(ascii: "[") {
            let literal = scanner.take { $0 != UInt8(ascii: "]") && $0 != UInt8(ascii: ",") }
            return literal + (scanner.skip("]") ? [UInt8(ascii: "]")] : [])
        }
        return Array(scanner.take { !HeaderScanner.isBlank($0) && !",;:<>\"()[".utf8.contains($0) })
    }

    private mutating func add(_ word: [UInt8], as address: [UInt8], isParted: Bool) {
        if isParted, !phrase.isEmpty { phrase.append(0x20) }
        phrase += word
        bare.append(address, isParted: isParted)
    }

    /// What stands between angle brackets, without a route such as `@a.exemple.fr,@b.exemple.fr:`.
    private mutating func readBracketed() -> AddressText {
        var address = AddressText()
        var isRoute = false
        while true {
            let isParted = scanner.skipBlanks().any
            guard let next = scanner.next, next != UInt8(ascii: "<"), isRoute || next != UInt8(ascii: ",") else {
                break
            }
            switch next {
            case UInt8(ascii: "\""):
                address.append(AddressText.quoted(scanner.quotedString()), isParted: isParted)
                continue
            case UInt8(ascii: "@") where address.isEmpty: isRoute = true
            case UInt8(ascii: ":") where isRoute:
                isRoute = false
                address = AddressText()
                scanner.advance()
                continue
            default: break
            }
            scanner.advance()
            if next == UInt8(ascii: ">") { break }
            address.append([next], isParted: isParted)
        }
        return address
    }

    /// Two addresses in brackets are nobody's in particular.
    private mutating func finish() {
        defer { clear() }
        guard bracketed.count < 2, let address = (bracketed.first ?? bare).address else { return }
        let name = bracketed.isEmpty || phrase.isEmpty ? comment ?? [] : phrase
        mailboxes.append(Mailbox(name: EncodedText.decode(name), address: address))
    }

    private mutating func clear() {
        (phrase, bare, bracketed, comment) = ([], AddressText(), [], nil)
    }
}

/// The text of an HTML page, without its tags: enough to read an answer of a few words.
struct HTMLText {
    private let bytes: [UInt8]
    private var index = 0
    private var text: [UInt8] = []
    private var depthOfQuotes = 0

    /// Paragraphs and the like begin and end a line; lines in a `blockquote` begin with `>`, as they do in plain text.
    /// Scripts, styles, the head and comments are left out; references such as `&eacute;` are resolved.
    static func plain(_ html: String) -> String {
        var page = HTMLText(bytes: Array(html.utf8))
        page.read()
        return String(decoding: page.text, as: UTF8.self)
    }

    private init(bytes: [UInt8]) {
        self.bytes = bytes
        text.reserveCapacity(bytes.count / 2)
    }

    private mutating func read() {
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "<") where beginsTag: readTag()
            case UInt8(ascii: "&"): readReference()
            case 0x09, 0x0A, 0x0C, 0x0D, 0x20:
                addBlank()
                index += 1
            case let byte:
                add(byte)
                index += 1
            }
        }
    }

    // MARK: Text

    private mutating func add(_ byte: UInt8) {
        if depthOfQuotes > 0, text.last ?? 0x0A == 0x0A { text += "> ".utf8 }
        text.append(byte)
    }

    /// One for however many, and none at a line's beginning.
    private mutating func addBlank() {
        if let last = text.last, last != 0x0A, last != 0x20 { text.append(0x20) }
    }

    private mutating func endLine() {
        if let last = text.last, last != 0x0A { text.append(0x0A) }
    }

    private mutating func readReference() {
        // No reference is longer.
        let rest = bytes[(index + 1)...].prefix(32)
        guard let end = rest.firstIndex(of: UInt8(ascii: ";")), let scalar = HTMLReference.scalar(rest[..<end]) else {
            add(bytes[index])
            index += 1
            return
        }
        // What keeps words together is a blank to whoever reads them.
        if scalar == "\u{A0}" || scalar.properties.generalCategory == .control {
            addBlank()
        } else {
            for byte in String(scalar).utf8 { add(byte) }
        }
        index = end + 1
    }

    // MARK: Tags

    private var beginsTag: Bool {
        guard index + 1 < bytes.count else { return false }
        return switch bytes[index + 1] {
        case 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "/"), UInt8(ascii: "!"), UInt8(ascii: "?"): true
        default: false
        }
    }

    private mutating func readTag() {
        if bytes[index...].starts(with: "<!--".utf8) {
            skip(past: "-->", from: index + 4)
            return
        }
        let isEnd = bytes[index + 1] == UInt8(ascii: "/")
        let name = bytes[(index + (isEnd ? 2 : 1))...].prefix(12).prefix(while: HeaderText.isAlphanumeric)
        let tag = String(decoding: name, as: UTF8.self).lowercased()
        skipTag()
        if !isEnd, Self.unread.contains(tag) {
            skip(past: "</\(tag)", from: index)
            skipTag()
        } else if tag == "br" {
            text.append(0x0A)
        } else if Self.blocks.contains(tag) {
            endLine()
        }
        if tag == "blockquote" { depthOfQuotes = max(0, depthOfQuotes + (isEnd ? -1 : 1)) }
    }

    private static let unread: Set<String> = ["script", "style", "head", "title"]
    private static let blocks: Set<String> = [
        "address", "article", "blockquote", "body", "center", "dd", "div", "dl", "dt", "footer", "form", "h1", "h2",
        "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "ol", "p", "pre", "section", "table", "td", "th", "tr",
        "ul",
    ]

    /// Past the sign that ends a tag, which in quotes is none; to the end where there is none.
    private mutating func skipTag() {
        var quote: UInt8?
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == UInt8(ascii: ">") {
                return
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
            }
        }
    }

    /// To the end where the word, which is in lower case, does not come.
    private mutating func skip(past word: String, from start: Int) {
        let word = Array(word.utf8)
        index = start
        while index < bytes.count {
            let isThere = zip(bytes[index...], word).allSatisfy {
                $0 == $1 || (0x41...0x5A).contains($0) && $0 | 0x20 == $1
            }
            if isThere, bytes.count - index >= word.count {
                index += word.count
                return
            }
            index += 1
        }
    }
}

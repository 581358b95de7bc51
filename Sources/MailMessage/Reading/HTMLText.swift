/// The text of an HTML page, without its tags: enough to read an answer of a few words.
struct HTMLText {
    private let bytes: [UInt8]
    private var index = 0
    private var text: [UInt8] = []
    /// Elements that are open and may matter, with how the text around them looks.
    private var open: [(name: String, keys: [String], outside: HTMLAppearance)] = []
    private var appearance = HTMLAppearance()
    private var isDoubtful = false
    /// Whether more is open than is kept in mind.
    private var isLost = false
    private var sheet = HTMLSheet()
    /// What is visible and not quoted: how it looks, and what it is in.
    private var passages: Set<Passage> = []
    private var isInPassage = false
    /// Pixels without a letter.
    private var gap = 0.0

    private struct Passage: Hashable {
        let appearance: HTMLAppearance
        let keys: [String]
    }

    /// Stands for text that is there and cannot be seen, or not surely: no word has it in it.
    static let unseen = "\u{FFFC}"

    /// Paragraphs and the like begin and end a line; lines in a `blockquote` begin with `>`, as they do in plain text.
    /// Scripts, styles, titles and comments are left out; references such as `&eacute;` are resolved.
    ///
    /// Text that is hidden becomes one sign, ``unseen``; where a stylesheet or a script may hide any of it, a line with
    /// that sign stands before the whole.
    static func plain(_ html: String) -> String {
        var page = HTMLText(bytes: Array(html.utf8))
        page.read()
        page.judgeSheets()
        return (page.isDoubtful ? unseen + "\n" : "") + String(decoding: page.text, as: UTF8.self)
    }

    private init(bytes: [UInt8]) {
        self.bytes = bytes
        text.reserveCapacity(bytes.count / 2)
    }

    private mutating func read() {
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "<") where index + 1 < bytes.count && Self.beginsTag(bytes[index + 1]): readTag()
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

    private mutating func judgeSheets() {
        if !sheet.isReadable || passages.count >= Self.mostPassages && !sheet.isEmpty { isDoubtful = true }
        if passages.contains(where: { !sheet.leavesReadable($0.appearance, in: $0.keys) }) { isDoubtful = true }
    }

    private static let mostPassages = 512

    // MARK: Text

    private mutating func add(_ byte: UInt8) {
        if appearance.isQuoted, text.last ?? 0x0A == 0x0A { text += "> ".utf8 }
        let isLetter = Self.isLetter(byte)
        // Of a font of signs, some are used as marks of lists.
        let isOtherSign = appearance.isSymbolic && (isLetter || byte > 0x7F && byte != 0xC2 && byte != 0xB7)
        if appearance.isHidden || isLost || isOtherSign || gap > HTMLAppearance.mostPixels {
            addUnseen()
            return
        }
        text.append(byte)
        if isLetter { gap = 0 }
        if !isInPassage, !appearance.isQuoted, passages.count < Self.mostPassages {
            isInPassage = true
            passages.insert(Passage(appearance: appearance, keys: open.flatMap(\.keys)))
        }
    }

    private mutating func addUnseen() {
        if appearance.isQuoted, text.last ?? 0x0A == 0x0A { text += "> ".utf8 }
        if !text.suffix(Self.unseen.utf8.count).elementsEqual(Self.unseen.utf8) { text += Self.unseen.utf8 }
    }

    /// One for however many, and none at a line's beginning, but where they stand as they are written.
    private mutating func addBlank() {
        if appearance.keepsBlanks, !appearance.isHidden, !appearance.isQuoted { return text.append(0x20) }
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
        // What keeps words together is a blank to whoever reads them, and each of them takes room.
        if scalar == "\u{A0}", !appearance.isHidden, !appearance.isQuoted {
            text += "\u{A0}".utf8
        } else if scalar == "\u{A0}" || scalar.properties.generalCategory == .control {
            addBlank()
        } else {
            for byte in String(scalar).utf8 { add(byte) }
        }
        index = end + 1
    }

    // MARK: Tags

    private static func beginsTag(_ byte: UInt8) -> Bool {
        isLetter(byte) || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?")
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte & 0xDF) }

    private mutating func readTag() {
        let isEnd = bytes[index + 1] == UInt8(ascii: "/")
        let begin = index + (isEnd ? 2 : 1)
        guard begin < bytes.count, Self.isLetter(bytes[begin]) else {
            readComment()
            return
        }
        guard let tag = HTMLTag(in: bytes, at: index) else {
            index = bytes.count
            return
        }
        index = tag.end
        isInPassage = false
        if tag.name == "br" {
            text.append(0x0A)
        } else if Self.blocks.contains(tag.name) {
            endLine()
        }
        if tag.isEnd { leave(tag.name) } else { enter(tag) }
    }

    private mutating func enter(_ tag: HTMLTag) {
        switch tag.name {
        case "title": _ = contentOfRaw(tag.name)
        case "script":
            // May do anything, and does not end where others do.
            _ = contentOfRaw(tag.name)
            isDoubtful = true
        case "style":
            sheet.add(String(decoding: contentOfRaw(tag.name), as: UTF8.self))
        case "link" where tag.attributes["rel"]?.lowercased().contains("stylesheet") ?? false: isDoubtful = true
        default:
            if Self.filled.contains(tag.name), tag.attributes["type"]?.lowercased() != "hidden" { addUnseen() }
            guard !Self.void.contains(tag.name) else {
                var alone = HTMLAppearance()
                alone.enter(tag.name, tag.attributes)
                gap += alone.room
                return
            }
            guard open.count < Self.mostOpen else {
                isLost = true
                return
            }
            open.append((tag.name, HTMLSheet.keys(of: tag), appearance))
            appearance.enter(tag.name, tag.attributes)
            gap += appearance.room
            // There is one of each, which has the attributes of all.
            if appearance.isHidden, tag.name == "html" || tag.name == "body" { isDoubtful = true }
        }
    }

    /// Where text is hidden, it stays so until just its own element ends: browsers have rules of their own for those
    /// that overlap. What is quoted in a cell of a table does not end in it.
    private mutating func leave(_ name: String) {
        let stops = Self.partsOfTables.contains(name) ? ["table"] : Self.boundaries
        let index =
            appearance.isHidden ? open.indices.last : open.lastIndex { $0.name == name || stops.contains($0.name) }
        guard let index, open[index].name == name else { return }
        appearance = open[index].outside
        open.removeSubrange(index...)
    }

    private static let boundaries: Set<String> = ["caption", "html", "table", "td", "th"]
    private static let partsOfTables: Set<String> = ["caption", "table", "tbody", "td", "tfoot", "th", "thead", "tr"]
    private static let mostOpen = 256
    private static let void: Set<String> = [
        "area", "base", "basefont", "bgsound", "br", "col", "embed", "frame", "hr", "img", "input", "link", "meta",
        "param", "source", "track", "wbr",
    ]
    /// Show what is not the text in them.
    private static let filled: Set<String> = [
        "applet", "audio", "button", "embed", "frame", "iframe", "input", "isindex", "keygen", "math", "meter",
        "object",
        "progress", "select", "svg", "textarea", "video",
    ]
    private static let blocks: Set<String> = [
        "address", "article", "blockquote", "body", "center", "dd", "div", "dl", "dt", "footer", "form", "h1", "h2",
        "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "ol", "p", "pre", "section", "table", "td", "th", "tr",
        "ul",
    ]

    // MARK: What is passed over

    /// To `-->`, and what else browsers end a comment at; other declarations end at the first `>`.
    private mutating func readComment() {
        let rest = bytes[index...]
        guard rest.starts(with: "<!--".utf8) else {
            index = rest.firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 } ?? bytes.count
            return
        }
        index += 4
        for end in [">", "->"] where bytes[index...].starts(with: end.utf8) {
            index += end.utf8.count
            return
        }
        while index < bytes.count {
            for end in ["-->", "--!>"] where bytes[index...].starts(with: end.utf8) {
                index += end.utf8.count
                return
            }
            index += 1
        }
    }

    /// Up to the tag that ends what is no HTML, and past it; to the end where there is none.
    private mutating func contentOfRaw(_ name: String) -> ArraySlice<UInt8> {
        let word = Array("</\(name)".utf8)
        let start = index
        while index + word.count < bytes.count {
            let isThere = zip(bytes[index...], word).allSatisfy {
                $0 == $1 || (0x41...0x5A).contains($0) && $0 | 0x20 == $1
            }
            if isThere, [0x09, 0x0A, 0x0C, 0x0D, 0x20, 0x2F, 0x3E].contains(bytes[index + word.count]) {
                let content = bytes[start..<index]
                index = HTMLTag(in: bytes, at: index)?.end ?? bytes.count
                return content
            }
            index += 1
        }
        index = bytes.count
        return bytes[start...]
    }
}

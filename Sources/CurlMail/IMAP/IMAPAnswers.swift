/// What a server says while a folder is open (RFC 3501 section 7): its untagged lines, as far as Jalon asks for them.
struct IMAPAnswers {
    /// What is known of a mail before it is read.
    struct Entry: Hashable {
        let uid: UInt32
        let size: Int
        let isSeen: Bool
    }

    private(set) var capabilities: Set<String> = []
    private(set) var validity: UInt32?
    private(set) var nextUID: UInt32?
    private(set) var entries: [Entry] = []
    /// What a search has found, each once, in the order of the UIDs.
    private(set) var found: [UInt32] = []
    /// The answer to a search is so long that libcurl may have cut it off.
    private(set) var isCut = false
    /// The server says more to a command than any answer needs.
    private(set) var isEndless = false
    private var lines = 0
    private var octets = 0

    /// More lines, and more octets, no honest server says to one command.
    private static let (mostLines, mostOctets) = (5_000, 4 << 20)
    /// A line of half of this or more, libcurl may cut off.
    static let longestLine = 256 << 10
    /// The last line, for people to read.
    private(set) var last: String?

    /// Whether the server names a mechanism of AUTHENTICATE (RFC 3501 section 6.2.2).
    var offersAuthenticate: Bool { capabilities.contains { $0.hasPrefix("AUTH=") } }

    mutating func beginCommand() {
        (entries, found) = ([], [])
        (isCut, isEndless, lines, octets) = (false, false, 0, 0)
    }

    mutating func hear(_ line: String) {
        lines += 1
        octets += line.utf8.count
        isEndless = lines > Self.mostLines || octets > Self.mostOctets
        guard !isEndless else { return }
        let words = line.split(whereSeparator: \.isWhitespace)
        last = OneLine.of(line)
        guard words.count >= 2, words[0] == "*" else { return }
        if words[1].uppercased() == "SEARCH" {
            isCut = isCut || line.utf8.count >= Self.longestLine / 3
            found = Set(found + words.dropFirst(2).compactMap { UInt32($0) }).sorted()
        } else if words[1].uppercased() == "CAPABILITY" {
            capabilities = Set(words.dropFirst(2).map { $0.uppercased() })
        } else if let number = Self.code("UIDVALIDITY", in: line) {
            validity = number
        } else if let number = Self.code("UIDNEXT", in: line) {
            nextUID = number
        } else if words.count >= 4, words[2].uppercased() == "FETCH", let entry = Self.entry(in: line) {
            entries.append(entry)
        }
    }

    /// `* OK [UIDVALIDITY 3857529045] UIDs valid`
    private static func code(_ name: String, in line: String) -> UInt32? {
        guard let open = line.firstIndex(of: "["), let close = line[open...].firstIndex(of: "]") else { return nil }
        let words = line[line.index(after: open)..<close].split(separator: " ")
        return words.count == 2 && words[0].uppercased() == name ? UInt32(words[1]) : nil
    }

    /// `* 23 FETCH (UID 4827313 FLAGS (\Seen) RFC822.SIZE 44827)`, its items in any order.
    private static func entry(in line: String) -> Entry? {
        let words = line.split { $0.isWhitespace || $0 == "(" || $0 == ")" }
        func number(after name: String) -> Substring? {
            guard let index = words.firstIndex(where: { $0.uppercased() == name }), index + 1 < words.count else {
                return nil
            }
            return words[index + 1]
        }
        guard let uid = number(after: "UID").flatMap({ UInt32($0) }),
            let size = number(after: "RFC822.SIZE").flatMap({ Int($0) })
        else { return nil }
        return Entry(uid: uid, size: size, isSeen: words.contains { $0.lowercased() == "\\seen" })
    }
}

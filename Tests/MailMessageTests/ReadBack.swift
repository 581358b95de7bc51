import Testing

/// Reads a mail from the RFCs alone, sharing nothing with the library, so that one's mistake is not the other's.
struct ReadBack {
    /// In their order; names as written, values unfolded.
    var headers: [(name: String, value: String)] = []
    var body: [UInt8] = []
    var parts: [ReadBack] = []

    struct Fault: Error, CustomStringConvertible {
        var description: String
    }

    init(_ bytes: [UInt8]) throws {
        let lines = try Self.lines(bytes)
        let blank = lines.firstIndex { $0.isEmpty } ?? lines.count
        for line in lines[..<blank] {
            let text = try Self.ascii(line)
            if text.hasPrefix(" ") {
                guard !headers.isEmpty, text.contains(where: { $0 != " " }) else { throw Fault(description: "fold") }
                headers[headers.count - 1].value += text
            } else {
                let colon = try #require(text.firstIndex(of: ":"))
                headers.append((String(text[..<colon]), String(text[colon...].dropFirst().drop { $0 == " " })))
            }
        }
        let content = Array(lines[min(blank + 1, lines.count)...])
        if let boundary = try parameters("Content-Type")["boundary"] {
            parts = try Self.split(content, "--" + boundary).map { try ReadBack($0) }
        } else {
            body = try decoded(content)
        }
    }

    func values(_ name: String) -> [String] {
        headers.filter { $0.name == name }.map(\.value)
    }

    func value(_ name: String) throws -> String {
        let values = values(name)
        guard values.count == 1 else { throw Fault(description: "\(values.count) times \(name)") }
        return values[0]
    }

    /// An unstructured header with its encoded words read; nothing stands between two of those (RFC 2047 section 6.2).
    func text(_ name: String) throws -> String { try Self.words(value(name)) }

    /// The name and the address of a header such as To.
    func mailbox(_ name: String) throws -> (name: String?, address: String) {
        let value = try value(name)
        guard value.hasSuffix(">"), let space = value.lastIndex(of: " ") else { return (nil, value) }
        let address = String(value[space...].dropFirst(2).dropLast())
        let phrase = value[..<space]
        return (phrase.hasPrefix("\"") ? try Self.unquoted(phrase) : try Self.words(String(phrase)), address)
    }

    var type: String { values("Content-Type").first?.split(separator: ";").first.map { String($0) } ?? "" }

    /// Parameters in quotes or in RFC 2231's sections, put together.
    func parameters(_ name: String) throws -> [String: String] {
        var plain: [String: String] = [:]
        var extended: [String: [UInt8]] = [:]
        for piece in Self.pieces(values(name).first ?? "").dropFirst() {
            let pair = piece.drop { $0 == " " }.split(separator: "=", maxSplits: 1)
            guard pair.count == 2 else { throw Fault(description: "parameter \(piece)") }
            let key = pair[0].split(separator: "*", omittingEmptySubsequences: false)
            if key.count == 1 {
                plain[String(pair[0])] = pair[1].hasPrefix("\"") ? try Self.unquoted(pair[1]) : String(pair[1])
            } else {
                let isFirst = key.count == 2 || key[1] == "0"
                let value = isFirst ? pair[1].dropFirst("UTF-8''".count) : pair[1]
                extended[String(key[0]), default: []] += try Self.escaped(Array(value.utf8), mark: "%")
            }
        }
        for (key, bytes) in extended { plain[key] = try Self.utf8(bytes) }
        return plain
    }

    private func decoded(_ lines: [[UInt8]]) throws -> [UInt8] {
        switch values("Content-Transfer-Encoding") {
        case ["base64"]:
            guard lines.allSatisfy({ $0.count <= 76 }) else { throw Fault(description: "base64 line") }
            return try Self.base64(Array(lines.joined()))
        case ["quoted-printable"]:
            var bytes: [UInt8] = []
            for (index, line) in lines.enumerated() {
                guard line.count <= 76, line.last != 0x20, line.last != 0x09 else { throw Fault(description: "QP") }
                let isSoft = line.last == UInt8(ascii: "=")
                bytes += try Self.escaped(isSoft ? line.dropLast() : line, mark: "=")
                if !isSoft, index < lines.count - 1 { bytes += [0x0D, 0x0A] }
            }
            return bytes
        case let other: throw Fault(description: "encoding \(other)")
        }
    }
}

// MARK: Octets

extension ReadBack {
    private static func lines(_ bytes: [UInt8]) throws -> [[UInt8]] {
        let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
        return try lines.enumerated().map { index, line in
            let content = index == lines.count - 1 ? line : line.dropLast()
            guard index == lines.count - 1 || line.last == 0x0D, !content.contains(0x0D) else {
                throw Fault(description: "line end")
            }
            return Array(content)
        }
    }

    private static func split(_ lines: [[UInt8]], _ delimiter: String) throws -> [[UInt8]] {
        var parts: [[[UInt8]]] = []
        for line in lines {
            if line == Array((delimiter + "--").utf8) {
                return parts.map { Array($0.joined(separator: [0x0D, 0x0A])) }
            }
            if line == Array(delimiter.utf8) { parts.append([]) } else { parts[parts.count - 1].append(line) }
        }
        throw Fault(description: "no end of \(delimiter)")
    }

    static func base64(_ bytes: [UInt8]) throws -> [UInt8] {
        let alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
        let digits = Dictionary(uniqueKeysWithValues: zip(alphabet.utf8, 0...))
        let payload = bytes.prefix { $0 != UInt8(ascii: "=") }
        guard bytes.count.isMultiple(of: 4), bytes.count - payload.count <= 2,
            bytes.dropFirst(payload.count).allSatisfy({ $0 == UInt8(ascii: "=") })
        else { throw Fault(description: "base64") }
        var bits: [Bool] = []
        for byte in payload {
            let digit = try #require(digits[byte])
            bits += (0..<6).map { digit >> (5 - $0) & 1 == 1 }
        }
        return stride(from: 0, to: bits.count / 8 * 8, by: 8).map { start in
            bits[start..<start + 8].reduce(0) { $0 << 1 | ($1 ? 1 : 0) }
        }
    }

    private static func escaped(_ bytes: [UInt8], mark: Unicode.Scalar) throws -> [UInt8] {
        var result: [UInt8] = []
        var rest = bytes[...]
        while let byte = rest.popFirst() {
            guard byte < 0x80 else { throw Fault(description: "8-bit") }
            guard byte == UInt8(ascii: mark) else {
                result.append(byte)
                continue
            }
            result.append(try #require(UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)))
            rest = rest.dropFirst(2)
        }
        return result
    }

    private static func utf8(_ bytes: [UInt8]) throws -> String {
        guard let text = String(validating: bytes, as: UTF8.self) else { throw Fault(description: "split character") }
        return text
    }

    private static func ascii(_ bytes: [UInt8]) throws -> String {
        guard bytes.allSatisfy({ (0x20...0x7E).contains($0) }) else { throw Fault(description: "header octets") }
        return String(decoding: bytes, as: UTF8.self)
    }
}

// MARK: Words

extension ReadBack {
    /// Of a value that is either plain or made of encoded words alone, as ours are.
    static func words(_ value: String) throws -> String {
        guard value.hasPrefix("=?") else { return value }
        return try value.split(separator: " ").map { try word($0) }.joined()
    }

    static func word(_ word: Substring) throws -> String {
        let pieces = word.split(separator: "?", omittingEmptySubsequences: false)
        guard word.utf8.count <= 75, pieces.count == 5, pieces[0] == "=", pieces[1] == "UTF-8", pieces[4] == "=" else {
            throw Fault(description: "encoded word \(word)")
        }
        let payload = Array(pieces[3].utf8)
        switch pieces[2] {
        case "B": return try utf8(base64(payload))
        case "Q": return try utf8(escaped(payload.map { $0 == UInt8(ascii: "_") ? 0x20 : $0 }, mark: "="))
        default: throw Fault(description: "encoding \(pieces[2])")
        }
    }

    private static func unquoted(_ text: Substring) throws -> String {
        guard text.hasSuffix("\""), text.count >= 2 else { throw Fault(description: "quotes: \(text)") }
        var result = ""
        var isEscaped = false
        for character in text.dropFirst().dropLast() {
            if character == "\\", !isEscaped {
                isEscaped = true
            } else {
                guard character != "\"" || isEscaped else { throw Fault(description: "lone quote: \(text)") }
                result.append(character)
                isEscaped = false
            }
        }
        return result
    }

    private static func pieces(_ value: String) -> [Substring] {
        var isQuoted = false
        var previous: Character = " "
        return value.split { character in
            if character == "\"", previous != "\\" { isQuoted.toggle() }
            previous = character == "\\" && previous == "\\" ? " " : character
            return character == ";" && !isQuoted
        }
    }
}

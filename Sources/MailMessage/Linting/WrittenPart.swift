/// A part of a mail as this library writes it: enough of MIME to look at our own output again.
struct WrittenPart {
    /// Names in lower case; values unfolded.
    let headers: [(name: String, value: String)]
    /// What stands among the headers and is none.
    let strayLines: [String]
    let content: ArraySlice<UInt8>
    let parts: [WrittenPart]

    /// Deeper nesting than ours is left unread.
    private static let deepest = 4

    init(_ bytes: ArraySlice<UInt8>, depth: Int = 0) {
        let end = Self.endOfHeaders(in: bytes)
        let lines = Self.unfolded(bytes[..<end]).split(separator: "\r\n")
        headers = lines.compactMap(Self.header)
        strayLines = lines.filter { Self.header($0) == nil }.map { String($0) }
        content = bytes[min(end + 2, bytes.endIndex)...]
        let type = headers.first { $0.name == "content-type" }?.value ?? ""
        guard depth < Self.deepest, type.lowercased().hasPrefix("multipart/"),
            let boundary = Self.parameter("boundary", of: type)
        else {
            parts = []
            return
        }
        parts = Self.split(content, at: Array("--\(boundary)".utf8)).map { WrittenPart($0, depth: depth + 1) }
    }

    func values(of name: String) -> [String] {
        headers.filter { $0.name == name }.map(\.value)
    }

    /// The media type in lower case, without parameters.
    var type: String {
        String(values(of: "content-type").first?.prefix { $0 != ";" } ?? "text/plain").lowercased()
    }

    func parameter(_ name: String) -> String? {
        values(of: "content-type").first.flatMap { Self.parameter(name, of: $0) }
    }

    /// The content with its transfer encoding taken off.
    var decoded: [UInt8] {
        switch values(of: "content-transfer-encoding").first?.lowercased() {
        case "base64": Base64.decode(content)
        case "quoted-printable": QuotedPrintable.decode(content)
        default: Array(content)
        }
    }

    /// This part and all within it.
    var all: [WrittenPart] { [self] + parts.flatMap(\.all) }

    private static func endOfHeaders(in bytes: ArraySlice<UInt8>) -> Int {
        var index = bytes.startIndex
        while index + 3 < bytes.endIndex {
            if bytes[index...].starts(with: [0x0D, 0x0A, 0x0D, 0x0A]) { return index + 2 }
            index += 1
        }
        return bytes.endIndex
    }

    private static func unfolded(_ bytes: ArraySlice<UInt8>) -> String {
        String(decoding: bytes, as: UTF8.self).replacing("\r\n ", with: " ").replacing("\r\n\t", with: " ")
    }

    private static func header(_ line: Substring) -> (name: String, value: String)? {
        guard let colon = line.firstIndex(of: ":"), colon > line.startIndex, !line[..<colon].contains(" ") else {
            return nil
        }
        return (line[..<colon].lowercased(), String(line[line.index(after: colon)...].drop { $0 == " " }))
    }

    private static func parameter(_ name: String, of value: String) -> String? {
        for piece in pieces(of: value).dropFirst() {
            let pair = piece.drop { $0 == " " }.split(separator: "=", maxSplits: 1)
            if pair.count == 2, pair[0].lowercased() == name {
                return pair[1].hasPrefix("\"") ? String(pair[1].dropFirst().dropLast()) : String(pair[1])
            }
        }
        return nil
    }

    /// The value and its parameters: split at semicolons, but for those in quotes.
    private static func pieces(of value: String) -> [Substring] {
        var (isQuoted, isEscaped) = (false, false)
        return value.split { character in
            if character == "\"", !isEscaped { isQuoted.toggle() }
            isEscaped = character == "\\" && !isEscaped
            return character == ";" && !isQuoted
        }
    }

    /// What stands between the delimiters; the CRLF before each belongs to it (RFC 2046 section 5.1.1).
    private static func split(_ bytes: ArraySlice<UInt8>, at delimiter: [UInt8]) -> [ArraySlice<UInt8>] {
        var parts: [ArraySlice<UInt8>] = []
        var begin: Int?
        var line = bytes.startIndex
        while line < bytes.endIndex {
            let end = bytes[line...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.endIndex
            if bytes[line..<end].starts(with: delimiter) {
                if let begin { parts.append(bytes[begin..<max(begin, line - 2)]) }
                begin = end
            }
            line = end
        }
        return parts
    }
}

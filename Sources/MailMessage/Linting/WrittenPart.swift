/// A part of a mail as this library writes it: enough of MIME to look at our own output again.
struct WrittenPart {
    /// Names in lower case; values unfolded.
    let headers: [(name: String, value: String)]
    let content: ArraySlice<UInt8>
    let parts: [WrittenPart]

    /// Deeper nesting than ours is left unread.
    private static let deepest = 4

    init(_ bytes: ArraySlice<UInt8>, depth: Int = 0) {
        let end = Self.endOfHeaders(in: bytes)
        headers = Self.headers(in: bytes[..<end])
        content = bytes[min(end + 2, bytes.endIndex)...]
        let type = headers.first { $0.name == "content-type" }?.value ?? ""
        guard depth < Self.deepest, let boundary = Self.parameter("boundary", of: type) else {
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
            if bytes[index] == 0x0D, bytes[index + 1] == 0x0A, bytes[index + 2] == 0x0D, bytes[index + 3] == 0x0A {
                return index + 2
            }
            index += 1
        }
        return bytes.endIndex
    }

    private static func headers(in bytes: ArraySlice<UInt8>) -> [(String, String)] {
        let text = String(decoding: bytes, as: UTF8.self).replacing("\r\n ", with: " ").replacing("\r\n\t", with: " ")
        return text.split(separator: "\r\n").compactMap { line in
            guard let colon = line.firstIndex(of: ":") else { return nil }
            return (line[..<colon].lowercased(), String(line[line.index(after: colon)...].drop { $0 == " " }))
        }
    }

    private static func parameter(_ name: String, of value: String) -> String? {
        for piece in value.split(separator: ";").dropFirst() {
            let pair = piece.drop { $0 == " " }.split(separator: "=", maxSplits: 1)
            if pair.count == 2, pair[0].lowercased() == name {
                return pair[1].hasPrefix("\"") ? String(pair[1].dropFirst().dropLast()) : String(pair[1])
            }
        }
        return nil
    }

    private static func split(_ bytes: ArraySlice<UInt8>, at delimiter: [UInt8]) -> [ArraySlice<UInt8>] {
        var parts: [ArraySlice<UInt8>] = []
        var begin: Int?
        var line = bytes.startIndex
        while line < bytes.endIndex {
            let end = bytes[line...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.endIndex
            if bytes[line..<end].starts(with: delimiter) {
                if let begin { parts.append(bytes[begin..<line]) }
                begin = end
            }
            line = end
        }
        return parts
    }
}

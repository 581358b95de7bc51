/// A part of a mail's body (RFC 2045, RFC 2046).
public indirect enum BodyPart: Sendable, Hashable {
    /// Text in UTF-8, sent quoted-printable; `subtype` is `plain` or `html`. Line breaks of all kinds become CRLF.
    case text(String, subtype: String)
    /// Bytes, sent base64.
    case data([UInt8], type: ContentType, disposition: Disposition?)
    /// `mixed`, `alternative`, …
    case multipart(String, [BodyPart])

    /// How a part is shown: as an attachment under a name (RFC 2183).
    public struct Disposition: Sendable, Hashable {
        public var filename: String

        public init(filename: String) {
            self.filename = filename
        }

        var headerValue: String { "attachment; " + Parameter.encode("filename", filename) }
    }
}

extension BodyPart {
    /// The part's own headers, a blank line, and its content.
    ///
    /// - Parameter depth: how many parts this one is in. A boundary names it, so that none is another's beginning,
    ///   whatever the generator draws.
    func serialized(using generator: inout some RandomNumberGenerator, depth: Int = 0) -> [UInt8] {
        switch self {
        case .text(let text, let subtype):
            let type = ContentType("text/\(Token.isValid(subtype) ? subtype : "plain")", [("charset", "UTF-8")])
            return Self.head(type, encoding: "quoted-printable") + QuotedPrintable.lines(of: text)
        case .data(let bytes, let type, let disposition):
            return Self.head(type, encoding: "base64", disposition) + Base64.lines(of: bytes)
        case .multipart(let subtype, let parts):
            // RFC 2046 section 5.1.1 wants one part at least.
            let contents = (parts.isEmpty ? [.text("", subtype: "plain")] : parts).map { part in
                part.serialized(using: &generator, depth: depth + 1)
            }
            // "=_" can stand neither in base64 nor in quoted-printable.
            let boundary = "=_\(depth)_" + Token.random(24, using: &generator)
            let delimiter = Array("--\(boundary)".utf8)
            let type = ContentType("multipart/\(Token.isValid(subtype) ? subtype : "mixed")", [("boundary", boundary)])
            var result = Self.head(type)
            for content in contents {
                result += delimiter
                result += [0x0D, 0x0A]
                result += content
            }
            return result + delimiter + Array("--\r\n".utf8)
        }
    }

    /// The headers of a part, and the blank line after them.
    private static func head(
        _ type: ContentType, encoding: String? = nil, _ disposition: Disposition? = nil
    ) -> [UInt8] {
        var headers = [Header("Content-Type", structured: type.headerValue)]
        if let encoding { headers.append(Header("Content-Transfer-Encoding", structured: encoding)) }
        if let disposition { headers.append(Header("Content-Disposition", structured: disposition.headerValue)) }
        return headers.flatMap(\.lines) + [0x0D, 0x0A]
    }
}

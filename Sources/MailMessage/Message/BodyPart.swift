/// A part of a mail's body (RFC 2045, RFC 2046).
public indirect enum BodyPart: Sendable, Hashable {
    /// Text in UTF-8, sent quoted-printable; `subtype` is `plain` or `html`.
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

/// A media type with its parameters, in their order: `text/calendar; charset=UTF-8; method=REQUEST`.
public struct ContentType: Sendable {
    public var type: String
    public var parameters: [(name: String, value: String)]

    public init(_ type: String, _ parameters: [(name: String, value: String)] = []) {
        self.type = type
        self.parameters = parameters
    }

    var headerValue: String {
        ([type] + parameters.map { Parameter.encode($0.name, $0.value) }).joined(separator: "; ")
    }
}

extension ContentType: Hashable {
    public static func == (left: ContentType, right: ContentType) -> Bool { left.headerValue == right.headerValue }
    public func hash(into hasher: inout Hasher) { hasher.combine(headerValue) }
}

/// A parameter of a MIME header.
enum Parameter {
    /// A token as it is, other ASCII quoted, the rest as RFC 2231 says.
    static func encode(_ name: String, _ value: String) -> String {
        let value = HeaderText.clean(value)
        let isToken = !value.isEmpty && value.utf8.allSatisfy(isTokenCharacter)
        if isToken { return "\(name)=\(value)" }
        if value.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) {
            return "\(name)=\"" + value.map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : String($0) }.joined() + "\""
        }
        let encoded = value.utf8.map { byte in
            isTokenCharacter(byte) && !"*'%".utf8.contains(byte)
                ? String(UnicodeScalar(byte)) : "%" + QuotedPrintable.escape(byte).dropFirst()
        }
        return "\(name)*=UTF-8''" + encoded.joined()
    }

    private static func isTokenCharacter(_ byte: UInt8) -> Bool {
        (0x21...0x7E).contains(byte) && !"()<>@,;:\\\"/[]?=".utf8.contains(byte)
    }
}

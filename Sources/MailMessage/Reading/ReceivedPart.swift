/// A part of a mail as it came (RFC 2045, RFC 2046): its headers, and either a content or other parts.
public struct ReceivedPart: Sendable {
    public let headers: HeaderFields
    /// In lower case; `text/plain` where nothing else is said.
    let contentType: ContentType
    /// Those of a `multipart`; the one of a mail that is attached, which is the root of that; else none.
    public let parts: [ReceivedPart]

    private let bytes: [UInt8]
    private let content: Range<Int>

    init(
        headers: HeaderFields, contentType: ContentType, parts: [ReceivedPart], in bytes: [UInt8],
        content: Range<Int>
    ) {
        self.headers = headers
        self.contentType = contentType
        self.parts = parts
        self.bytes = bytes
        self.content = content
    }

    /// The content with its transfer encoding taken off; as it came where that is unknown.
    var decodedBytes: [UInt8] {
        TransferEncoding(headers).decode(bytes[content])
    }

    /// The content as text, in the charset that is named; nil for a part that holds no text.
    public var text: DecodedText? {
        guard contentType.type.hasPrefix("text/") else { return nil }
        return DecodedText(decodedBytes, charset: contentType.parameter("charset"))
    }

    /// Whether the part says that it is to be kept rather than shown (RFC 2183).
    var isAttachment: Bool {
        headers.raw("Content-Disposition").map { ParameterReader($0).value } == "attachment"
    }

    /// The name under which the part would be kept; also where it is an encoded word, as some programs write it.
    public var filename: String? {
        let named = headers.raw("Content-Disposition").flatMap { header in
            ParameterReader(header).parameters.first { $0.name == "filename" }?.value
        }
        return (named ?? contentType.parameter("name")).map { HeaderText.clean(EncodedText.decode(Array($0.utf8))) }
    }

    /// The mail that is attached as this part; nil for any other part.
    public var message: ReceivedMessage? {
        contentType.isMessage ? parts.first.map { ReceivedMessage(root: $0) } : nil
    }

    /// This part and all within it, from the top down, without what is in mails that are attached.
    var ownParts: [ReceivedPart] {
        contentType.isMessage ? [self] : [self] + parts.flatMap(\.ownParts)
    }
}

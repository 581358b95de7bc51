/// Takes a mail apart, no further than its bounds.
struct PartReader {
    private let bounds: ReceivedMessage.Bounds
    private var count = 0

    init(within bounds: ReceivedMessage.Bounds) {
        self.bounds = bounds
    }

    /// - Parameters:
    ///   - level: 1 for the mail itself.
    ///   - type: what a part is that does not say so.
    mutating func part(
        in bytes: [UInt8], _ range: Range<Int>, level: Int = 1, orElse type: String = "text/plain"
    ) throws(ReadingError) -> ReceivedPart {
        guard level <= bounds.levels else { throw .tooDeep(limit: bounds.levels) }
        let headers = HeaderFields(in: bytes, range)
        let contentType = headers.raw("Content-Type").map { ContentType(reading: $0) } ?? ContentType(type)
        let content = headers.end..<range.upperBound
        return ReceivedPart(
            headers: headers, contentType: contentType,
            parts: try parts(of: contentType, headers, in: bytes, content, level: level), in: bytes, content: content)
    }

    private mutating func parts(
        of type: ContentType, _ headers: HeaderFields, in bytes: [UInt8], _ content: Range<Int>, level: Int
    ) throws(ReadingError) -> [ReceivedPart] {
        if type.isMessage {
            try countPart()
            guard case .none = TransferEncoding(headers) else {
                // Not allowed, and done: Exchange is one that does.
                let decoded = TransferEncoding(headers).decode(bytes[content])
                return [try part(in: decoded, decoded.indices, level: level + 1)]
            }
            return [try part(in: bytes, content, level: level + 1)]
        }
        guard type.isMultipart, let boundary = type.parameter("boundary") else { return [] }
        let inner = type.type == "multipart/digest" ? "message/rfc822" : "text/plain"
        var scanner = BoundaryScanner(boundary, in: bytes, content)
        var parts: [ReceivedPart] = []
        while let range = scanner.nextPart() {
            try countPart()
            parts.append(try part(in: bytes, range, level: level + 1, orElse: inner))
        }
        return parts
    }

    private mutating func countPart() throws(ReadingError) {
        count += 1
        guard count <= bounds.parts else { throw .tooManyParts(limit: bounds.parts) }
    }
}

/// What a server says of the delivery of a mail (RFC 3464): of which one, and for whom.
public struct DeliveryReport: Sendable, Hashable {
    /// One for each recipient that the report speaks of.
    public let recipients: [DeliveryStatus]
    /// The mail that was sent, by what the report returns of it; nil where it returns nothing that names it.
    public let originalMessageID: MessageID?

    /// Nil for a mail that is no report.
    init?(_ mail: ReceivedMessage) {
        let parts = mail.root.ownParts
        guard
            let index = parts.firstIndex(where: {
                ["message/delivery-status", "message/global-delivery-status"].contains($0.contentType.type)
            })
        else { return nil }
        let groups = HeaderFields.groups(in: parts[index].decodedBytes)
        recipients = groups.compactMap { DeliveryStatus($0) }
        originalMessageID =
            parts[index...].lazy.compactMap { Self.returned($0)?.messageIDs("Message-ID").first }.first
            ?? groups.first?.messageIDs("X-Original-Message-ID").first
    }

    /// The headers of the mail that the part returns, whole or in headers alone (RFC 6522 section 3).
    private static func returned(_ part: ReceivedPart) -> HeaderFields? {
        switch part.contentType.type {
        case "text/rfc822-headers", "message/rfc822-headers", "message/global-headers":
            let bytes = part.decodedBytes
            return HeaderFields(in: bytes, bytes.indices)
        default: return part.message?.headers
        }
    }
}

extension ReceivedMessage {
    /// Nil for a mail that is no report; one that is attached to a mail does not count.
    public var deliveryReport: DeliveryReport? { DeliveryReport(self) }
}

extension HeaderFields {
    /// Groups of fields with empty lines between them (RFC 3464 section 2.1).
    fileprivate static func groups(in bytes: [UInt8]) -> [HeaderFields] {
        var groups: [HeaderFields] = []
        var start = 0
        while start < bytes.count {
            let fields = HeaderFields(in: bytes, start..<bytes.count)
            if !fields.isEmpty { groups.append(fields) }
            // A line that is no field must not be met again.
            let next = bytes[start...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
            start = max(fields.end, next)
        }
        return groups
    }
}

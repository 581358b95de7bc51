/// A calendar in a mail, in its text or attached (RFC 6047 section 2.4).
public struct CalendarPart: Sendable, Hashable {
    /// The `method` parameter in capitals; nil where there is none, as for most that are attached.
    public let method: String?
    /// In UTF-8, whatever the charset was.
    public let bytes: [UInt8]

    /// Nil for a part that is no calendar.
    init?(_ part: ReceivedPart) {
        let type = part.contentType
        let isCalendar =
            type.type == "text/calendar" || type.type == "application/ics"
            || type.type == "application/octet-stream" && part.filename?.lowercased().hasSuffix(".ics") == true
        guard isCalendar else { return nil }
        method = type.parameter("method")?.uppercased()
        let decoded = part.decodedBytes
        let isUTF8 = String(validating: decoded, as: UTF8.self) != nil
        let charset = type.parameter("charset")
        let needsChange = !isUTF8 || ![nil, .utf8, .ascii].contains(charset.flatMap { Charset($0) })
        // Without a charset a calendar is UTF-8 (RFC 5545 section 3.1.4).
        bytes = needsChange ? Array(DecodedText(decoded, charset: charset ?? "utf-8").string.utf8) : decoded
    }
}

extension ReceivedMessage {
    /// Every calendar in the mail, from the top down, without those in mails that are attached: an invitation that
    /// comes back within a report, or is passed on, is nobody's answer.
    public var calendarParts: [CalendarPart] {
        root.ownParts.compactMap { CalendarPart($0) }
    }
}

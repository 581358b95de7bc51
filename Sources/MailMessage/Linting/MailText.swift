/// What a mail that Jalon has written says.
public enum MailText {
    /// The plain text, with single line feeds; nil where the mail has none.
    public static func plain(in bytes: [UInt8]) -> String? {
        WrittenPart(bytes[...]).all.first { $0.type == "text/plain" }
            .map { String(decoding: $0.decoded, as: UTF8.self).replacing("\r\n", with: "\n") }
    }

    /// The calendar objects: the inline part, then the attachment.
    public static func calendars(in bytes: [UInt8]) -> [[UInt8]] {
        WrittenPart(bytes[...]).all.filter { $0.type == "text/calendar" || $0.type == "application/ics" }
            .map(\.decoded)
    }

    /// Every text and calendar in it, with long lines of calendars put together again.
    public static func all(in bytes: [UInt8]) -> String {
        WrittenPart(bytes[...]).all.filter { $0.type.hasPrefix("text/") || $0.type == "application/ics" }
            .map { String(decoding: $0.decoded, as: UTF8.self).replacing("\r\n ", with: "") }
            .joined(separator: "\n")
    }
}

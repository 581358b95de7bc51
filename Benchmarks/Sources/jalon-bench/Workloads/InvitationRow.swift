import CivilTime
import ICalendar

/// A row of the input of ``GenerateWorkload``: fourteen fields between tabs.
///
/// UID, SEQUENCE, DTSTAMP in UTC, start and end on the wall, title, place, name and address of the organizer and of two
/// attendees, and a text in which `\n` stands for a line's end.
struct InvitationRow {
    let line: Int
    private let fields: [String]

    /// - Parameter limit: the rows after so many are left out.
    static func read(_ path: String, atMost limit: Int) throws(BenchmarkError) -> [InvitationRow] {
        let lines = try Files.read(path).split(separator: UInt8(ascii: "\n"), maxSplits: limit).prefix(limit)
        var rows: [InvitationRow] = []
        for line in lines {
            let fields = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
            guard let text = fields.last, fields.count == 14 else {
                throw .malformedRow(path: path, line: rows.count + 1)
            }
            let words = fields.dropLast().map { String(decoding: $0, as: UTF8.self) }
            rows.append(InvitationRow(line: rows.count + 1, fields: words + [withLineFeeds(text)]))
        }
        return rows
    }

    /// The text with a line feed for each backslash that an `n` follows.
    private static func withLineFeeds(_ text: ArraySlice<UInt8>) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count)
        for byte in text {
            if byte == UInt8(ascii: "n"), bytes.last == UInt8(ascii: "\\") {
                bytes[bytes.endIndex - 1] = UInt8(ascii: "\n")
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Who the invitation is written for.
    var recipient: String { fields[10] }

    /// Nil when a number or a time is none.
    func event(in zone: Zone) -> Event? {
        guard let sequence = Int(fields[1]), let stamped = LocalDateTime(basic: fields[2]),
            let start = LocalDateTime(basic: fields[3]), let end = LocalDateTime(basic: fields[4])
        else { return nil }
        let stamp = Zone.utc.instant(of: stamped)
        return Event(
            uid: fields[0], sequence: sequence, stamp: stamp, created: stamp, lastModified: stamp,
            start: start, end: end, zone: zone, summary: fields[5], description: fields[13], location: fields[6],
            organizer: Organizer(name: fields[7], address: fields[8]),
            attendees: [
                Attendee(address: fields[10], name: fields[9]), Attendee(address: fields[12], name: fields[11]),
            ],
            alarms: [
                Alarm(minutesBefore: 1440, description: "Rappel"), Alarm(minutesBefore: 15, description: "Rappel"),
            ])
    }
}

import CivilTime
import ICalendar
import MailMessage

/// The calendar behind one address: it applies invitations, updates and cancellations as RFC 5546 says, and notes what
/// must never come.
struct Inbox {
    struct Entry: Hashable {
        var sequence: Int
        var stamp: String
        /// DTSTART as it stands in the file, on the meeting's wall clock.
        var start: String
        /// The TZID of DTSTART.
        var zone: String?
        var organizer: String?
        var isCancelled: Bool
    }

    private(set) var entries: [String: Entry] = [:]
    private(set) var complaints: [String] = []
    /// Of the event that was told of last.
    private(set) var lastUID: String?

    /// - Parameter isRepeat: the same bytes have come before, as after a doubt.
    mutating func receive(_ bytes: [UInt8], isRepeat: Bool) {
        guard let calendar = MailText.calendars(in: bytes).first.flatMap({ CalendarStream.parse($0).calendars.first }),
            let event = calendar.components.first(where: { $0.name == "VEVENT" }),
            let uid = event.property("UID")?.value, let starts = event.property("DTSTART"),
            let stamp = event.property("DTSTAMP")?.value
        else { return }
        lastUID = uid
        let sequence = event.property("SEQUENCE").flatMap { Int($0.value) } ?? 0
        let (start, organizer) = (starts.value, event.property("ORGANIZER")?.value)
        let isCancelled = calendar.property("METHOD")?.value == "CANCEL"
        if let known = entries[uid] {
            let isOlder = sequence < known.sequence || sequence == known.sequence && stamp < known.stamp
            if isOlder { complaints.append("\(uid): sequence \(sequence) after \(known.sequence)") }
            // A change that a calendar program cannot tell from what it has is one that it may ignore.
            if !isRepeat, sequence == known.sequence, stamp == known.stamp {
                complaints.append("\(uid): two different mails with sequence \(sequence) of \(stamp)")
            }
            if !isRepeat, sequence == known.sequence, start != known.start || isCancelled {
                complaints.append("\(uid): sequence \(sequence) stays, and yet it changes")
            }
            // Whoever has invited alone may change it (RFC 5546 section 3.2.2).
            if organizer != known.organizer {
                complaints.append("\(uid): another organizer than \(known.organizer ?? "none")")
            }
            guard !isOlder else { return }
        }
        entries[uid] = Entry(
            sequence: sequence, stamp: stamp, start: start, zone: starts.parameter("TZID"), organizer: organizer,
            isCancelled: isCancelled)
    }
}

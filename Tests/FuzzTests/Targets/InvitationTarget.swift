import CivilTime
import ICalendar

/// An invitation to a meeting of any words breaks no rule of the linter, and says what the meeting says.
///
/// Line feeds part the words: title, place, name of the organizer, name of the guest, and the rest is the text.
enum InvitationTarget {
    static func run(_ bytes: [UInt8]) throws(Broken) {
        let pieces = bytes.split(separator: 0x0A, maxSplits: 4, omittingEmptySubsequences: false)
            .map { String(decoding: $0, as: UTF8.self) }
        func piece(_ index: Int) -> String { index < pieces.count ? pieces[index] : "" }

        let stamp = Instant(secondsSinceEpoch: 1_796_000_000)
        let start = Zone.utc.local(at: stamp)
        let event = Event(
            uid: "1@exemple.fr", stamp: stamp, created: stamp, lastModified: stamp, start: start,
            end: start.adding(seconds: 3600), zone: .utc, summary: piece(0), description: piece(4), location: piece(1),
            organizer: Organizer(name: piece(2), address: "mentorat@exemple.fr"),
            attendees: [Attendee(address: "lea@exemple.fr", name: piece(3))])
        let message = SchedulingMessage(method: .request, event: event, reason: .invited)
        let written = message.serialized(for: "lea@exemple.fr")
        let complaints = CalendarLinter.lint(bytes: written, method: .request)
        try hold(complaints.isEmpty, "the invitation breaks rules: \(complaints)")

        guard let read = CalendarStream.parse(written).calendars.first?.components(named: "VEVENT").first else {
            throw Broken(description: "there is no event")
        }
        try compare(read.property("SUMMARY")?.text, event.summary)
        try compare(read.property("LOCATION")?.text, piece(1))
        try compare(read.property("DESCRIPTION")?.text, event.description)
        try compare(read.property("ORGANIZER")?.parameter("CN"), event.organizer.name)
        try compare(read.property("ATTENDEE")?.parameter("CN"), event.attendees[0].name)
    }

    private static func compare(_ read: String?, _ words: String) throws(Broken) {
        try hold(visible(read ?? "") == visible(words), "what is read is not what was written")
    }

    /// What any calendar keeps of a text: all but controls and how lines end.
    private static func visible(_ text: String) -> [Unicode.Scalar] {
        text.unicodeScalars.filter { scalar in
            switch scalar.value {
            case 0x00...0x08, 0x0A...0x1F, 0x7F...0x9F, 0x2028, 0x2029: false
            default: true
            }
        }
    }
}

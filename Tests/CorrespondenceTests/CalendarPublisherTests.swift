import Correspondence
import Mentoring
import Testing

@Suite struct CalendarPublisherTests {
    private let sample = Sample()

    @Test func `somebody's calendar holds what they take part in, once each and not what is off`() throws {
        let other = try announcement("m-3", at: "2027-01-21T18:30")
        var elsewhere = other
        elsewhere.participants.removeAll { $0.person == Person.ID("thomas") }
        let text = try calendar(
            of: "thomas",
            [
                announcement("m-1", at: "2026-12-03T18:30"),
                announcement("m-2", at: "2026-12-31T18:30").cancelled(), elsewhere,
            ])
        #expect(text.components(of: "UID:") == ["m-1@exemple.fr"])
        #expect(text.contains("NAME:Mentorat · Thomas Petit"))
        #expect(!text.contains("METHOD") && !text.contains("ATTENDEE"))
        #expect(text.contains("BEGIN:VALARM"))
    }

    @Test func `the same announcements give the same bytes in any order`() throws {
        let announcements = try [
            announcement("m-1", at: "2026-12-03T18:30"), announcement("m-2", at: "2026-12-31T18:30"),
        ]
        #expect(try calendar(of: "claire", announcements) == calendar(of: "claire", announcements.reversed()))
    }

    @Test func `a relationship's calendar is named after its people and holds no objective`() throws {
        let bytes = try CalendarPublisher(programme: sample.programme, zones: Sample.zones)
            .calendar(of: Sample.relationship, from: [announcement("m-1", at: "2026-12-03T18:30")])
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(text.contains("NAME:Mentorat · Thomas et Claire"))
        #expect(text.components(of: "UID:") == ["m-1@exemple.fr"])
        #expect(!text.contains("lead développeur"))
    }

    @Test func `an empty calendar is still one`() throws {
        let text = try calendar(of: "claire", [])
        #expect(text.hasPrefix("BEGIN:VCALENDAR\r\n") && text.hasSuffix("END:VCALENDAR\r\n"))
    }

    private func announcement(_ id: String, at start: String) throws -> Announcement {
        let meeting = try Sample.meeting(at: start)
        return try sample.announcement(
            of: Meeting(
                id: Meeting.ID(id), uid: "\(id)@exemple.fr", relationship: meeting.relationship,
                series: meeting.series, ordinal: 1, start: meeting.start, zone: meeting.zone, starts: meeting.starts,
                minutes: meeting.minutes, place: meeting.place, state: .announced))
    }

    private func calendar(of person: String, _ announcements: [Announcement]) throws -> String {
        let publisher = CalendarPublisher(programme: sample.programme, zones: Sample.zones)
        return String(decoding: try publisher.calendar(of: sample[person], from: announcements), as: UTF8.self)
    }
}

extension String {
    /// What follows `name` at the beginning of lines.
    fileprivate func components(of name: String) -> [String] {
        split(whereSeparator: \.isNewline).filter { $0.hasPrefix(name) }.map { String($0.dropFirst(name.count)) }
    }
}

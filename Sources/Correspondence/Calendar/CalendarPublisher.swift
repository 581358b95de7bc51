public import CivilTime
import ICalendar
public import Mentoring

/// Writes the calendar files of people and relationships, for subscribing to or importing.
///
/// The same announcements give the same bytes, in whatever order they come.
public struct CalendarPublisher: Sendable {
    private let programme: Programme
    private let zones: @Sendable (String) -> Zone?

    /// - Parameter zones: the zone of an IANA name.
    public init(programme: Programme, zones: @escaping @Sendable (String) -> Zone?) {
        self.programme = programme
        self.zones = zones
    }

    /// What somebody takes part in, in their language: `Mentorat · Claire Durand`.
    public func calendar(
        of person: Person, from announcements: [Announcement]
    ) throws(CorrespondenceError) -> [UInt8] {
        let words = person.language.wording ?? programme.language.wording ?? English()
        let own = announcements.filter { $0.participants.contains { $0.person == person.id } }
        return try calendar(named: CleanText.line(person.name), own, in: words)
    }

    /// The meetings of one relationship, in the programme's language: `Mentorat · Thomas et Claire`.
    ///
    /// - Parameter announcements: those of the relationship's meetings.
    public func calendar(
        of relationship: Relationship, from announcements: [Announcement]
    ) throws(CorrespondenceError) -> [UInt8] {
        let words = programme.language.wording ?? English()
        let pair = Cast(of: relationship, in: programme).pair(in: words)
        return try calendar(named: pair, announcements, in: words)
    }

    /// Everybody's meetings, under the programme's name and in its language.
    public func calendar(of announcements: [Announcement]) throws(CorrespondenceError) -> [UInt8] {
        let words = programme.language.wording ?? English()
        return try calendar(named: CleanText.line(programme.name), announcements, in: words)
    }

    private func calendar(
        named name: String, _ announcements: [Announcement], in words: any Wording
    ) throws(CorrespondenceError) -> [UInt8] {
        var events: [Event] = []
        for announcement in announcements where !announcement.isCancelled {
            var event = try CalendarEntry(zones: zones, takesCounters: false).event(announcement, in: words)
            event.alarms = [Alarm(minutesBefore: Self.alarm, description: event.summary)]
            events.append(event)
        }
        return PublishedCalendar(
            name: "\(words.mentoring) · \(name)", refreshInterval: Self.refreshInterval, events: events
        ).serialized()
    }

    /// Minutes before the start.
    private static let alarm = 30
    private static let refreshInterval = Duration.seconds(12 * 3600)
}

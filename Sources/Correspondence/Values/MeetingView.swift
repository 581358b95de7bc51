import CivilTime
import Mentoring

/// A meeting on the clock of the one who reads of it.
struct MeetingView: Equatable {
    let starts: Instant
    let date: CivilDate
    let start: LocalTime
    let end: LocalTime
    let minutes: Int

    /// - Parameters:
    ///   - zone: the meeting's own.
    ///   - reader: the zone of the reader.
    init(_ announcement: Announcement, zone: Zone, reader: Zone) {
        starts = zone.instant(of: announcement.start)
        let local = reader.local(at: starts)
        date = local.date
        start = local.time
        end = reader.local(at: starts.adding(seconds: Int64(announcement.minutes) * 60)).time
        minutes = announcement.minutes
    }

    /// Days from the reader's today to the meeting's.
    func daysAhead(at now: Instant, in reader: Zone) -> Int {
        reader.local(at: now).date.days(until: date)
    }
}

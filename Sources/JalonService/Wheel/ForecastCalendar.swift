public import Configuration
import Correspondence
import Mentoring

extension Forecast {
    /// The meetings ahead as one calendar file, to look at in any calendar; it is nobody's invitation.
    public func calendar(in configuration: Configuration) throws -> [UInt8] {
        let programme = configuration.programme
        let entries = meetings.compactMap { meeting in
            programme.relationships[meeting.relationship].map { relationship in
                Announcement(of: meeting, in: relationship, programme: programme, at: made)
            }
        }
        return try CalendarPublisher(programme: programme, zones: { SystemZones.zone(named: $0) }).calendar(of: entries)
    }
}

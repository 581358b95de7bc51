import CivilTime
import Mentoring

/// The values for what has become of a relationship's meetings, and for what comes next.
struct HistoryValues {
    let history: Facts.History
    let programme: Programme
    let words: any Wording
    /// The recipient's zone.
    let reader: Zone

    var all: TemplateValues {
        var values = TemplateValues()
        values.set(.lastHeld, history.lastHeld.map(words.date))
        values.set(.missedInARow, history.missedInARow > 0 ? "\(history.missedInARow)" : nil)
        guard let next = history.next else { return values }
        let (start, end) = (reader.local(at: next.starts), reader.local(at: next.ends))
        // Hours of another zone than the programme's say so.
        let zone = reader == programme.zone ? "" : " (\(reader.name))"
        values.set(.nextDate, words.date(start.date))
        values.set(.nextHours, words.hours(from: start.time, to: end.time) + zone)
        return values
    }
}

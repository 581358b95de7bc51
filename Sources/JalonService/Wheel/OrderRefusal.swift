import CivilTime
import Mentoring

/// Why an order is not carried out; each description tells the person who gave it what to do instead.
enum OrderRefusal: Error, Hashable {
    case noSuchMeeting(Meeting.ID)
    case noSuchRelationship(Relationship.ID)
    case notAhead(Meeting.ID, Meeting.State)
    case neverAnnounced(Meeting.ID, Meeting.State)
    case notYet(Meeting.ID, LocalDateTime)
    case past(LocalDateTime)
    /// The clocks change: the hour does not exist that day, or comes twice.
    case noSuchHour(LocalDateTime, Zone)
    case secondThatDay(CivilDate)
    case impossible(Impossibility)
    case pauseOver(CivilDate)
    case nothingToResume(Relationship.ID)
    case endBeforeStart(CivilDate)
    case pauseBackwards(CivilDate, CivilDate)
    /// What an order says cannot come later than what the files say.
    case afterEnd(CivilDate)
    case beyondPlan(LocalDateTime, CivilDate)
}

extension OrderRefusal: CustomStringConvertible {
    var description: String {
        switch self {
        case .noSuchMeeting(let id): "there is no meeting \(id); `jalon plan` shows the ids"
        case .noSuchRelationship(let id): "there is no relationship '\(id)' in the configuration"
        case .notAhead(let id, let state):
            state == .planned || state == .announced
                ? "\(id) has begun; only a meeting ahead can be changed"
                : "\(id) is \(state.rawValue) already; only a meeting ahead can be changed"
        case .neverAnnounced(let id, let state): "\(id) is \(state.rawValue); nobody was invited to it"
        case .notYet(let id, let start): "\(id) begins only at \(start)"
        case .past(let start): "\(start) is over; name a time ahead"
        case .noSuchHour(let start, let zone):
            "the clocks of \(zone) change: \(start) does not exist that day, or comes twice; name another hour"
        case .secondThatDay(let date): "the relationship has another meeting on \(date)"
        case .impossible(let obstacle): "\(obstacle)"
        case .pauseOver(let last): "the pause would be over on \(last) already"
        case .nothingToResume(let id): "\(id) is neither paused nor ended by an order"
        case .endBeforeStart(let start): "it cannot end before it starts, on \(start)"
        case .pauseBackwards(let first, let last): "a pause from \(first) to \(last) would end before it begins"
        case .afterEnd(let end): "the files end the relationship on \(end); change the files for more"
        case .beyondPlan(let start, let last): "meetings are planned until \(last), and \(start) lies behind that"
        }
    }
}

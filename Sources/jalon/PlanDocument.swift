import CivilTime
import Configuration
import Foundation
import JalonService
import Mentoring

/// A forecast as JSON. Times are on the wall clock of the zone beside them; `starts` and `leaves` are in UTC.
struct PlanDocument: Encodable {
    private struct Entry: Encodable {
        /// Null for a meeting that the ledger does not know yet.
        var id: String?
        var relationship: String
        var series: String
        var ordinal: Int
        var review: Bool
        var start: String
        var zone: String
        var starts: String
        var minutes: Int
        var place: String?
        var state: String
    }

    private struct Change: Encodable {
        var id: String
        var relationship: String
        var start: String
        /// `cancelled`, `moved` or `edited`.
        var change: String
        var to: String?
        var mails: [String]
    }

    private struct Mail: Encodable {
        var leaves: String
        var recipient: String
        var template: String
        var subject: String
    }

    private var configuration: String
    /// The reload is held until it is accepted by the configuration's fingerprint.
    private var held: Bool
    private var meetings: [Entry]
    private var changes: [Change]
    private var mails: [Mail]
    private var warnings: [String]

    init(_ forecast: Forecast, _ configuration: Configuration) {
        self.configuration = configuration.fingerprint
        held = forecast.consequences.needsAcceptance
        meetings = forecast.meetings.map { meeting in
            Entry(
                id: forecast.new.contains(meeting.id) ? nil : meeting.id.rawValue,
                relationship: meeting.relationship.rawValue, series: meeting.series.rawValue,
                ordinal: meeting.ordinal, review: meeting.merged != nil, start: meeting.start.description,
                zone: meeting.zone, starts: meeting.starts.description, minutes: meeting.minutes,
                place: meeting.place?.text, state: meeting.state.rawValue)
        }
        changes = forecast.consequences.items.map { item in
            let (name, start): (String, LocalDateTime?) =
                switch item.change {
                case .cancelled: ("cancelled", nil)
                case .moved(let start): ("moved", start)
                case .edited: ("edited", nil)
                }
            return Change(
                id: item.meeting.id.rawValue, relationship: item.meeting.relationship.rawValue,
                start: item.meeting.start.description, change: name, to: start?.description,
                mails: item.recipients.map(\.rawValue))
        }
        mails = forecast.mails.map { mail in
            Mail(
                leaves: mail.leaves.description, recipient: mail.recipient.rawValue,
                template: mail.template.rawValue, subject: mail.subject)
        }
        warnings = forecast.consequences.warnings
    }
}

import CivilTime
import Ledger
import Mentoring

extension Changes.Outcome {
    /// `day-before of m-09QX to p-7K2F: sent`, for the log: no name and no address.
    func account(in ledger: Ledger) -> String {
        let about: String =
            switch key.subject {
            case .meeting(let id): id.rawValue
            case .relationship(let id): ledger.opaqueID(of: id)
            case .programme: "the programme"
            }
        let step = key.step == 0 ? "" : ", step \(key.step),"
        let recipient = key.recipient.map { " to \(ledger.opaqueID(of: $0))" } ?? ""
        let end =
            switch text {
            case nil: "waits until \(due.map(\.description) ?? "later")"
            case "sent"?: "sent"
            // What a condition stumbles over may be a name.
            case let code? where code.hasPrefix("condition failed"): "not sent: its condition could not be answered"
            case let code?: "not sent: \(SkipReason.sentence(for: code))"
            }
        return "\(key.rule)\(step) of \(about)\(recipient): \(end)"
    }
}

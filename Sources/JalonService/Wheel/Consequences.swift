public import CivilTime
public import Mentoring

/// What a configuration would change of what people have been told.
public struct Consequences: Sendable {
    public enum Change: Sendable, Hashable {
        case cancelled
        case moved(to: LocalDateTime)
        /// Its words, place or participants.
        case edited
    }

    public struct Item: Sendable {
        public var meeting: Meeting
        public var change: Change
        public var recipients: [Person.ID]
    }

    public var items: [Item] = []
    /// What could not be planned as well as was asked, and announced meetings that no longer suit, in sentences.
    public var warnings: [String] = []
    /// Relationships with announced meetings that the new configuration does not know.
    var vanished: [Relationship.ID] = []

    /// Whether a person should look before this is done.
    public var needsAcceptance: Bool {
        let severe = items.count { $0.change != .edited }
        return severe > Self.mostWithoutAsking || !vanished.isEmpty
    }

    /// More announced meetings than this are not cancelled or moved unasked.
    static let mostWithoutAsking = 10
}

extension Consequences {
    /// What was done, and who hears of it, in lines: the summary, then one for each announced meeting that changes.
    func account(of summary: String) -> String {
        let lines = items.map { item in
            let what =
                switch item.change {
                case .cancelled: "is cancelled"
                case .moved(let start): "moves to \(start)"
                case .edited: "is told anew"
                }
            let names = item.recipients.map(\.rawValue).joined(separator: ", ")
            let mails = names.isEmpty ? "nobody was told of it yet" : "mails to \(names)"
            return "  \(item.meeting.relationship) \(item.meeting.start) \(what): \(mails)"
        }
        return ([summary] + lines).joined(separator: "\n")
    }
}

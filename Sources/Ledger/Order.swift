public import CivilTime
import GRDB
public import Mentoring

/// Something that a person asks of whoever turns the wheel; it is carried out once, and answered.
public struct Order: Sendable, Hashable, Identifiable {
    public enum Request: Sendable, Hashable {
        /// Read the configuration anew; what a configuration with that fingerprint does may be done although it is held.
        case reload(accepting: String?)
        /// Let go what waits after an absence.
        case release
        case meeting(Meeting.ID, MeetingOrder)
        case relationship(Relationship.ID, RelationshipOrder)
        case mail(OutboxEntry.ID, MailOrder)
        case person(Person.ID, PersonOrder)
        /// What a mail that has come in asks.
        case incoming(Incoming)
    }

    public struct Answer: Sendable, Hashable {
        public var accepted: Bool
        public var text: String

        public init(accepted: Bool, text: String) {
            self.accepted = accepted
            self.text = text
        }
    }

    public let id: Int64
    public let request: Request
    public let given: Instant
    public let answer: Answer?
}

extension Order {
    init(row: Row) throws(LedgerError) {
        let table = "orders"
        id = try row.value("id", in: table)
        given = try row.instant("given", in: table)
        let kind: String = try row.value("kind", in: table)
        guard
            let request = Request(
                kind: kind, subject: try row.valueIfAny("subject", in: table),
                argument: try row.valueIfAny("argument", in: table))
        else {
            throw .damaged(table: table, column: "kind")
        }
        self.request = request
        answer =
            (row["done"] as DatabaseValue).isNull
            ? nil : Answer(accepted: try row.value("accepted", in: table), text: try row.value("answer", in: table))
    }
}

extension Order.Request {
    /// As the ledger keeps it: what is asked, of what, and how. A span of days is written as in the configuration,
    /// `2026-12-21..2027-01-03`, and an open one without its end.
    var columns: (kind: String, subject: String?, argument: String?) {
        switch self {
        case .reload(let fingerprint): ("reload", nil, fingerprint)
        case .release: ("release", nil, nil)
        case .mail(let id, let order): (order.rawValue, String(id), nil)
        case .person(let id, let order): (order.rawValue, id.rawValue, nil)
        // What is encoded here are numbers and names: it cannot fail.
        case .incoming(let incoming): ("incoming", incoming.meeting?.rawValue, try? JSON.text(incoming))
        case .meeting(let id, let order):
            switch order {
            case .move(let start): ("move", id.rawValue, start.description)
            case .cancel: ("cancel", id.rawValue, nil)
            case .held: ("held", id.rawValue, nil)
            case .missed: ("missed", id.rawValue, nil)
            }
        case .relationship(let id, let order):
            switch order {
            case .pause(let first, let last):
                ("pause", id.rawValue, "\(first)..\(last?.description ?? "")")
            case .resume: ("resume", id.rawValue, nil)
            case .end(let day): ("end", id.rawValue, day.description)
            case .replan: ("replan", id.rawValue, nil)
            }
        }
    }

    init?(kind: String, subject: String?, argument: String?) {
        if kind == "reload" {
            self = .reload(accepting: argument)
            return
        }
        if kind == "release" {
            self = .release
            return
        }
        if kind == "incoming" {
            guard let incoming = argument.flatMap({ JSON.value(Incoming.self, from: $0) }) else { return nil }
            self = .incoming(incoming)
            return
        }
        guard let subject else { return nil }
        if let order = PersonOrder(rawValue: kind) {
            self = .person(Person.ID(subject), order)
        } else if let order = MailOrder(rawValue: kind), let id = OutboxEntry.ID(subject) {
            self = .mail(id, order)
        } else if let order = MeetingOrder(kind: kind, argument: argument) {
            self = .meeting(Meeting.ID(subject), order)
        } else if let order = RelationshipOrder(kind: kind, argument: argument) {
            self = .relationship(Relationship.ID(subject), order)
        } else {
            return nil
        }
    }
}

extension MeetingOrder {
    fileprivate init?(kind: String, argument: String?) {
        switch kind {
        case "move":
            guard let start = argument.flatMap(LocalDateTime.init) else { return nil }
            self = .move(to: start)
        case "cancel": self = .cancel
        case "held": self = .held
        case "missed": self = .missed
        default: return nil
        }
    }
}

extension RelationshipOrder {
    fileprivate init?(kind: String, argument: String?) {
        switch kind {
        case "pause":
            let days = (argument ?? "").split(separator: "..", omittingEmptySubsequences: false).map(String.init)
            guard days.count == 2, let first = CivilDate(days[0]) else { return nil }
            let last = CivilDate(days[1])
            guard last != nil || days[1].isEmpty else { return nil }
            self = .pause(from: first, through: last)
        case "resume": self = .resume
        case "end":
            guard let day = argument.flatMap(CivilDate.init) else { return nil }
            self = .end(on: day)
        case "replan": self = .replan
        default: return nil
        }
    }
}

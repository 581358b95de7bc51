import CivilTime
import JalonService
import Ledger

/// The status as JSON; instants are in UTC.
struct StatusDocument: Encodable {
    private var running: Bool
    private var process: Int32?
    private var notInForce: String?
    private var clock: String?
    private var held: String?
    private var heldThrough: String?
    private var route: String?
    private var stuck: String?
    private var stuckSince: String?
    private var damaged: [String]
    private var mailbox: String?
    private var suspended: Int
    private var owed: Int
    private var states: [String: Int]
    private var nextMail: String?
    private var nextDecision: String?
    private var nextPlanning: String?
    private var undelivered: Int
    private var troubles: [MailDocument]

    init(_ status: ServiceStatus) {
        running = status.process != nil
        process = status.process
        notInForce = status.notInForce
        clock = status.clock
        held = status.held
        heldThrough = status.heldThrough?.description
        route = status.route
        stuck = status.standstill?.kind.rawValue
        stuckSince = status.standstill?.since.description
        damaged = status.damaged.map(\.description)
        mailbox = status.mailbox
        suspended = status.suspended
        owed = status.owed
        states = Dictionary(uniqueKeysWithValues: status.counts.map { ($0.key.rawValue, $0.value) })
        nextMail = status.nextMail?.description
        nextDecision = status.nextDecision?.description
        nextPlanning = status.nextPlanning?.description
        undelivered = status.undelivered
        troubles = status.troubles.map { MailDocument($0, body: nil) }
    }

    enum CodingKeys: String, CodingKey {
        case running, process, clock, held, route, mailbox, suspended, owed, states, undelivered, troubles, stuck,
            damaged
        case notInForce = "not_in_force"
        case stuckSince = "stuck_since"
        case heldThrough = "held_through"
        case nextMail = "next_mail"
        case nextDecision = "next_decision"
        case nextPlanning = "next_planning"
    }
}

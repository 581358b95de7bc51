import LoopbackSMTP
import MailMessage
import Synchronization
import Testing

@testable import CurlMail

/// A loopback server with a script, and a connection to it.
struct Wire {
    let server: LoopbackServer
    let connection: SMTPConnection
    let marker = Marker()

    init(
        _ script: Script = Script(), login: SMTPRoute.Login? = nil, heloName: String = "jalon.example.org",
        responseTimeout: Duration = .seconds(600)
    ) throws {
        server = try LoopbackServer(script: script)
        connection = SMTPConnection(
            route: try SMTPRoute(
                host: "127.0.0.1", port: Int(server.port), security: .plain, heloName: heloName, login: login,
                responseTimeout: responseTimeout,
                // A busy machine may take minutes between two mails of a test.
                idleTimeout: .seconds(3600)))
    }

    func send(_ bytes: [UInt8] = Wire.mail, to recipient: String = "claire@exemple.fr") async throws -> Verdict {
        let marker = marker
        return await connection.send(try Wire.envelope(to: recipient), bytes: bytes) { marker.set() }
    }

    static func envelope(to recipient: String = "claire@exemple.fr") throws -> Envelope {
        Envelope(
            sender: try #require(EmailAddress("mentorat@exemple.fr")),
            recipient: try #require(EmailAddress(recipient)))
    }

    static let mail = Array("Subject: first meeting\r\n\r\nTuesday at ten.\r\n".utf8)
}

/// Counts how often the marker was committed.
final class Marker: Sendable {
    private let count = Mutex(0)

    func set() { count.withLock { $0 += 1 } }
    var timesSet: Int { count.withLock { $0 } }
}

/// A verdict without its words.
enum Kind: String, Sendable {
    case accepted, deferred, refused, unknown, routeDown, routeSuspended, aborted
}

extension Verdict {
    var kind: Kind {
        switch self {
        case .accepted: .accepted
        case .deferred: .deferred
        case .refused: .refused
        case .unknown: .unknown
        case .routeDown: .routeDown
        case .routeSuspended: .routeSuspended
        case .aborted: .aborted
        }
    }
}

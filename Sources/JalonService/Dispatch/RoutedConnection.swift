import CurlMail
import MailMessage

/// A connection to whatever mail server there is a way to by now; where there is none, mails stay owed.
actor RoutedConnection: MailTransport {
    private let routes: RouteKeeper
    private var open: (route: SMTPRoute, connection: SMTPConnection)?

    init(routes: RouteKeeper) {
        self.routes = routes
    }

    func send(
        _ envelope: Envelope, bytes: [UInt8], committing: @escaping @Sendable () throws -> Void
    ) async -> Verdict {
        switch routes.mail {
        case .failure(let missing): return .routeSuspended(missing.words)
        case .success(let route):
            if let open, open.route != route {
                self.open = nil
                await open.connection.close()
            }
            let connection = open?.connection ?? SMTPConnection(route: route)
            open = (route, connection)
            return await connection.send(envelope, bytes: bytes, committing: committing)
        }
    }

    func close() async {
        await open?.connection.close()
        open = nil
    }
}

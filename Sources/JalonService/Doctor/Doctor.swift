import CivilTime
import Configuration
import CurlMail
import Glibc
import Ledger
public import MailMessage
import Mentoring

/// Looks at what Jalon needs to work: the files, the place of the ledger, the way to the mail server.
public struct Doctor: Sendable {
    private let directory: String
    private let statePath: String
    private let recipient: EmailAddress?

    /// - Parameter recipient: who gets a test mail; nil for none.
    public init(directory: String, statePath: String, recipient: EmailAddress?) {
        self.directory = directory
        self.statePath = statePath
        self.recipient = recipient
    }

    /// Takes as long as the mail server does.
    ///
    /// - Parameter progress: called with each step when it is done.
    public func examine(progress: (Diagnosis.Step) -> Void) async -> Diagnosis {
        var diagnosis = Diagnosis()
        func note(_ step: Diagnosis.Step) {
            diagnosis.steps.append(step)
            progress(step)
        }
        note(state())
        for step in holds() { note(step) }
        let configuration: Configuration
        do {
            configuration = try Check.configuration(
                in: directory, today: SystemWallClock().today, known: StateDirectory.knownCalendars(in: statePath))
            let programme = configuration.programme
            note(
                .init(
                    "configuration", .fine,
                    "relationships: \(programme.relationships.count), people: \(programme.people.count), no mistakes"))
        } catch {
            note(.init("configuration", .wrong, "\(error)"))
            return diagnosis
        }
        guard let mail = configuration.mail else {
            note(.init("name", .wrong, "\(ServiceError.noMailServer)"))
            return diagnosis
        }
        do {
            let route = try mail.route()
            let probe = await SMTPProbe.look(at: route)
            for step in steps(of: probe, on: route) { note(step) }
            if let recipient, probe.failure == nil {
                note(await testMail(to: recipient, for: configuration.programme, on: route))
            }
        } catch {
            note(.init("name", .wrong, "\(error)"))
        }
        if let answers = configuration.answers { note(await step(of: answers)) }
        return diagnosis
    }

    private func step(of answers: AnswerSettings) async -> Diagnosis.Step {
        guard let mailbox = answers.mailbox else {
            return .init("answers", .fine, "the mail server hands them to `jalon receive`")
        }
        do {
            let route = try mailbox.route()
            try await IMAPMailbox(route: route).probe().get()
            return .init("answers", .fine, "\(route.folder) on \(route.host):\(route.port) opens, and can be read")
        } catch {
            return .init("answers", .wrong, "\(error)")
        }
    }

    private func state() -> Diagnosis.Step {
        // Root goes on as root: it reads the passwords that the service is given.
        let holder = try? StateOwner.acting(of: statePath) { StateDirectory.holder(of: statePath) }
        let running = holder.map { ", and the daemon runs on it (process \($0))" } ?? ""
        if access(statePath, R_OK | W_OK | X_OK) == 0 {
            if let fault = fileThatStopsAStart() { return .init("state", .wrong, fault) }
            return .init("state", .fine, "\(statePath) can be written\(running)")
        }
        if errno == ENOENT {
            return .init("state", .doubtful, "\(statePath) is not there yet; the daemon makes it when it starts")
        }
        return .init(
            "state", running.isEmpty ? .wrong : .doubtful,
            "\(statePath) cannot be written by this user (\(String(cString: strerror(errno)))); "
                + "run this as the daemon's user\(running)")
    }

    /// A file of the state directory that no start would touch; nil where there is none.
    private func fileThatStopsAStart() -> String? {
        for name in [StateHolder.lockName, "ledger.sqlite", HighWater.name] {
            var found = stat()
            let path = statePath + "/" + name
            guard lstat(path, &found) == 0 else { continue }
            guard found.st_mode & S_IFMT == S_IFREG, found.st_nlink == 1 else {
                return "\(path) is not a file of Jalon's own; take it away, and no start is refused"
            }
        }
        return nil
    }

    /// What keeps a service that runs from its work, as it has told the ledger.
    private func holds() -> [Diagnosis.Step] {
        let path = StateDirectory.ledgerPath(in: statePath)
        guard access(path, R_OK) == 0, let ledger = try? Ledger.open(path: path, readOnly: true) else { return [] }
        let facts: [(name: String, fact: Fact)] = [
            ("files", .notInForce), ("clock", .clock), ("sending", .sendingHeld),
        ]
        return facts.compactMap { name, fact in
            (try? ledger.words(fact)).flatMap(\.self).map { .init(name, name == "files" ? .doubtful : .wrong, $0) }
        }
    }

    private func steps(of probe: SMTPProbe, on route: SMTPRoute) -> [Diagnosis.Step] {
        var steps: [Diagnosis.Step] = []
        for stage in SMTPProbe.Stage.allCases {
            if stage == probe.failure {
                steps.append(.init(stage.name, .wrong, probe.words))
                break
            }
            steps.append(.init(stage.name, .fine, text(of: stage, probe, route)))
        }
        return steps
    }

    private func text(of stage: SMTPProbe.Stage, _ probe: SMTPProbe, _ route: SMTPRoute) -> String {
        switch stage {
        case .name: return "\(route.host) is \(probe.addresses.joined(separator: ", "))"
        case .connection: return "port \(route.port) answers; we say EHLO \(route.heloName)"
        case .encryption:
            switch route.security {
            case .plain: return "none, as the server is this machine"
            case .startTLS: return "STARTTLS, with TLS 1.2 or later; the certificate is good"
            case .implicitTLS: return "TLS 1.2 or later from the first byte; the certificate is good"
            }
        case .login:
            switch route.login {
            case .password: return "the user name and the password are taken"
            case .token: return "the access token is taken"
            case nil: return "none is configured, and none was asked for"
            }
        case .ready:
            let offers = probe.offers.sorted { $0.key < $1.key }.map { key, value in
                value.isEmpty ? key : "\(key) \(value)"
            }
            return offers.isEmpty ? "none" : offers.joined(separator: ", ")
        }
    }

    private func testMail(to recipient: EmailAddress, for programme: Programme, on route: SMTPRoute) async
        -> Diagnosis.Step
    {
        let mail = TestMail(programme: programme, recipient: recipient, at: SystemWallClock().now())
        let connection = SMTPConnection(route: route)
        let verdict = await connection.send(mail.envelope, bytes: mail.bytes) {}
        await connection.close()
        guard case .accepted(let reply) = verdict else { return .init("mail", .wrong, verdict.words) }
        return .init("mail", .fine, "taken for \(recipient): \(reply); see whether it arrives, and where")
    }
}

extension SMTPProbe.Stage {
    fileprivate var name: String {
        switch self {
        case .name: "name"
        case .connection: "connection"
        case .encryption: "encryption"
        case .login: "login"
        case .ready: "offers"
        }
    }
}

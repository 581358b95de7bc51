import Configuration
import Ledger

/// Which configuration a start runs on: the present one, or the last accepted where that has mistakes or would do
/// harm.
struct Startup {
    let directory: String
    let state: StateDirectory
    let ledger: Ledger
    let clock: any WallClock
    /// The fingerprint of a configuration that may be taken although it would do harm.
    var accepted: String?

    struct Choice {
        var configuration: Configuration
        /// Why it is not the present one; nil where it is.
        var trouble: String?
    }

    func configuration() throws -> Choice {
        let present: Configuration
        do {
            present = try Check.configuration(in: directory, today: clock.today, known: state.knownCalendars)
        } catch {
            guard let accepted = lastAccepted() else { throw error }
            return Choice(configuration: accepted, trouble: "running on the last accepted configuration: \(error)")
        }
        guard let known = try ledger.fact(.fingerprint), known != present.fingerprint,
            present.fingerprint != accepted, let accepted = lastAccepted()
        else {
            return Choice(configuration: present)
        }
        let wheel = Wheel(ledger: ledger, configuration: accepted, source: .system)
        let consequences = try wheel.consequences(of: present, at: clock.now())
        guard consequences.needsAcceptance else { return Choice(configuration: present) }
        return Choice(
            configuration: accepted, trouble: Acceptance.question(consequences, fingerprint: present.fingerprint))
    }

    private func lastAccepted() -> Configuration? {
        guard
            var configuration = try? Check.configuration(
                in: state.acceptedPath, today: clock.today, known: state.knownCalendars)
        else { return nil }
        // Secrets are not copied: a file that was named within the configuration is still there.
        if var mail = configuration.mail {
            mail.password = mail.password.map(inDirectory)
            mail.token = mail.token.map(inDirectory)
            configuration.mail = mail
        }
        if let secret = configuration.answers?.mailbox?.secret {
            configuration.answers?.mailbox?.secret =
                switch secret {
                case .password(let secret): .password(inDirectory(secret))
                case .token(let secret): .token(inDirectory(secret))
                }
        }
        return configuration
    }

    private func inDirectory(_ secret: Secret) -> Secret {
        guard case .file(let path) = secret.source, path.hasPrefix(state.acceptedPath + "/") else { return secret }
        return Secret(.file(directory + path.dropFirst(state.acceptedPath.count)))
    }
}

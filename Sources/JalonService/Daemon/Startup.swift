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
            present = try Check.configuration(
                in: directory, today: clock.today, known: StateDirectory.knownCalendars(in: state.path))
        } catch {
            guard let accepted = lastAccepted() else { throw error }
            return Choice(configuration: accepted, trouble: Self.isAccepted(error))
        }
        let faults = Routes(of: present, for: .service).errors
        let known = try ledger.fact(.fingerprint)
        let isTaken = known == nil || known == present.fingerprint || self.accepted == present.fingerprint
        guard !faults.isEmpty || !isTaken, let accepted = lastAccepted(),
            accepted.fingerprint != present.fingerprint
        else {
            return Choice(configuration: present)
        }
        // What the edit has brought, and not what the machine lacks for both.
        let lacking = Set(Routes(of: accepted, for: .service).errors.map(\.message))
        if faults.contains(where: { !lacking.contains($0.message) }) {
            return Choice(configuration: accepted, trouble: Self.isAccepted(ServiceError.notReady(faults)))
        }
        guard !isTaken else { return Choice(configuration: present) }
        let wheel = Wheel(ledger: ledger, configuration: accepted, source: .system)
        let consequences = try wheel.consequences(of: present, at: clock.now())
        guard consequences.needsAcceptance else { return Choice(configuration: present) }
        return Choice(
            configuration: accepted,
            trouble: Acceptance.question(consequences, fingerprint: present.fingerprint, ledger: ledger))
    }

    private static func isAccepted(_ error: any Error) -> String {
        "running on the last accepted configuration: \(error)"
    }

    /// Secrets are not kept: those of the directory are used.
    private func lastAccepted() -> Configuration? {
        AcceptedCopy(in: state).files().flatMap { Check.configuration($0, of: directory, today: clock.today) }
    }
}

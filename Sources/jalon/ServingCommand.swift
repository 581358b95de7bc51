import ArgumentParser
import JalonService

/// A command that turns the wheel for long: root runs it as the state directory's owner, from its first thread on.
protocol ServingCommand: ParsableCommand {
    var stateOptions: StateOptions { get }
}

extension ServingCommand {
    func becomeOwner() throws {
        do {
            try Daemon.becomeOwner(of: stateOptions.path)
        } catch {
            Terminal.complain("jalon: \(error)")
            throw ExitCode(1)
        }
    }
}

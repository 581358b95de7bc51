import ArgumentParser
import JalonService

extension ParsableArguments {
    /// Runs a command's work; whatever goes wrong becomes one sentence on standard error and exit code 1.
    func orComplain(_ body: () async throws -> Void) async throws {
        do {
            try await body()
        } catch let code as ExitCode {
            throw code
        } catch ServiceError.mistakes(let diagnostics), ServiceError.notReady(let diagnostics) {
            DiagnosticPrinter(format: .text).printAll(diagnostics)
            throw ExitCode(1)
        } catch {
            Terminal.complain("jalon: \(error)")
            throw ExitCode(1)
        }
    }
}

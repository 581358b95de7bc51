import ArgumentParser
import Configuration
import JalonService

/// Prints mistakes and warnings for people or for editors.
struct DiagnosticPrinter {
    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

    let format: Format

    func printAll(_ diagnostics: [Diagnostic]) {
        switch format {
        case .text where Environment.logsToJournal: summarize(diagnostics)
        case .text:
            for diagnostic in diagnostics { Terminal.complain(asItStands: Speech.said(diagnostic)) }
            let errors = diagnostics.count { $0.severity == .error }
            let warnings = diagnostics.count - errors
            if !diagnostics.isEmpty {
                Terminal.complain(asItStands: "\(Speech.count(errors, .error)), \(Speech.count(warnings, .warning))")
            }
        case .json:
            try? JSONOutput.write(diagnostics)
        }
    }

    /// Places and kinds alone: the journal has other readers than the files.
    private func summarize(_ diagnostics: [Diagnostic]) {
        for diagnostic in diagnostics {
            Terminal.complain(asItStands: "\(diagnostic.placeForLog): \(Speech.said(diagnostic.severity))")
        }
        Terminal.complain("jalon: \(ServiceError.mistakes(diagnostics))")
    }
}

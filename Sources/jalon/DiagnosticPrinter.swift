import ArgumentParser
import Configuration

/// Prints mistakes and warnings for people or for editors.
struct DiagnosticPrinter {
    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

    let format: Format

    func printAll(_ diagnostics: [Diagnostic]) {
        switch format {
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
}

import Configuration
import French

/// What the command line says to people, in the language of the locale; programs read English.
enum Speech {
    /// A sentence; one that has no translation stays in English.
    static func said(_ english: String) -> String {
        guard Environment.isFrench else { return english }
        for (prefix, french) in prefixes where english.hasPrefix(prefix) {
            let rest = String(english.dropFirst(prefix.count))
            return french + (French.text(of: rest) ?? rest)
        }
        return French.text(of: english) ?? english
    }

    /// A mistake with its place and its line.
    static func said(_ diagnostic: Diagnostic) -> String {
        guard Environment.isFrench else { return diagnostic.description }
        var french = diagnostic
        french.message = French.text(of: diagnostic.message) ?? diagnostic.message
        let kind = said(diagnostic.severity)
        let text = french.description
        guard let place = text.firstRange(of: ": \(diagnostic.severity): ") else { return text }
        return text.replacingCharacters(in: place, with: " : \(kind) : ")
    }

    /// `error`, `erreur`.
    static func said(_ severity: Diagnostic.Severity) -> String {
        guard Environment.isFrench else { return severity.rawValue }
        return severity == .error ? "erreur" : "avertissement"
    }

    /// `2 errors`, `2 erreurs`.
    static func count(_ number: Int, _ severity: Diagnostic.Severity) -> String {
        let word = severity == .error ? "error" : "warning"
        guard Environment.isFrench else { return "\(number) \(word)\(number == 1 ? "" : "s")" }
        return "\(number) \(severity == .error ? "erreur" : "avertissement")\(number < 2 ? "" : "s")"
    }

    private static let prefixes = [("jalon: ", "jalon : "), ("warning: ", "avertissement : ")]
}

extension String {
    fileprivate func replacingCharacters(in range: Range<Index>, with text: String) -> String {
        self[..<range.lowerBound] + text + self[range.upperBound...]
    }
}

import Configuration
import CurlMail

/// All that a start builds of a configuration beside the programme: the ways to its servers, and the place for its
/// calendars.
///
/// `check`, a reload and a start all build it here, so that they cannot differ. No server is asked.
struct Routes {
    /// What a start needs, named after the sections of the main file.
    enum Part: String { case mail, answers, calendars }

    /// Nil where it cannot be built.
    private(set) var mail: SMTPRoute?
    /// Nil where it cannot be built, or none is asked for.
    private(set) var mailbox: IMAPRoute?
    private var found: [(part: Part, diagnostic: Diagnostic)] = []

    private let settings: SettingPlaces
    let standpoint: Standpoint

    init(of configuration: Configuration, for standpoint: Standpoint) {
        settings = configuration.settings
        self.standpoint = standpoint
        if let mail = configuration.mail {
            self.mail = smtp(mail)
        } else if standpoint.needsMail {
            note(.error, .mail, "", "there is no `mail:`, and so nothing can be sent; add it with its `server:`")
        }
        if let mailbox = configuration.answers?.mailbox { self.mailbox = imap(mailbox) }
        if let publish = configuration.publish { look(at: CalendarPlace(path: publish)) }
    }

    /// Why something is missing, with the setting's place; what a command cannot see is a warning.
    var diagnostics: [Diagnostic] { found.map(\.diagnostic) }

    var errors: [Diagnostic] { diagnostics.filter { $0.severity == .error } }

    /// Why a part cannot be had; nil where it can.
    func trouble(with part: Part) -> String? {
        found.first { $0.part == part && $0.diagnostic.severity == .error }?.diagnostic.headline
    }

    private mutating func look(at place: CalendarPlace) {
        guard let fault = place.fault else { return }
        let isOfUser = fault == .forbidden && !standpoint.isService
        note(isOfUser ? .warning : .error, .calendars, "publish", "\(place.path) \(fault.words)")
    }

    /// A mistake at a setting's place, or at the section's where the setting is not there.
    mutating func note(_ severity: Diagnostic.Severity, _ part: Part, _ key: String, _ words: String) {
        var diagnostic = settings["\(part.rawValue).\(key)"]
        diagnostic.severity = severity
        diagnostic.message = words
        found.append((part, diagnostic))
    }
}

extension Diagnostic {
    /// In one line: where, and what.
    var headline: String { "\(file):\(line):\(column): \(message)" }
}

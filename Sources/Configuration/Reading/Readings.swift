import CivilTime
import MailMessage
import Mentoring

/// What the readers of people, relationships and rules share.
struct Readings {
    let directory: ConfigurationDirectory
    let findings: Findings
    let calendars: CalendarReader
    /// The programme's, former ones too; none where it cannot be read.
    var mailboxes: Set<EmailAddress> = []
    var names = Names()
    var zone = Zone.utc
    var language = Language.french
    var defaults = Defaults()

    // MARK: - Names of things

    func person(_ text: Located<String>) -> Person.ID? {
        known(text, among: names.people, as: "person").map(Person.ID.init)
    }

    func rules(_ texts: [Located<String>]) -> Set<Rule.ID> {
        Set(texts.compactMap { known($0, among: names.rules, as: "rule") }.map(Rule.ID.init))
    }

    func known(_ text: Located<String>, among names: Set<String>, as kind: String) -> String? {
        guard !names.contains(text.value), self.names.isComplete else { return text.value }
        let hint = Suggestion.phrase(for: text.value, among: names)
        findings.error("there is no \(kind) '\(text.value.shortened)'\(hint)", at: text.site)
        return nil
    }

    /// The id that something had before: one that is nobody's now.
    func formerly(in section: Section, now names: Set<String>) -> String? {
        guard let text = section.text("formerly") else { return nil }
        if names.contains(text.value) {
            findings.error("'\(text.value)' is still there, and so cannot be what this was called", at: text.site)
        } else if !Names.isID(text.value) {
            findings.error("'\(text.value.shortened)' cannot have been an id", at: text.site)
        }
        return text.value
    }

    func address(_ text: Located<String>) -> Located<EmailAddress>? {
        guard let address = EmailAddress(text.value) else {
            findings.error("'\(text.value.shortened)' is no e-mail address", at: text.site)
            return nil
        }
        return Located(value: address, site: text.site)
    }

    // MARK: - Zones and languages

    func zone(in section: Section) -> Zone? {
        guard let text = section.text("timezone") else { return nil }
        if let zone = SystemZones.zone(named: text.value) { return zone }
        let names = SystemZones.names
        // Who writes "Paris" means Europe/Paris.
        let city = text.value.replacing(" ", with: "_").lowercased()
        let meant =
            names.first { $0.lowercased().hasSuffix("/" + city) } ?? Suggestion.nearest(to: text.value, among: names)
        let hint = meant.map { "; did you mean '\($0)'?" } ?? "; write an IANA name such as Europe/Paris"
        findings.error("there is no zone '\(text.value.shortened)' on this machine\(hint)", at: text.site)
        return nil
    }

    func language(in section: Section) -> Located<Language>? {
        guard let text = section.text("language") else { return nil }
        guard Language.isTag(text.value) else {
            findings.error("'\(text.value.shortened)' is no language; write fr, en, de, …", at: text.site)
            return nil
        }
        return Located(value: Language(text.value), site: text.site)
    }
}

extension Language {
    /// Whether a text can be an RFC 5646 tag: `fr`, `pt-BR`.
    static func isTag(_ text: String) -> Bool {
        text.wholeMatch(of: /[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}/) != nil
    }
}

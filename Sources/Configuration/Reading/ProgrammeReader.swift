import CivilTime
import MailMessage
import Mentoring

/// Reads `programme:`.
struct ProgrammeReader {
    let readings: Readings
    let section: Section

    static let keys = [
        "name", "mailbox", "former_mailboxes", "timezone", "language", "coordinator", "charter", "tone", "private",
        "quiet", "nudges",
        "catch_up", "after_decline", "assume", "bounces",
    ]

    private var findings: Findings { readings.findings }

    /// - Returns: nil where something that a programme cannot be without is missing or wrong, which has been told.
    func programme() -> Programme? {
        let name = section.requiredText("name", of: "the programme")
        let mailbox = section.requiredText("mailbox", of: "the programme").flatMap(mailbox)
        let former = section.texts("former_mailboxes").compactMap(readings.address)
        for key in ["timezone", "language"] { section.require(key, of: "the programme") }
        let zone = readings.zone(in: section)
        let language = readings.language(in: section)?.value
        let coordinator = section.text("coordinator").flatMap(readings.person)
        let charter = section.value(SecureLink.self, "charter")?.value.text
        let tone = tone()
        let isPrivate = section.flag("private")
        let hours = section.value(QuietWritten.self, "quiet")?.value.hours
        let nudges = section.value(BudgetWritten.self, "nudges")?.value.budget
        let catchesUp = catchesUp()
        let afterDecline = choice("after_decline", as: DeclinePolicy.self)
        let assumption = choice("assume", as: Assumption.self)
        let bounces = choice("bounces", as: BounceForm.self)
        guard let name, let mailbox, let zone, let language else { return nil }
        var programme = Programme(
            name: name.value, mailbox: mailbox, zone: zone, language: language, coordinator: coordinator,
            charter: charter, tone: tone, isPrivate: isPrivate ?? false, afterDecline: afterDecline ?? .propose,
            assumption: assumption ?? .held, namesMailInEnvelope: bounces == .verp, mailHours: hours ?? .standard,
            nudges: nudges, catchesUp: catchesUp)
        programme.formerMailboxes = Set(former.map(\.value))
        return programme
    }

    private func mailbox(_ text: Located<String>) -> Mailbox? {
        guard let mailbox = Mailbox(text.value) else {
            findings.error(
                "'\(text.value.shortened)' is no mailbox; write Mentorat Exemple <mentorat@exemple.fr>", at: text.site)
            return nil
        }
        return mailbox
    }

    /// One of a few words.
    private func choice<Choice: RawRepresentable & CaseIterable>(_ key: String, as type: Choice.Type) -> Choice?
    where Choice.RawValue == String {
        guard let text = section.text(key) else { return nil }
        if let choice = Choice(rawValue: text.value) { return choice }
        let words = Choice.allCases.map(\.rawValue).joined(separator: " or ")
        findings.error("'\(text.value.shortened)' is not a word for `\(key):`; write \(words)", at: text.site)
        return nil
    }

    private func catchesUp() -> Bool {
        guard let text = section.text("catch_up") else { return false }
        if text.value != "auto", text.value != "ask" {
            findings.error("'\(text.value.shortened)' is no way to catch up; write auto or ask", at: text.site)
        }
        return text.value == "auto"
    }

    private func tone() -> Programme.Tone {
        guard let text = section.text("tone") else { return .vous }
        if let tone = Programme.Tone(rawValue: text.value) { return tone }
        findings.error("'\(text.value.shortened)' is no tone; write vous or tu", at: text.site)
        return .vous
    }
}

/// How mails that come back are known.
private enum BounceForm: String, CaseIterable {
    /// By the Message-ID inside.
    case plain
    /// By an envelope sender that each mail has of its own.
    case verp
}

import CivilTime
import Configuration
import JalonService
import Mentoring
import Report

/// A forecast as tables for a terminal.
struct PlanTables {
    let forecast: Forecast
    let configuration: Configuration
    let through: Instant

    private var programme: Programme { configuration.programme }

    func printAll() {
        printChanges()
        printMeetings()
        printMails()
        for warning in forecast.consequences.warnings { Terminal.complain("warning: \(warning)") }
    }

    private func printChanges() {
        let consequences = forecast.consequences
        guard !consequences.items.isEmpty else { return }
        Terminal.say("A reload would change what has been announced:")
        Terminal.print("")
        let rows = consequences.items.map { item -> [String] in
            let (sign, text): (String, String) =
                switch item.change {
                case .cancelled: ("-", "cancelled")
                case .moved(let start): ("~", "moved to \(Self.text(of: start))")
                case .edited: ("~", "edited")
                }
            return [
                sign, item.meeting.relationship.rawValue, Self.text(of: item.meeting.start), text,
                item.recipients.map(\.rawValue).joined(separator: ", "),
            ]
        }
        show(["", "relationship", "meeting", "change", "mails to"], rows)
        if consequences.needsAcceptance {
            Terminal.say("It is held until `jalon reload --accept \(configuration.fingerprint)`.")
            Terminal.print("")
        }
    }

    private func printMeetings() {
        Terminal.say("Meetings ahead (+ new, ✓ announced):")
        Terminal.print("")
        let rows = forecast.meetings.map { meeting in
            [
                sign(of: meeting), Self.text(of: meeting.start), meeting.zone,
                meeting.relationship.rawValue,
                "\(meeting.kind) \(meeting.ordinal(in: meeting.kind) ?? meeting.ordinal)", "\(meeting.minutes) min",
                meeting.place?.text ?? "", forecast.new.contains(meeting.id) ? "" : meeting.id.rawValue,
            ]
        }
        show(["", "start", "zone", "relationship", "meeting", "length", "place", "id"], rows)
    }

    private func sign(of meeting: Meeting) -> String {
        if forecast.new.contains(meeting.id) { return "+" }
        return meeting.state == .planned ? " " : "✓"
    }

    private func printMails() {
        let until = programme.zone.local(at: through)
        Terminal.say("Mails until \(until.date):")
        Terminal.print("")
        let rows = forecast.mails.map { mail in
            [
                Self.text(of: programme.zone.local(at: mail.leaves)), mail.recipient.rawValue, mail.template.rawValue,
                mail.subject,
            ]
        }
        show(["leaves", "to", "template", "subject"], rows)
    }

    private func show(_ titles: [String], _ rows: [[String]]) {
        guard !rows.isEmpty else { return Terminal.print("  \(Speech.said("none"))\n") }
        let table = TerminalTable(
            columns: titles.map { TerminalTable.Column(Speech.said($0), least: Self.dates.contains($0) ? 20 : 8) },
            rows: rows.map { $0.map { TerminalTable.Cell($0) } })
        Terminal.show(coloured: table.render(width: Terminal.width, isColoured: Terminal.hasColour))
        Terminal.print("")
    }

    /// Columns whose values say nothing when they are cut.
    private static let dates: Set<String> = ["start", "leaves", "id"]

    private static func text(of local: LocalDateTime) -> String {
        "\(local.date.weekday.abbreviation) \(local.date) \(local.time)"
    }
}

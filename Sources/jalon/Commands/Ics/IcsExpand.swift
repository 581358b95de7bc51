import ArgumentParser
import CivilTime
import Configuration
import Foundation
import ICalendar

/// `jalon ics expand`
struct IcsExpand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "expand",
        abstract: "List the dates of a calendar's events, series followed.",
        discussion: """
            One line an occurrence, in the order of time: start, end, busy or free, title. A day is written as a date, \
            its last day included. What cannot be read or followed is told on standard error, and the exit code is 1.
            Example: jalon ics expand vacances.ics --from 2026-12-01 --to 2027-11-30 --zone Europe/Paris
            """)

    @Argument(help: "The calendar file; - for standard input.")
    var file: String

    @Option(help: "The first day.")
    var from: CivilDate

    @Option(help: "The last day.")
    var to: CivilDate

    @Option(help: "The zone in which times are shown, and in which those are meant that name none.")
    var zone = "Europe/Paris"

    func validate() throws {
        guard from <= to else { throw ValidationError("--to is before --from.") }
        guard SystemZones.zone(named: zone) != nil else {
            throw ValidationError("There is no zone '\(zone)'; write a name such as Europe/Paris.")
        }
    }

    func run() async throws {
        try await orComplain {
            let zone = SystemZones.zone(named: zone) ?? .utc
            let read = try CalendarFile(file)
            let window =
                zone.instant(
                    of: LocalDateTime(from, .midnight))..<zone.instant(
                    of: LocalDateTime(to.adding(days: 1), .midnight))
            let (calendars, faults) = CalendarStream.parse(read.bytes)
            let expansion = CalendarExpansion(
                of: calendars, in: window, floating: zone, zones: SystemZones.zone(named:),
                limits: CalendarExpansion.Limits(bytes: read.bytes.count))
            let sorted = expansion.occurrences.map { ($0, $0.when.instants(in: zone)) }.sorted { left, right in
                (left.1.lowerBound, left.1.upperBound) < (right.1.lowerBound, right.1.upperBound)
            }
            var words: [Int: String] = [:]
            for (occurrence, _) in sorted {
                let component = occurrence.component
                let said = words[component.line] ?? Self.words(of: component)
                words[component.line] = said
                Terminal.print("\(Self.times(of: occurrence, in: zone))\t\(said)")
            }
            let all = (faults + expansion.faults).sorted { $0.line < $1.line }
            for fault in all {
                Terminal.complain("\(read.path):\(fault.line): \(fault.reason)")
            }
            if !all.isEmpty { throw ExitCode(1) }
        }
    }

    private static func times(of occurrence: Occurrence, in zone: Zone) -> String {
        switch occurrence.when {
        case .allDay(let days): "\(days.lowerBound)\t\(days.upperBound.adding(days: -1))"
        case .timed(let span): "\(zone.local(at: span.lowerBound))\t\(zone.local(at: span.upperBound))"
        }
    }

    /// What each occurrence of a component says of itself.
    private static func words(of component: Component) -> String {
        let status = component.property("STATUS")?.value.uppercased()
        let isFree = component.property("TRANSP")?.value.uppercased() == "TRANSPARENT"
        let standing = status == "CANCELLED" ? "cancelled" : isFree ? "free" : "busy"
        let title = (component.property("SUMMARY")?.text ?? "").split(whereSeparator: \.isWhitespace)
        return "\(standing)\t\(title.joined(separator: " ").filter { !$0.isControl })"
    }
}

extension Character {
    /// What would move the cursor of a terminal.
    fileprivate var isControl: Bool {
        unicodeScalars.contains { $0.properties.generalCategory == .control }
    }
}

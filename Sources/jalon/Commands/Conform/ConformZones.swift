import ArgumentParser
import CivilTime
import Configuration
import Foundation
import ICalendar
import JalonService

/// `jalon conform zones`
struct ConformZones: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "zones", abstract: "Print, for every zone, the VTIMEZONE of two years, or \"utc\".")

    @Option(help: "The first day of the two years; today where it is not given.")
    var from: CivilDate?

    private struct Line: Encodable {
        let zone: String
        let vtimezone: String
    }

    func run() async throws {
        try await orComplain {
            let first = from ?? SystemWallClock().today
            let window =
                Zone.utc.instant(
                    of: LocalDateTime(first, .midnight))..<Zone.utc.instant(
                    of: LocalDateTime(first.adding(months: 24), .midnight))
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            for zone in SystemZones.all {
                let definition = VTimeZone(zone: zone, covering: window).map { definition in
                    String(decoding: definition.serialized(), as: UTF8.self)
                }
                let line = Line(zone: zone.name, vtimezone: definition ?? "utc")
                Terminal.print(String(decoding: try encoder.encode(line), as: UTF8.self))
            }
        }
    }
}

import ArgumentParser
import CivilTime
import Configuration
import Foundation
import ICalendar

/// `jalon conform ics DIR`
struct ConformCalendars: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ics", abstract: "Expand calendars: each NNN.ics that has an NNN.json beside it.")

    @Argument(help: "The folder of the cases.")
    var directory: String

    @Option(help: "The zone of dates, and of times that name none.")
    var zone = "Pacific/Auckland"

    func run() async throws {
        try await orComplain {
            guard let floating = SystemZones.zone(named: zone) else {
                throw ValidationError("There is no zone \(zone).")
            }
            let folder = URL(filePath: directory)
            let names = try FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false))
            var counter = CaseCounter()
            for name in names.sorted() where name.hasSuffix(".ics") {
                let file = folder.appending(path: name)
                guard let json = try? Data(contentsOf: file.deletingPathExtension().appendingPathExtension("json"))
                else { continue }
                do {
                    let expected = try ExpectedExpansion.all(in: json)
                    let found = FoundExpansion.all(in: [UInt8](try Data(contentsOf: file)), floating: floating)
                    counter.count(name, expected.difference(from: found))
                } catch {
                    counter.count(name, "is no case: \(error)")
                }
            }
            try counter.finish()
        }
    }
}

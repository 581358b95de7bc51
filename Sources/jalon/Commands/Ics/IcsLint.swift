import ArgumentParser
import Configuration
import ICalendar

/// `jalon ics lint`
struct IcsLint: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lint",
        abstract: "Find what is wrong in a calendar file, with its line.",
        discussion: """
            Says where the file breaks RFC 5545. Of a file that Jalon has written it asks for more: all that Jalon \
            promises of what it sends. Exit code 1 where there is anything to say.
            Example: jalon ics lint vacances.ics
            """)

    @Argument(help: "The calendar file; - for standard input.")
    var file: String

    func run() async throws {
        try await orComplain {
            let read = try CalendarFile(file)
            let complaints = CalendarLinter.lint(file: read.bytes, zones: SystemZones.zone(named:))
            for complaint in complaints {
                Terminal.print("\(read.path):\(complaint.line): \(complaint.kind)")
            }
            if !complaints.isEmpty { throw ExitCode(1) }
            Terminal.print("\(read.path): nothing to complain of")
        }
    }
}

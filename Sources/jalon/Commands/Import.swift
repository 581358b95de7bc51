import ArgumentParser
import Configuration
import Foundation
import JalonService
import Mentoring

/// `jalon import`
struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Turn a spreadsheet of people or of relationships into YAML, for review.",
        discussion: """
            The file is CSV as a spreadsheet writes it: UTF-8, UTF-16 or Windows-1252, with commas, semicolons or tabs. \
            The first row names the columns, in English or in French: name (nom), email (courriel), available \
            (disponibilités), …; or mentor, mentee (mentoré), start (début), end (fin), prefer (créneau), video (visio), …
            Mistakes are named with their rows, the first hundred of them, and then nothing is written.
            Example: jalon import people.csv --out /etc/jalon/people/2026.yaml
            """)

    @OptionGroup var options: ConfigurationOptions

    @Argument(help: "The file.")
    var file: String

    @Option(help: "The YAML file to write, which must not exist; without it, it is printed.")
    var out: String?

    func run() async throws {
        try await orComplain {
            let size = (try? FileManager.default.attributesOfItem(atPath: file)[.size] as? NSNumber)?.intValue ?? 0
            guard size <= 32 << 20 else { throw ValidationError("\(file) has more than 32 MiB; import it in parts") }
            guard let data = FileManager.default.contents(atPath: file) else {
                throw ValidationError("\(file) cannot be read")
            }
            guard data.count <= 32 << 20 else {
                throw ValidationError("\(file) has more than 32 MiB; import it in parts")
            }
            // Whoever is in the configuration can be named in a relationship.
            let known = try? Check.configuration(in: options.config, today: SystemWallClock().today)
            let name = URL(fileURLWithPath: file).lastPathComponent
            let result = SpreadsheetImport(
                [UInt8](data), file: name, people: known.map { Array($0.programme.people.values) } ?? [])
            guard result.complaints.isEmpty else {
                for complaint in result.complaints { Terminal.complain("\(complaint)") }
                if result.mistakes > result.complaints.count {
                    Terminal.complain("\(result.mistakes - result.complaints.count) more mistakes are not listed")
                }
                Terminal.complain("jalon: nothing was written; \(result.mistakes) mistakes are to be mended first")
                throw ExitCode(1)
            }
            if result.yaml.utf8.count > 1 << 20 {
                Terminal.complain(
                    "warning: this is more than 1 MiB, which is the most that Jalon reads of one file; import it in parts"
                )
            }
            guard let out else { return Terminal.write(result.yaml) }
            do {
                try Data(result.yaml.utf8).write(to: URL(fileURLWithPath: out), options: .withoutOverwriting)
            } catch {
                throw ServiceError.cannotWrite(out, "it exists already, or there is no such directory")
            }
            Terminal.say("wrote \(out) with \(result.count) \(result.kind); next: jalon check")
        }
    }
}

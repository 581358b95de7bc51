import ArgumentParser
import Configuration
import Foundation

/// `jalon init`
struct Init: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Write a commented start of a configuration.",
        discussion: "Nothing that exists is overwritten. Example: jalon init mentorat")

    @Argument(help: "A directory that is new or empty.")
    var directory: String

    func run() async throws {
        try await orComplain {
            let manager = FileManager.default
            guard ((try? manager.contentsOfDirectory(atPath: directory)) ?? []).isEmpty else {
                throw ValidationError("\(directory) is not empty; name a new directory")
            }
            for file in Starter.files {
                let url = URL(fileURLWithPath: directory).appendingPathComponent(file.path)
                do {
                    try manager.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
                    try Data(file.text.utf8).write(to: url, options: .withoutOverwriting)
                } catch {
                    throw ValidationError("\(url.path) cannot be written: \(error.localizedDescription)")
                }
                Terminal.say("wrote \(directory)/\(file.path)")
            }
            Terminal.say("next: edit them, then run `jalon check --config \(directory)`")
        }
    }
}

import CivilTime
import Configuration
import Foundation
import JalonService

extension Configuration {
    /// The configuration that files of these names and texts make.
    static func read(_ files: [String: String], today: CivilDate) throws -> Configuration {
        let directory = FileManager.default.temporaryDirectory.appendingPathComponent("jalon-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: directory) }
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        for (name, text) in files {
            try Data(text.utf8).write(to: directory.appendingPathComponent(name))
        }
        return try Check.configuration(in: directory.path, today: today)
    }
}

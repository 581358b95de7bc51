import CivilTime
import Configuration
import Foundation

/// A configuration in a directory of its own, which goes when the test is over.
final class Folder {
    let path: String

    init(_ files: [String: String] = [:]) throws {
        path = NSTemporaryDirectory() + "jalon-configuration-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        for (name, text) in files { try write(Data(text.utf8), to: name) }
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    func write(_ data: Data, to name: String) throws {
        let url = URL(fileURLWithPath: path + "/" + name)
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try data.write(to: url)
    }

    func read(today: CivilDate = CivilDate(dayNumber: 20_759)) throws -> Loaded {
        try ConfigurationReader.read(directory: path, today: today)
    }

    /// What is said of the files, each as `file:line:column: severity: message`.
    func headlines() throws -> [String] {
        try read().diagnostics.map { diagnostic in
            String(diagnostic.description.prefix { $0 != "\n" })
        }
    }
}

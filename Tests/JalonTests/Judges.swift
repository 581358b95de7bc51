import Foundation
import Testing

/// `Fixtures/calendars.py` and `Fixtures/restriction.c`.
enum Judges {
    private static let fixtures = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("Fixtures")
    private static let compiler = "/usr/bin/cc"

    static let hasLibical =
        FileManager.default.fileExists(atPath: "/usr/include/libical/ical.h")
        && FileManager.default.isExecutableFile(atPath: compiler)

    struct Verdicts {
        /// How many calendars were judged.
        var count: Int
        var complaints: [String]
    }

    /// Has calendars, and those in mails, judged by all.
    static func verdicts(on files: [String]) async throws -> Verdicts {
        let directory = try Binary.scratch()
        let parts = directory.appendingPathComponent("parts")
        try FileManager.default.createDirectory(at: parts, withIntermediateDirectories: true)
        let readers = try await Outside.python(
            [fixtures.appendingPathComponent("calendars.py").path, "--parts", parts.path] + files)
        let calendars = files.filter { !$0.hasSuffix(".eml") } + (try Self.files(under: parts))
        let libical = try await Binary.run(executable: try await compiled("restriction.c", in: directory), calendars)
        var complaints: [String] = []
        for outcome in [readers, libical] {
            var lines = outcome.output.split(separator: "\n").map(String.init)
            let last = lines.popLast()
            let summary = try #require(last, "\(outcome.errors)")
            // Each counts on its own, so that none has passed over a file.
            #expect(summary.hasPrefix("\(calendars.count) calendars read, "), "\(summary)")
            #expect((outcome.status == 0) == lines.isEmpty, "\(outcome.errors)")
            complaints += lines
        }
        return Verdicts(count: calendars.count, complaints: complaints)
    }

    static func mails(under out: URL) throws -> [String] {
        try files(under: out.appendingPathComponent("mail"))
    }

    static func calendars(under out: URL) throws -> [String] {
        try files(under: out.appendingPathComponent("calendars"))
    }

    /// The paths of all files, in order.
    private static func files(under directory: URL) throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: directory.path).sorted()
            .map { directory.appendingPathComponent($0).path }
            .filter { $0.hasSuffix(".eml") || $0.hasSuffix(".ics") }
    }

    /// The path of a script or a program's source.
    static func fixture(_ name: String) -> String {
        fixtures.appendingPathComponent(name).path
    }

    /// A program of the fixtures that uses libical, compiled.
    static func compiled(_ name: String, in directory: URL) async throws -> String {
        let program = directory.appendingPathComponent(name + ".out").path
        let source = fixture(name)
        let made = try await Binary.run(
            executable: compiler, ["-Wall", "-Wextra", "-Werror", "-o", program, source, "-lical"])
        try #require(made.status == 0, "\(made.errors)")
        return program
    }
}

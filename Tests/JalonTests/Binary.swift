import Foundation
import Testing

/// The real program, run as its users run it.
struct Binary {
    struct Outcome {
        var status: Int32
        var output: String
        var errors: String
    }

    /// The executable stands beside the test bundle.
    static var url: URL {
        URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent().appendingPathComponent("jalon")
    }

    /// A directory of the test's own.
    static func scratch() throws -> URL {
        let url = FileManager.default.temporaryDirectory.appendingPathComponent("jalon-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        return url
    }

    static func process(_ arguments: [String], environment: [String: String] = [:]) -> Process {
        let process = Process()
        process.executableURL = url
        process.arguments = arguments
        var all = ProcessInfo.processInfo.environment
        for name in ["NOTIFY_SOCKET", "STATE_DIRECTORY", "JOURNAL_STREAM", "CREDENTIALS_DIRECTORY"] { all[name] = nil }
        process.environment = all.merging(environment) { $1 }
        return process
    }

    /// Runs a command to its end.
    static func run(_ arguments: String..., environment: [String: String] = [:]) async throws -> Outcome {
        try await outcome(of: process(arguments, environment: environment))
    }

    /// Runs another program to its end.
    static func run(executable: String, _ arguments: [String]) async throws -> Outcome {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: executable)
        process.arguments = arguments
        return try await outcome(of: process)
    }

    private static func outcome(of process: Process) async throws -> Outcome {
        let files = try scratch()
        let names = ["out", "err"].map { files.appendingPathComponent($0) }
        for name in names { try Data().write(to: name) }
        process.standardOutput = try FileHandle(forWritingTo: names[0])
        process.standardError = try FileHandle(forWritingTo: names[1])
        try await process.runToEnd()
        return Outcome(
            status: process.terminationStatus, output: try String(contentsOf: names[0], encoding: .utf8),
            errors: try String(contentsOf: names[1], encoding: .utf8))
    }
}

extension Process {
    /// Starts the process and waits until it has ended, without holding a thread.
    func runToEnd() async throws {
        let (ends, end) = AsyncStream.makeStream(of: Void.self)
        terminationHandler = { _ in end.finish() }
        try run()
        for await _ in ends {}
    }
}

/// The lines that a process writes, as they come.
final class LineReader {
    private let handle: FileHandle
    private var rest = Data()

    init(_ handle: FileHandle) {
        self.handle = handle
    }

    /// Waits for the next line; nil where the other side has closed.
    func next() -> String? {
        while true {
            if let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
                let line = String(decoding: rest[..<end], as: UTF8.self)
                rest = Data(rest[rest.index(after: end)...])
                return line
            }
            let data = handle.availableData
            if data.isEmpty { return nil }
            rest += data
        }
    }
}

/// A daemon under test: the lines of its log, and an end by its process id.
final class RunningDaemon {
    let process: Process
    private let log: LineReader
    private(set) var lines: [String] = []

    init(config: URL, state: URL, environment: [String: String] = [:]) throws {
        process = Binary.process(
            ["run", "--config", config.path, "--state", state.path], environment: environment)
        let pipe = Pipe()
        process.standardError = pipe
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        // Otherwise the end of the log would never come.
        try pipe.fileHandleForWriting.close()
        log = LineReader(pipe.fileHandleForReading)
    }

    /// The next line of the log; nil where the daemon has ended.
    func nextLine() -> String? {
        guard let line = log.next() else { return nil }
        lines.append(line)
        return line
    }

    /// Reads the log until a line holds the text; lines that were read before count.
    ///
    /// - Returns: that line; nil where the daemon ends without it.
    func line(containing text: String) -> String? {
        if let known = lines.first(where: { $0.contains(text) }) { return known }
        while let line = nextLine() {
            if line.contains(text) { return line }
        }
        return nil
    }

    /// Ends it the hard way.
    func kill() {
        Foundation.kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }

    /// Asks it to end.
    ///
    /// - Returns: its exit code.
    func terminate() -> Int32 {
        process.terminate()
        process.waitUntilExit()
        return process.terminationStatus
    }
}

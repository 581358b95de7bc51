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

    /// - Parameter input: what stands on its standard input.
    static func outcome(of process: Process, input: Data? = nil) async throws -> Outcome {
        let files = try scratch()
        if let input {
            let file = files.appendingPathComponent("in")
            try input.write(to: file)
            process.standardInput = try FileHandle(forReadingFrom: file)
        }
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
    /// Starts the process; what is returned ends when the process has ended.
    ///
    /// Foundation's own wait turns the thread's run loop, which on a shared thread may miss the end.
    func start() throws -> AsyncStream<Void> {
        let (ends, end) = AsyncStream.makeStream(of: Void.self)
        terminationHandler = { _ in end.finish() }
        try run()
        return ends
    }

    /// Ends the process by its id. A child of a task may have inherited a mask that blocks SIGTERM, so it is SIGKILL.
    func end() {
        guard isRunning else { return }
        kill(processIdentifier, SIGKILL)
    }

    /// Starts the process and waits until it has ended.
    func runToEnd() async throws {
        for await _ in try start() {}
    }
}

/// The lines that a process writes, as they come; a thread of its own waits for them.
final class LineReader {
    private var lines: AsyncStream<String>.Iterator

    init(_ handle: FileHandle) {
        let (stream, continuation) = AsyncStream.makeStream(of: String.self)
        lines = stream.makeAsyncIterator()
        Thread.detachNewThread {
            var rest = Data()
            while true {
                let data = handle.availableData
                if data.isEmpty { break }
                rest += data
                while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
                    continuation.yield(String(decoding: rest[..<end], as: UTF8.self))
                    rest = Data(rest[rest.index(after: end)...])
                }
            }
            continuation.finish()
        }
    }

    /// Waits for the next line; nil where the other side has closed.
    func next() async -> String? { await lines.next() }
}

/// A daemon under test: the lines of its log, and an end by its process id.
final class RunningDaemon {
    let process: Process
    private let log: LineReader
    private let ends: AsyncStream<Void>
    private(set) var lines: [String] = []

    init(config: URL, state: URL, environment: [String: String] = [:]) throws {
        process = Binary.process(
            ["run", "--config", config.path, "--state", state.path], environment: environment)
        let pipe = Pipe()
        process.standardError = pipe
        process.standardOutput = FileHandle.nullDevice
        ends = try process.start()
        // Otherwise the end of the log would never come.
        try pipe.fileHandleForWriting.close()
        log = LineReader(pipe.fileHandleForReading)
    }

    /// The next line of the log; nil where the daemon has ended.
    func nextLine() async -> String? {
        guard let line = await log.next() else { return nil }
        lines.append(line)
        return line
    }

    /// Reads the log until a line holds the text; lines that were read before count.
    ///
    /// - Returns: that line; nil where the daemon ends without it.
    func line(containing text: String) async -> String? {
        if let known = lines.first(where: { $0.contains(text) }) { return known }
        while let line = await nextLine() {
            if line.contains(text) { return line }
        }
        return nil
    }

    /// Ends it the hard way.
    func kill() async {
        Foundation.kill(process.processIdentifier, SIGKILL)
        for await _ in ends {}
    }

    /// Asks it to end, and reads its log to the last line.
    ///
    /// - Returns: its exit code.
    func terminate() async -> Int32 {
        process.terminate()
        // Not to the end of the pipe: a process that another test has started may hold its other end.
        _ = await line(containing: "notice: ended")
        for await _ in ends {}
        return process.terminationStatus
    }
}

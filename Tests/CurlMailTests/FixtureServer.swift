import Foundation
import Testing

/// A Python server of `Fixtures` that says "ready PORT", then writes what it has to tell; it ends when its input does.
final class FixtureServer {
    let port: Int
    private let process = Process()
    private let input = Pipe()
    private let output = Pipe()

    init(_ script: String, _ arguments: [String]) throws {
        let script = try #require(Bundle.module.path(forResource: script, ofType: "py", inDirectory: "Fixtures"))
        process.executableURL = URL(filePath: try #require(Tools.python))
        process.arguments = [script] + arguments
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        let words = Self.line(from: output.fileHandleForReading).split(separator: " ")
        try #require(words.first == "ready")
        port = try #require(words.last.flatMap { Int($0) })
    }

    deinit {
        try? input.fileHandleForWriting.close()
        process.terminate()
        process.waitUntilExit()
    }

    /// Ends the server, and returns the lines that it wrote.
    func end() throws -> [String] {
        try input.fileHandleForWriting.close()
        let rest = try output.fileHandleForReading.readToEnd() ?? Data()
        return String(decoding: rest, as: UTF8.self).split(separator: "\n").map(String.init)
    }

    /// Reads no further than the line, and waits for it.
    private static func line(from handle: FileHandle) -> String {
        var line = Data()
        while let byte = try? handle.read(upToCount: 1), !byte.isEmpty, byte != Data("\n".utf8) { line += byte }
        return String(decoding: line, as: UTF8.self)
    }
}

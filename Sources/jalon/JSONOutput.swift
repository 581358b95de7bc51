import Foundation

/// JSON for programs.
enum JSONOutput {
    static func data(_ document: some Encodable) throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(document) + Data("\n".utf8)
    }

    /// On standard output.
    static func write(_ document: some Encodable) throws {
        FileHandle.standardOutput.write(try data(document))
    }
}

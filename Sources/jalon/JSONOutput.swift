import Foundation
import PlainText

/// JSON for programs.
enum JSONOutput {
    static func data(_ document: some Encodable) throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return Data((String(decoding: try encoder.encode(document), as: UTF8.self).visibleJSON + "\n").utf8)
    }

    /// On standard output.
    static func write(_ document: some Encodable) throws {
        try FileHandle.standardOutput.write(contentsOf: data(document))
    }
}

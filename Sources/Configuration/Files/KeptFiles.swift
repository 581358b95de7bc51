import Foundation

/// The files of a configuration as they were when it was accepted, which stand for those on the disk.
///
/// Nothing else is read in their place: what is not among them is not there, be its path absolute or not.
public struct KeptFiles: Sendable, Hashable, Codable {
    private struct File: Hashable, Codable {
        let path: String
        /// Nil where the file is not UTF-8.
        let text: String?
        let bytes: Data?
    }

    private let kept: [File]

    private enum CodingKeys: String, CodingKey { case kept = "files" }

    public init(_ files: [SourceFile]) {
        kept = files.map { file in
            let text = String(validating: file.bytes, as: UTF8.self)
            return File(path: file.path, text: text, bytes: text == nil ? Data(file.bytes) : nil)
        }
    }

    public var files: [SourceFile] {
        kept.map {
            SourceFile(path: $0.path, bytes: $0.text.map { Array($0.utf8) } ?? $0.bytes.map { [UInt8]($0) } ?? [])
        }
    }
}

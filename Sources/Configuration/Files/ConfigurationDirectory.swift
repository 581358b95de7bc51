import Foundation

/// The directory of a configuration: the only place that files are read from, but for absolute paths.
final class ConfigurationDirectory {
    /// Why a file was not read; the end of a sentence that begins with its path.
    struct Refusal: Error {
        let reason: String
    }

    let path: String
    /// With all links followed.
    private let root: String
    private(set) var read: [String: [UInt8]] = [:]

    private static let manager = FileManager.default

    init(_ path: String) throws(ConfigurationError) {
        var isDirectory: ObjCBool = false
        guard Self.manager.fileExists(atPath: path, isDirectory: &isDirectory), isDirectory.boolValue else {
            throw .noDirectory(path)
        }
        guard Self.manager.isReadableFile(atPath: path), Self.manager.isExecutableFile(atPath: path) else {
            throw .unreadable(path: path, reason: "permission denied")
        }
        self.path = path
        root = Self.resolved(path)
    }

    /// All that was read, in the order of the paths.
    var files: [SourceFile] {
        read.map { SourceFile(path: $0.key, bytes: $0.value) }.sorted { $0.path < $1.path }
    }

    func exists(_ file: String) -> Bool {
        Self.manager.fileExists(atPath: absolute(file))
    }

    /// The bytes of a file.
    ///
    /// - Parameters:
    ///   - file: inside of the directory, or absolute.
    ///   - most: the size beyond which it is not read, in MiB.
    func bytes(of file: String, most: Int) throws(Refusal) -> [UInt8] {
        if let known = read[file] { return known }
        guard isInside(file) else { throw Refusal(reason: "leads out of the configuration's directory") }
        // Links are followed first: a file's kind and size are those of what it leads to.
        let target = Self.resolved(absolute(file))
        guard let attributes = try? Self.manager.attributesOfItem(atPath: target) else {
            throw Refusal(reason: "does not exist")
        }
        guard attributes[.type] as? FileAttributeType == .typeRegular else { throw Refusal(reason: "is no file") }
        guard (attributes[.size] as? NSNumber)?.intValue ?? 0 <= most << 20 else { throw Self.tooBig(most) }
        guard let data = Self.manager.contents(atPath: target) else { throw Refusal(reason: "cannot be read") }
        guard data.count <= most << 20 else { throw Self.tooBig(most) }
        let bytes = [UInt8](data)
        read[file] = bytes
        return bytes
    }

    /// The path with which other programs can open a file.
    func absolute(_ file: String) -> String {
        file.hasPrefix("/") ? file : path + "/" + file
    }

    /// The names in a folder, in their order; none where there is no such folder.
    func names(in folder: String) -> [String] {
        guard isInside(folder) else { return [] }
        return ((try? Self.manager.contentsOfDirectory(atPath: absolute(folder))) ?? []).sorted()
    }

    /// Whether a path stays in the directory, with all links followed; absolute ones may lie anywhere.
    func isInside(_ file: String) -> Bool {
        guard !file.hasPrefix("/") else { return true }
        guard !file.split(separator: "/").contains("..") else { return false }
        let target = Self.resolved(absolute(file))
        return target == root || target.hasPrefix(root + "/")
    }

    /// The absolute path of a file or a folder, with all links followed.
    func resolved(_ file: String) -> String { Self.resolved(absolute(file)) }

    private static func tooBig(_ most: Int) -> Refusal {
        Refusal(reason: "has more than \(most) MiB; several smaller files are fine")
    }

    private static func resolved(_ path: String) -> String {
        URL(fileURLWithPath: path).resolvingSymlinksInPath().standardizedFileURL.path
    }
}

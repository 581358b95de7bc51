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
    /// What stands for the files on the disk; nil where they are read.
    private let kept: [String: [UInt8]]?
    private(set) var read: [String: [UInt8]] = [:]
    /// Folders that are there, and cannot be looked into: what is in them would be missing without a word.
    private(set) var unlisted: Set<String> = []

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
        kept = nil
    }

    /// Files that were kept stand for those of the directory, which need not be there.
    init(_ path: String, kept: KeptFiles) {
        self.path = path
        root = path
        self.kept = Dictionary(kept.files.map { ($0.path, $0.bytes) }) { first, _ in first }
    }

    var isKept: Bool { kept != nil }

    /// All that was read, in the order of the paths.
    var files: [SourceFile] {
        read.map { SourceFile(path: $0.key, bytes: $0.value) }.sorted { $0.path < $1.path }
    }

    func exists(_ file: String) -> Bool {
        guard let kept else { return Self.manager.fileExists(atPath: absolute(file)) }
        return kept[file] != nil || kept.keys.contains { $0.hasPrefix(file + "/") }
    }

    /// The bytes of a file.
    ///
    /// - Parameters:
    ///   - file: inside of the directory, or absolute.
    ///   - most: the size beyond which it is not read, in MiB.
    func bytes(of file: String, most: Int) throws(Refusal) -> [UInt8] {
        let bytes = try present(file, most: most)
        take(bytes, as: file)
        return bytes
    }

    /// The bytes of a file as they are now, which do not count as read yet.
    func present(_ file: String, most: Int) throws(Refusal) -> [UInt8] {
        if let known = read[file] { return known }
        guard isInside(file) else { throw Refusal(reason: "leads out of the configuration's directory") }
        if let kept {
            guard let bytes = kept[file] else { throw Refusal(reason: "does not exist") }
            return bytes
        }
        do throws(RegularFile.Failure) {
            return try RegularFile.bytes(at: absolute(file), most: most << 20)
        } catch {
            throw Refusal(reason: error.reason(most: most))
        }
    }

    /// Counts bytes as what a file of the configuration says.
    func take(_ bytes: [UInt8], as file: String) {
        read[file] = bytes
    }

    /// The path with which other programs can open a file.
    func absolute(_ file: String) -> String {
        file.hasPrefix("/") ? file : path + "/" + file
    }

    /// The names in a folder, in their order; none where there is no such folder.
    func names(in folder: String) -> [String] {
        guard isInside(folder) else { return [] }
        if let kept { return Self.names(in: folder, of: kept.keys) }
        if let names = try? Self.manager.contentsOfDirectory(atPath: absolute(folder)) { return names.sorted() }
        if exists(folder) { unlisted.insert(folder) }
        return []
    }

    /// Whether a path stays in the directory, with all links followed; absolute ones may lie anywhere.
    func isInside(_ file: String) -> Bool {
        guard !file.hasPrefix("/") else { return true }
        guard !file.split(separator: "/").contains("..") else { return false }
        guard !isKept else { return true }
        let target = Self.resolved(absolute(file))
        return target == root || target.hasPrefix(root + "/")
    }

    /// The first parts of the paths that go on from a folder.
    private static func names(in folder: String, of paths: some Sequence<String>) -> [String] {
        let parts = folder.split(separator: "/").filter { $0 != "." }
        let prefix = (folder.hasPrefix("/") ? "/" : "") + parts.map { $0 + "/" }.joined()
        let names = paths.lazy.filter { $0.hasPrefix(prefix) }
            .compactMap { $0.dropFirst(prefix.count).split(separator: "/", omittingEmptySubsequences: false).first }
            .filter { !$0.isEmpty && $0 != "." }
        return Set(names.map(String.init)).sorted()
    }

    /// The absolute path of a file or a folder, with all links followed.
    func resolved(_ file: String) -> String { isKept ? absolute(file) : Self.resolved(absolute(file)) }

    private static func resolved(_ path: String) -> String {
        URL(fileURLWithPath: path).resolvingSymlinksInPath().standardizedFileURL.path
    }
}

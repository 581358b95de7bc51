import Configuration
import Foundation
import Glibc

/// The last accepted configuration, kept in one file for a start that finds mistakes; no secret is in it.
///
/// The file is another one or the same one after a crash, never half of it: it is written beside, synchronised, and
/// renamed into its place (rename(2)).
struct AcceptedCopy {
    /// Inside of the state directory.
    let path: String
    /// The directory in which earlier versions kept the copy.
    private let folder: String

    init(in state: StateDirectory) {
        self.init(at: state.acceptedPath)
    }

    /// - Parameter path: without an extension.
    init(at path: String) {
        self.path = path + ".json"
        folder = path
    }

    /// What was kept; nil where nothing was, or none of it can be read.
    func files() -> KeptFiles? {
        if let data = contents() { return try? JSONDecoder().decode(KeptFiles.self, from: data) }
        // An earlier version that was killed between two renames has left the older copy only.
        return [folder, folder + ".old"].lazy.compactMap(FolderCopy.files).first
    }

    /// Keeps the files that were read, all of them or none.
    func keep(_ configuration: Configuration) throws(ServiceError) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        guard let data = try? encoder.encode(KeptFiles(configuration.files)) else {
            throw .cannotWrite(path, "the accepted configuration cannot be encoded")
        }
        if contents() != data { try write(data) }
        // What a process has left that was killed meanwhile may name people.
        for old in [path + ".new", folder, folder + ".old", folder + ".new"] {
            try? FileManager.default.removeItem(atPath: old)
        }
    }

    private func contents() -> Data? {
        let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        return try? FileHandle(fileDescriptor: descriptor, closeOnDealloc: true).readToEnd() ?? Data()
    }

    private func write(_ data: Data) throws(ServiceError) {
        let fresh = path + ".new"
        unlink(fresh)
        let descriptor = open(fresh, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw failure() }
        let isWritten = data.withUnsafeBytes { Self.writeAll($0, to: descriptor) } && fsync(descriptor) == 0
        let reason = failure()
        close(descriptor)
        guard isWritten else {
            unlink(fresh)
            throw reason
        }
        guard rename(fresh, path) == 0 else { throw failure() }
        // The name, too, outlives a power failure from here on.
        let parent = open(
            URL(fileURLWithPath: path).deletingLastPathComponent().path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard parent >= 0 else { throw failure() }
        defer { close(parent) }
        guard fsync(parent) == 0 else { throw failure() }
    }

    private static func writeAll(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = Glibc.write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return false }
            rest = rest.dropFirst(count)
        }
        return true
    }

    private func failure() -> ServiceError { .cannotWrite(path, String(cString: strerror(errno))) }
}

import Foundation
import Synchronization

/// A password that is somewhere else: it is read when it is needed, kept nowhere, and prints as `<secret>`.
public struct Secret: Sendable, Hashable {
    public enum Source: Sendable, Hashable {
        /// `$CREDENTIALS_DIRECTORY/NAME`, as systemd's `LoadCredential=NAME` provides it.
        case credential(String)
        /// A file that nobody but its owner may read: mode 0600 or tighter.
        case file(String)
    }

    public let source: Source

    public init(_ source: Source) {
        self.source = source
    }

    /// The password, without the line break at its end.
    public func read() throws(ConfigurationError) -> String {
        if case .credential(let name) = source, let text = Self.readAhead.withLock({ $0[name] }) { return text }
        let path = try path()
        // A symbolic link says nothing; what is not a file, such as a pipe, might never end.
        let target = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
        guard let attributes = try? FileManager.default.attributesOfItem(atPath: target) else {
            throw .secretUnreadable(path: path, reason: "there is no such file")
        }
        guard attributes[.type] as? FileAttributeType == .typeRegular else {
            throw .secretUnreadable(path: path, reason: "it is not a file")
        }
        guard (attributes[.size] as? NSNumber)?.intValue ?? 0 <= Self.longest else {
            throw .secretUnreadable(path: path, reason: "it holds no password")
        }
        guard let bytes = FileManager.default.contents(atPath: target) else {
            throw .secretUnreadable(path: path, reason: "it cannot be read")
        }
        guard !bytes.isEmpty else { throw .secretUnreadable(path: path, reason: "it is empty") }
        guard bytes.count <= Self.longest, var text = String(bytes: bytes, encoding: .utf8) else {
            throw .secretUnreadable(path: path, reason: "it holds no password")
        }
        if text.last?.isNewline == true { text.removeLast() }
        guard !text.isEmpty, !text.contains(where: \.isNewline), !text.utf8.contains(0) else {
            throw .secretUnreadable(path: path, reason: "it does not hold one line with a password")
        }
        return text
    }

    /// Reads what the service is given, as root, for a process that is about to be root's no more.
    package static func readCredentialsAhead() {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: usualPlace)) ?? []
        for name in names where ProcessInfo.processInfo.environment["CREDENTIALS_DIRECTORY"] == nil {
            guard let text = try? Secret(.credential(name)).read() else { continue }
            readAhead.withLock { $0[name] = text }
        }
    }

    private static let readAhead = Mutex<[String: String]>([:])
    private static let longest = 4096
    /// From where the service's unit loads its credentials.
    private static let usualPlace = "/etc/jalon/credentials"

    /// The file that holds it.
    public func path() throws(ConfigurationError) -> String {
        switch source {
        case .credential(let name):
            if let directory = ProcessInfo.processInfo.environment["CREDENTIALS_DIRECTORY"], !directory.isEmpty {
                return directory + "/" + name
            }
            // An admin who tries a command by hand is root, and reads what the service is given.
            let path = Self.usualPlace + "/" + name
            guard FileManager.default.isReadableFile(atPath: path) else { throw .noCredentials(name: name) }
            return path
        case .file(let path):
            if let mode = Self.modeTooOpen(of: path) { throw .secretTooOpen(path: path, mode: mode) }
            return path
        }
    }

    /// The mode, in octal, of a file that more than its owner may read; nil where all is well or there is no file.
    static func modeTooOpen(of path: String) -> String? {
        // A symbolic link has a mode that says nothing.
        let resolved = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
        guard let attributes = try? FileManager.default.attributesOfItem(atPath: resolved),
            let mode = (attributes[.posixPermissions] as? NSNumber)?.intValue, mode & 0o077 != 0
        else { return nil }
        return "0" + String(mode & 0o777, radix: 8)
    }
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { Redaction.mark }
    public var debugDescription: String { Redaction.mark }
    public var customMirror: Mirror { Mirror(self, children: []) }
}

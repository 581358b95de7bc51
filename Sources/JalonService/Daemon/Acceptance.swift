import Configuration
import Foundation
import Mentoring

/// Which configurations take effect unasked, and how the last accepted one is kept for a start that finds mistakes.
enum Acceptance {
    /// Why a reload is held, and how to let it pass.
    static func question(_ consequences: Consequences, fingerprint: String) -> String {
        let severe = consequences.items.count { $0.change != .edited }
        var reasons: [String] = []
        if !consequences.vanished.isEmpty {
            let ids = consequences.vanished.map(OpaqueID.of).joined(separator: ", ")
            reasons.append("relationships with announced meetings are missing (\(ids))")
        }
        if severe > 0 { reasons.append("\(severe) announced meetings would be moved or cancelled") }
        return "reload held: \(reasons.joined(separator: ", ")); look at it with `jalon plan`, "
            + "then `jalon reload --accept \(fingerprint)`"
    }

    /// Keeps a copy of the files that were read, whole or not at all; secrets are not among them.
    static func keep(_ configuration: Configuration, in path: String) throws(ServiceError) {
        let manager = FileManager.default
        let fresh = path + ".new"
        let old = path + ".old"
        do {
            try? manager.removeItem(atPath: fresh)
            for file in configuration.files {
                let target = URL(fileURLWithPath: fresh).appendingPathComponent(file.path)
                try manager.createDirectory(
                    at: target.deletingLastPathComponent(), withIntermediateDirectories: true,
                    attributes: [.posixPermissions: 0o700])
                guard
                    manager.createFile(
                        atPath: target.path, contents: Data(file.bytes), attributes: [.posixPermissions: 0o600])
                else { throw CocoaError(.fileWriteUnknown) }
            }
            try? manager.removeItem(atPath: old)
            if manager.fileExists(atPath: path) { try manager.moveItem(atPath: path, toPath: old) }
            try manager.moveItem(atPath: fresh, toPath: path)
            try? manager.removeItem(atPath: old)
        } catch {
            throw .cannotWrite(path, "the accepted configuration could not be copied")
        }
    }
}

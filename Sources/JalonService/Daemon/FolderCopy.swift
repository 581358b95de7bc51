import Configuration
import Foundation

/// The accepted configuration as earlier versions kept it: a directory with a copy of each file.
enum FolderCopy {
    /// Nil where there is no such directory, or not all of it can be read.
    static func files(in folder: String) -> KeptFiles? {
        let manager = FileManager.default
        guard manager.fileExists(atPath: folder + "/jalon.yaml"), let names = manager.enumerator(atPath: folder) else {
            return nil
        }
        var files: [SourceFile] = []
        for case let name as String in names {
            let path = folder + "/" + name
            guard let attributes = try? manager.attributesOfItem(atPath: path),
                attributes[.type] as? FileAttributeType == .typeRegular
            else { continue }
            guard let data = manager.contents(atPath: path) else { return nil }
            // A file that was named by an absolute path lies there without the first slash.
            for written in [name, "/" + name] { files.append(SourceFile(path: written, bytes: [UInt8](data))) }
        }
        return KeptFiles(files)
    }
}

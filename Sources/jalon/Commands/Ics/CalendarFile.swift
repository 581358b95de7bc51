import Foundation

/// A calendar file that the command line names.
struct CalendarFile {
    let path: String
    let bytes: [UInt8]

    /// Octets; nothing that people call a calendar is larger.
    private static let largest = 256 << 20

    /// - Throws: a sentence where the file cannot be read.
    init(_ path: String) throws {
        self.path = path
        do {
            let url = URL(filePath: path)
            let size = try url.resourceValues(forKeys: [.fileSizeKey]).fileSize ?? 0
            guard size <= Self.largest else {
                throw Refusal(description: "'\(path)' has \(size) bytes, more than any calendar; it is not read")
            }
            bytes = [UInt8](try Data(contentsOf: url))
        } catch let refusal as Refusal {
            throw refusal
        } catch {
            throw Refusal(description: "'\(path)' cannot be read: \(error.localizedDescription)")
        }
    }

    struct Refusal: Error, CustomStringConvertible {
        let description: String
    }
}

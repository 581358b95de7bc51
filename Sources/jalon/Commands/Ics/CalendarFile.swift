import Foundation
import Glibc

/// A calendar file that the command line names; `-` is the standard input.
struct CalendarFile {
    /// What messages call it.
    let path: String
    let bytes: [UInt8]

    /// Octets; nothing that people call a calendar is larger.
    private static let largest = 256 << 20
    /// Octets of the standard input, whose size nobody knows before.
    private static let largestInput = 64 << 20

    /// - Throws: a sentence where the file cannot be read.
    init(_ path: String) throws {
        let isInput = path == "-"
        self.path = isInput ? "standard input" : path
        let name = isInput ? "the standard input" : "'\(path)'"
        // Opening a FIFO would wait for somebody to write into it.
        let descriptor = isInput ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw Refusal.unreadable(name) }
        defer { if !isInput { close(descriptor) } }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw Refusal.unreadable(name) }
        switch status.st_mode & S_IFMT {
        case S_IFDIR: throw Refusal(description: "\(name) is a directory; name a calendar file")
        case S_IFREG: break
        default:
            guard isInput else {
                throw Refusal(
                    description: "\(name) is no regular file; name a calendar file, or - for the standard input")
            }
        }
        bytes = try Self.read(descriptor, atMost: isInput ? Self.largestInput : Self.largest, name)
    }

    private static func read(_ descriptor: Int32, atMost limit: Int, _ name: String) throws -> [UInt8] {
        let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: false)
        do {
            let data = try file.read(upToCount: limit + 1) ?? Data()
            guard data.count <= limit else {
                throw Refusal(
                    description: "\(name) has more than \(limit >> 20) MiB, more than any calendar; it is not read")
            }
            return [UInt8](data)
        } catch let refusal as Refusal {
            throw refusal
        } catch {
            throw Refusal(description: "\(name) cannot be read: \(error.localizedDescription)")
        }
    }

    struct Refusal: Error, CustomStringConvertible {
        let description: String

        /// With the system's word for what has just failed.
        static func unreadable(_ name: String) -> Refusal {
            Refusal(description: "\(name) cannot be read: \(String(cString: strerror(errno)))")
        }
    }
}

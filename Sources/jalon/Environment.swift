import Foundation
import Glibc

/// What the surroundings tell the process.
enum Environment {
    private static var values: [String: String] { ProcessInfo.processInfo.environment }

    /// systemd's `$STATE_DIRECTORY`; the first where there are several.
    static var stateDirectory: String? {
        values["STATE_DIRECTORY"].flatMap { $0.split(separator: ":").first.map(String.init) }
    }

    static var notifySocket: String? { values["NOTIFY_SOCKET"] }

    /// The locale asks for French messages (locale(7): the first of these that is set).
    static var isFrench: Bool {
        let names = ["LC_ALL", "LC_MESSAGES", "LANG"]
        return names.lazy.compactMap { values[$0] }.first { !$0.isEmpty }?.lowercased().hasPrefix("fr") ?? false
    }

    /// Standard error goes to the journal, which reads priorities, and which more people read than the files.
    static var logsToJournal: Bool { isJournal(STDERR_FILENO) }

    /// Whether a descriptor is the stream that systemd has connected with its journal (systemd.exec(5),
    /// `$JOURNAL_STREAM`): whoever redirects it has another device or inode.
    static func isJournal(_ descriptor: Int32) -> Bool {
        var status = stat()
        guard let stream = values["JOURNAL_STREAM"], fstat(descriptor, &status) == 0 else { return false }
        return stream == "\(status.st_dev):\(status.st_ino)"
    }
}

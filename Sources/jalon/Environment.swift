import Foundation

/// What the surroundings tell the process.
enum Environment {
    private static var values: [String: String] { ProcessInfo.processInfo.environment }

    /// systemd's `$STATE_DIRECTORY`; the first where there are several.
    static var stateDirectory: String? {
        values["STATE_DIRECTORY"].flatMap { $0.split(separator: ":").first.map(String.init) }
    }

    static var notifySocket: String? { values["NOTIFY_SOCKET"] }

    /// Standard error goes to the journal, which reads priorities.
    static var logsToJournal: Bool { values["JOURNAL_STREAM"] != nil }
}

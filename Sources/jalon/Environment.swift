import Foundation

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

    /// Standard error goes to the journal, which reads priorities.
    static var logsToJournal: Bool { values["JOURNAL_STREAM"] != nil }
}

import Foundation
import Logging
import PlainText

/// One event a line on standard error: with a priority for the journal, with the level in words for people.
struct LineLogHandler: LogHandler {
    var metadata: Logger.Metadata = [:]
    var logLevel: Logger.Level = .info
    let forJournal: Bool

    init(forJournal: Bool) {
        self.forJournal = forJournal
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        // A line break in a server's words must not begin a line of its own.
        let text = "\(event.message)".split(whereSeparator: \.isNewline).joined(separator: " ").visible
        let line = forJournal ? "<\(event.level.priority)>\(text)\n" : "\(event.level): \(text)\n"
        try? FileHandle.standardError.write(contentsOf: Data(line.utf8))
    }
}

extension Logger.Level {
    /// The syslog priority (sd-daemon(3)).
    fileprivate var priority: Int {
        switch self {
        case .trace, .debug: 7
        case .info: 6
        case .notice: 5
        case .warning: 4
        case .error: 3
        case .critical: 2
        }
    }
}

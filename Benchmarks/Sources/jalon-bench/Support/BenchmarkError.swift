/// Why a measurement cannot be taken.
enum BenchmarkError: Error {
    case usage
    case unreadable(path: String)
    case malformedRow(path: String, line: Int)
    case unknownZone(String)
    case cannotWrite
    /// The server did not take a mail.
    case notTaken
}

extension BenchmarkError: CustomStringConvertible {
    var description: String {
        switch self {
        case .usage:
            """
            usage: jalon-bench generate load|gen COUNT FILE
                   jalon-bench parse load|parse|read REPEAT FILE|FOLDER
                   jalon-bench expand load|expand REPEAT FILE [print]
                   jalon-bench bounds load|expand REPEAT FILE|FOLDER [print]
                   jalon-bench replan load|replan REPEAT RELATIONSHIPS
                   jalon-bench turn load|turn REPEAT RELATIONSHIPS
                   jalon-bench send load|send MAILS FILE PORT CONNECTIONS
                   jalon-bench deliver load|deliver MAILS PORT CONNECTIONS
                   jalon-bench make invitations COUNT | calendar MEGABYTES | rules | hostile FOLDER  [SEED]
            """
        case .unreadable(let path): "\(path) cannot be read"
        case .malformedRow(let path, let line): "\(path), line \(line), is no row of this workload"
        case .unknownZone(let name): "\(name) is no zone of this machine; install tzdata"
        case .notTaken: "the server did not take a mail"
        case .cannotWrite: "the output cannot be written"
        }
    }
}

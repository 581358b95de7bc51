/// One look at a mailbox: what is new, page by page. Confined to the thread that made it.
struct IMAPLook {
    private let route: IMAPRoute
    private let handle: IMAPHandle
    private var position: IMAPMailbox.Position
    /// Mail from this UID on comes too late for this look.
    private let end: UInt32

    private static let pageSize = 200
    /// More is never read of a mail.
    private static let mostBytes = 1 << 20
    /// UIDs that one command asks for at most, where there are long gaps between them.
    private static let widest: UInt32 = 1 << 14

    /// Opens the folder.
    init(route: IMAPRoute, position: IMAPMailbox.Position?) throws {
        self.route = route
        handle = try IMAPHandle(route: route)
        try handle.command("NOOP")
        let answers = handle.answers
        guard let validity = answers.validity, let end = answers.nextUID, end > 0 else {
            throw IMAPFault.needsAdmin(
                "\(route.host):\(route.port) gives \(route.folder) no UIDVALIDITY; it cannot be read without")
        }
        self.end = end
        self.position =
            position.flatMap { $0.validity == validity ? $0 : nil } ?? .init(validity: validity, last: 0)
    }

    mutating func run(
        visit: (IMAPMailbox.Mail) throws -> IMAPMailbox.Fate, commit: (IMAPMailbox.Position) throws -> Void,
        isWanted: () -> Bool
    ) throws -> Int {
        var visited = 0
        var width = UInt32(Self.pageSize)
        while position.last < end - 1, isWanted() {
            let first = position.last + 1
            let last = min(end - 1, first.addingReportingOverflow(width - 1).partialValue)
            let entries = try self.entries(from: first, through: last)
            width = entries.isEmpty ? min(width * 4, Self.widest) : UInt32(Self.pageSize)
            let page = entries.prefix(Self.pageSize)
            var handled: [UInt32] = []
            var reached: UInt32?
            for entry in page {
                guard isWanted() else { break }
                if try deal(with: entry, visit) == .handled { handled.append(entry.uid) }
                reached = entry.uid
                visited += 1
            }
            let isWhole = reached == page.last?.uid && page.count == entries.count
            position.last = isWhole ? max(last, position.last) : reached ?? position.last
            do {
                try commit(position)
            } catch {
                throw IMAPFault.notKept("\(error)")
            }
            try move(handled)
        }
        return visited
    }

    private func entries(from first: UInt32, through last: UInt32) throws -> [IMAPAnswers.Entry] {
        try handle.command("UID FETCH \(first):\(last) (UID FLAGS RFC822.SIZE)")
        // Flags that somebody else changes meanwhile come as lines of their own, without a size.
        return handle.answers.entries.filter { (first...last).contains($0.uid) }.sorted { $0.uid < $1.uid }
    }

    private func deal(
        with entry: IMAPAnswers.Entry, _ visit: (IMAPMailbox.Mail) throws -> IMAPMailbox.Fate
    ) throws -> IMAPMailbox.Fate {
        guard entry.size <= Self.mostBytes else { return try self.visit(.tooLarge(entry.size), visit) }
        let fate: IMAPMailbox.Fate
        switch try handle.mail(entry.uid, limit: Self.mostBytes * 2) {
        case .gone: return .left
        case .tooLong: return try self.visit(.tooLarge(entry.size), visit)
        case .mail(let bytes): fate = try self.visit(.bytes(bytes), visit)
        }
        if fate == .left, !entry.isSeen { try handle.command("UID STORE \(entry.uid) -FLAGS.SILENT (\\Seen)") }
        return fate
    }

    private func visit(
        _ mail: IMAPMailbox.Mail, _ visit: (IMAPMailbox.Mail) throws -> IMAPMailbox.Fate
    ) throws -> IMAPMailbox.Fate {
        do {
            return try visit(mail)
        } catch {
            throw IMAPFault.notKept("\(error)")
        }
    }

    /// Moves what was dealt with; a server without MOVE (RFC 6851) copies, and takes away (RFC 4315) where it can.
    private func move(_ handled: [UInt32]) throws {
        guard let folder = route.handledFolder, !handled.isEmpty else { return }
        let set = handled.map(String.init).joined(separator: ",")
        do {
            if handle.answers.capabilities.contains("MOVE") {
                try handle.command("UID MOVE \(set) \"\(folder)\"")
            } else {
                try handle.command("UID COPY \(set) \"\(folder)\"")
                try handle.command("UID STORE \(set) +FLAGS.SILENT (\\Deleted)")
                if handle.answers.capabilities.contains("UIDPLUS") { try handle.command("UID EXPUNGE \(set)") }
            }
        } catch let refusal as IMAPHandle.CommandRefused {
            throw IMAPFault.needsAdmin(
                "answers were followed, and \(route.host):\(route.port) does not move them to \(folder): \(refusal.words)"
            )
        }
    }
}

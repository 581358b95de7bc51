/// One look at a mailbox: what is new, page by page. Confined to the thread that made it.
struct IMAPLook {
    private let route: IMAPRoute
    private let handle: IMAPHandle
    private var position: IMAPMailbox.Position
    /// Mail from this UID on comes too late for this look.
    private let end: UInt32

    private static let pageSize = 200
    /// Mails that one command asks about: libcurl counts what it keeps of an answer with each line anew, against a limit
    /// of 300 KiB in all.
    private static let mostAsked = 50
    /// UIDs among which one command looks for mails, at first and at most: the answer is one line, which must not be
    /// longer than libcurl takes.
    private static let (narrow, wide) = (1_000 as UInt32, 4_000 as UInt32)
    /// More is never read of a mail.
    private static let mostBytes = 1 << 20

    /// Opens the folder.
    init(route: IMAPRoute, position: IMAPMailbox.Position?) throws {
        self.route = route
        handle = try IMAPHandle(route: route)
        try handle.openForReading()
        let answers = handle.answers
        guard let validity = answers.validity, let end = answers.nextUID, end > 0 else {
            throw IMAPFault.needsAdmin(
                "\(route.host):\(route.port) gives \(route.folder) no UIDVALIDITY; it cannot be read without")
        }
        self.end = end
        self.position =
            position.flatMap { $0.validity == validity ? $0 : nil } ?? .init(validity: validity, last: 0)
    }

    /// Reads on, then marks what was dealt with: each change costs servers that keep a mail in a file a look through all
    /// of them.
    mutating func run(
        visit: (IMAPMailbox.Mail) throws -> IMAPMailbox.Fate, commit: (IMAPMailbox.Position) throws -> Void,
        isWanted: () -> Bool
    ) throws -> Int {
        var handled: [UInt32] = []
        let result = Result { try read(visit: visit, commit: commit, isWanted: isWanted, handled: &handled) }
        // What was committed before a fault is dealt with all the same.
        for start in stride(from: 0, to: handled.count, by: Self.pageSize) {
            try mark(handled[start..<min(start + Self.pageSize, handled.count)])
        }
        return try result.get()
    }

    private mutating func read(
        visit: (IMAPMailbox.Mail) throws -> IMAPMailbox.Fate, commit: (IMAPMailbox.Position) throws -> Void,
        isWanted: () -> Bool, handled: inout [UInt32]
    ) throws -> Int {
        var visited = 0
        var width = Self.narrow
        while position.last < end - 1, isWanted() {
            let first = position.last + 1
            let last = first.addingReportingOverflow(min(width, end - first) - 1).partialValue
            let uids = try find(from: first, through: last)
            width = uids.isEmpty ? Self.wide : Self.narrow
            let page = Array(uids.prefix(Self.pageSize))
            var dealtWith: [UInt32] = []
            var reached: UInt32?
            for entry in try entries(of: page) {
                guard isWanted() else { break }
                if try deal(with: entry, visit) == .handled { dealtWith.append(entry.uid) }
                reached = entry.uid
                visited += 1
            }
            // Where the look was broken off, the next one goes on behind the last mail that was dealt with.
            position.last = isWanted() ? (page.count == uids.count ? last : page.last ?? last) : reached ?? first - 1
            do {
                try commit(position)
            } catch {
                throw IMAPFault.notKept("\(error)")
            }
            handled += dealtWith
        }
        return visited
    }

    private func find(from first: UInt32, through last: UInt32) throws -> [UInt32] {
        try handle.command("UID SEARCH UID \(first):\(last)")
        return handle.answers.found.filter { (first...last).contains($0) }
    }

    private func entries(of uids: [UInt32]) throws -> [IMAPAnswers.Entry] {
        var entries: [IMAPAnswers.Entry] = []
        for start in stride(from: 0, to: uids.count, by: Self.mostAsked) {
            let asked = uids[start..<min(start + Self.mostAsked, uids.count)]
            try handle.command("UID FETCH \(asked.map(String.init).joined(separator: ",")) (UID FLAGS RFC822.SIZE)")
            // Flags that somebody else changes meanwhile come as lines of their own, without a size.
            entries += handle.answers.entries.filter { asked.contains($0.uid) }
        }
        return entries.sorted { $0.uid < $1.uid }
    }

    private func deal(
        with entry: IMAPAnswers.Entry, _ visit: (IMAPMailbox.Mail) throws -> IMAPMailbox.Fate
    ) throws -> IMAPMailbox.Fate {
        guard entry.size <= Self.mostBytes else { return try self.visit(.tooLarge(entry.size), visit) }
        switch try handle.mail(entry.uid, limit: Self.mostBytes * 2) {
        case .gone: return .left
        case .tooLong: return try self.visit(.tooLarge(entry.size), visit)
        case .mail(let bytes): return try self.visit(.bytes(bytes), visit)
        }
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

    /// Marks what was dealt with as seen, and moves it where that is wanted; a server without MOVE (RFC 6851) copies,
    /// and takes away (RFC 4315) where it can.
    private func mark(_ handled: ArraySlice<UInt32>) throws {
        let set = handled.map(String.init).joined(separator: ",")
        try handle.openForWriting()
        try handle.command("UID STORE \(set) +FLAGS.SILENT (\\Seen)")
        if let folder = route.handledFolder { try move(set, to: folder) }
    }

    private func move(_ set: String, to folder: String) throws {
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

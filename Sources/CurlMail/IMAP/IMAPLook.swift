/// One look at a mailbox: what is new, page by page. Confined to the thread that made it.
struct IMAPLook {
    private let route: IMAPRoute
    private let handle: IMAPHandle
    private var position: IMAPMailbox.Position
    /// Mail from this UID on comes too late for this look.
    private let end: UInt32
    /// Mails that were there in the answer to a search, and not when they were to be read.
    private var gone = 0

    private static let pageSize = 200
    /// Mails that one command asks about: libcurl counts what it keeps of an answer with each line anew, against a limit
    /// of 300 KiB in all.
    private static let mostAsked = 50
    /// UIDs among which one command looks for mails at first. Where none is found it is twice as many the next time, for
    /// UIDs may lie far apart; where the answer is too long for libcurl, it is this number again.
    private static let narrow: UInt32 = 4_000
    /// A look that is longer, in mails and in commands, is a server's that does not come to an end.
    private static let (mostMails, mostSearches, mostGone) = (10_000, 2_000, 200)
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
        var (visited, searches) = (0, 0)
        var width = Self.narrow
        // The position goes no further than mails do that were seen: a server may be wrong about what comes next.
        var searched = position.last
        while searched < end - 1, visited < Self.mostMails, searches < Self.mostSearches, gone < Self.mostGone,
            isWanted()
        {
            let first = searched + 1
            let last = first + (min(width, end - first) - 1)
            searches += 1
            guard let uids = try find(from: first, through: last) else {
                // One UID alone has no long answer.
                guard width > 1 else { throw endless }
                width = min(Self.narrow, width / 2)
                continue
            }
            guard !uids.isEmpty else {
                searched = last
                width = width > UInt32.max / 2 ? .max : width * 2
                continue
            }
            width = Self.narrow
            let page = Array(uids.prefix(Self.pageSize))
            var dealtWith: [UInt32] = []
            var reached: UInt32?
            for entry in try entries(of: page) {
                guard isWanted(), gone < Self.mostGone else { break }
                if try deal(with: entry, visit) == .handled { dealtWith.append(entry.uid) }
                reached = entry.uid
                visited += 1
            }
            // Where the look was broken off, the next one goes on behind the last mail that was dealt with.
            guard let reached else { break }
            position.last = reached
            searched = page.count == uids.count && reached == page.last ? last : reached
            do {
                try commit(position)
            } catch {
                throw IMAPFault.notKept("\(error)")
            }
            handled += dealtWith
        }
        return visited
    }

    private var endless: IMAPFault {
        .down("\(route.host):\(route.port) does not come to an end with an answer")
    }

    /// - Returns: nil where there are so many that the answer may have been cut off.
    private func find(from first: UInt32, through last: UInt32) throws -> [UInt32]? {
        try handle.command("UID SEARCH UID \(first):\(last)")
        try checkValidity()
        return handle.answers.isCut ? nil : handle.answers.found.filter { (first...last).contains($0) }
    }

    /// The folder may have been opened anew behind our back, and be another one.
    private func checkValidity() throws {
        guard handle.answers.validity == position.validity else {
            throw IMAPFault.down(
                "\(route.host):\(route.port) has numbered \(route.folder) anew; it is read from its beginning")
        }
    }

    /// What is known of mails before they are read; one of which the server says no size is read with the bound that
    /// holds for all.
    private func entries(of uids: [UInt32]) throws -> [IMAPAnswers.Entry] {
        var known: [UInt32: IMAPAnswers.Entry] = [:]
        for start in stride(from: 0, to: uids.count, by: Self.mostAsked) {
            let asked = uids[start..<min(start + Self.mostAsked, uids.count)]
            try handle.command("UID FETCH \(asked.map(String.init).joined(separator: ",")) (UID FLAGS RFC822.SIZE)")
            // Flags that somebody else changes meanwhile come as lines of their own, without a size.
            for entry in handle.answers.entries where asked.contains(entry.uid) { known[entry.uid] = entry }
        }
        return uids.map { known[$0] ?? IMAPAnswers.Entry(uid: $0, size: 0, isSeen: false) }
    }

    private mutating func deal(
        with entry: IMAPAnswers.Entry, _ visit: (IMAPMailbox.Mail) throws -> IMAPMailbox.Fate
    ) throws -> IMAPMailbox.Fate {
        guard entry.size <= Self.mostBytes else { return try self.visit(.tooLarge(entry.size), visit) }
        switch try handle.mail(entry.uid, limit: Self.mostBytes * 2) {
        case .gone:
            gone += 1
            // libcurl gives the connection up, and would open the folder for writing on the next.
            try handle.openForReading()
            try checkValidity()
            return .left
        case .tooLong:
            let fate = try self.visit(.tooLarge(max(entry.size, Self.mostBytes * 2)), visit)
            // The connection was given up in the middle of the mail; a new one opens the folder for writing.
            try handle.openForReading()
            try checkValidity()
            return fate
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

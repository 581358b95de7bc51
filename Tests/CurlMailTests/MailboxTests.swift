import Foundation
import Synchronization
import Testing

@testable import CurlMail

/// A mailbox is read in order and once, and left as it was found.
@Suite(.enabled(if: Tools.areInstalled, "python3 with aiosmtpd or openssl is not installed"), .timeLimit(.minutes(5)))
struct MailboxTests {
    /// What the visits and commits were, in their order.
    private final class Diary: Sendable {
        private let lines = Mutex<[String]>([])
        func note(_ line: String) { lines.withLock { $0.append(line) } }
        var all: [String] { lines.withLock(\.self) }
    }

    private struct Disk: Error {}

    private static func mails(_ mails: [(uid: Int, seen: Bool, size: Int, text: String)]) throws -> [String] {
        let list: [[Any]] = mails.map { [$0.uid, $0.seen, $0.size, $0.text] }
        let data = try JSONSerialization.data(withJSONObject: list)
        return ["--mails", String(decoding: data, as: UTF8.self)]
    }

    private func route(
        _ server: FixtureServer, handled: String? = nil, timeout: Duration = .seconds(120)
    ) throws -> IMAPRoute {
        try IMAPRoute(
            host: "127.0.0.1", port: server.port, security: .plain,
            login: .password(user: "mentorat", Secret("geheim")),
            handledFolder: handled, responseTimeout: timeout)
    }

    /// Visits say what they got; those that begin with "answer" are handled.
    private func read(
        _ route: IMAPRoute, after position: IMAPMailbox.Position? = nil, into diary: Diary, most: Int = .max,
        failing: Bool = false
    ) async -> Result<Int, IMAPFault> {
        await IMAPMailbox(route: route).read(
            after: position,
            visit: { mail in
                switch mail {
                case .tooLarge(let size):
                    diary.note("too large \(size)")
                    return .left
                case .bytes(let bytes):
                    let text = String(decoding: bytes, as: UTF8.self)
                    diary.note(text)
                    return text.hasPrefix("answer") ? .handled : .left
                }
            },
            commit: { reached in
                if failing { throw Disk() }
                diary.note("commit \(reached.validity) \(reached.last)")
            }, isWanted: { diary.all.count < most })
    }

    @Test func `mails come in the order of their UIDs, and only what was dealt with is marked and moved`() async throws
    {
        let server = try FixtureServer(
            "imap_server",
            Self.mails([(3, false, 0, "letter"), (9, false, 0, "answer one"), (12, true, 0, "answer two")]))
        let diary = Diary()
        let result = await read(try route(server, handled: "Traites"), into: diary)
        #expect(try result.get() == 3)
        #expect(diary.all == ["letter", "answer one", "answer two", "commit 7 12"])
        let commands = try server.end()
        #expect(commands.contains("did EXAMINE \"INBOX\""))
        #expect(commands.contains("did UID STORE 9,12 +FLAGS.SILENT (\\Seen)"))
        #expect(commands.contains("did UID MOVE 9,12 \"Traites\""))
        #expect(commands.count { $0.contains("STORE") } == 1 && !commands.contains { $0.contains("BODY.PEEK") })
        // The folder is opened for writing only to mark what was dealt with.
        let select = try #require(commands.lastIndex { $0.hasPrefix("did SELECT") })
        #expect(try select > #require(commands.lastIndex { $0.contains("BODY[]") }))
    }

    @Test func `a look goes on where the last one ended, and from the beginning under another validity`() async throws {
        let server = try FixtureServer(
            "imap_server", Self.mails([(3, false, 0, "a"), (9, false, 0, "b"), (5_000, false, 0, "c")]))
        let diary = Diary()
        _ = try await read(route(server), after: .init(validity: 7, last: 3), into: diary).get()
        #expect(diary.all.filter { !$0.hasPrefix("commit") } == ["b", "c"])
        #expect(diary.all.last == "commit 7 5000")
        let anew = Diary()
        _ = try await read(route(server), after: .init(validity: 6, last: 9), into: anew).get()
        #expect(anew.all.first == "a")
        let none = Diary()
        _ = try await read(route(server), after: .init(validity: 7, last: 5_000), into: none).get()
        #expect(none.all.isEmpty)
    }

    @Test func `what is too large is not fetched`() async throws {
        let server = try FixtureServer("imap_server", Self.mails([(3, false, 200_000_000, "x"), (4, false, 0, "y")]))
        let diary = Diary()
        _ = try await read(route(server), into: diary).get()
        #expect(diary.all == ["too large 200000000", "y", "commit 7 4"])
        #expect(try !server.end().contains { $0.hasPrefix("did UID FETCH 3 BODY") })
    }

    @Test func `pages are of two hundred, and each is committed before the next is asked for`() async throws {
        let server = try FixtureServer(
            "imap_server", Self.mails((1...450).map { ($0, false, 0, "letter \($0)") }))
        let diary = Diary()
        #expect(try await read(route(server), into: diary).get() == 450)
        let commits = diary.all.filter { $0.hasPrefix("commit") }
        #expect(commits == ["commit 7 200", "commit 7 400", "commit 7 450"])
        #expect(diary.all.firstIndex(of: "commit 7 200") == 200)
    }

    @Test func `a look that is broken off commits what it visited, and no more`() async throws {
        let server = try FixtureServer(
            "imap_server", Self.mails((1...50).map { ($0, false, 0, "letter \($0)") }))
        let diary = Diary()
        #expect(try await read(route(server), into: diary, most: 10).get() == 10)
        #expect(diary.all.last == "commit 7 10")
    }

    @Test func `what cannot be written down is neither marked nor passed over`() async throws {
        let server = try FixtureServer("imap_server", Self.mails([(3, false, 0, "answer")]))
        let result = await read(try route(server), into: Diary(), failing: true)
        guard case .failure(.notKept) = result else { return #expect(Bool(false), "\(result)") }
        #expect(try !server.end().contains { $0.contains("STORE") })
    }

    @Test(arguments: [
        ("--refuse", "LOGIN", true), ("--refuse", "SELECT", true), ("--drop", "SELECT", false),
        ("--drop", "UID SEARCH", false), ("--drop", "UID FETCH", false), ("--hang", "UID SEARCH", false),
        ("--hang", "SELECT", false),
    ])
    func `a server that does not do as it should is told of, and nothing is committed`(
        option: String, command: String, needsAdmin: Bool
    ) async throws {
        let server = try FixtureServer(
            "imap_server",
            Self.mails([(3, false, 0, "answer")]) + [option, command])
        let diary = Diary()
        let route = try route(server, timeout: option == "--hang" ? .seconds(2) : .seconds(120))
        let result = await read(route, into: diary)
        switch result {
        case .failure(.needsAdmin(let words)): #expect(needsAdmin, "\(words)")
        case .failure(.down(let words)): #expect(!needsAdmin, "\(words)")
        default: Issue.record("\(result)")
        }
        #expect(!diary.all.contains { $0.hasPrefix("commit") })
    }

    @Test func `without a folder to move to, or without MOVE, answers are followed and an admin is told`() async throws
    {
        let mails = try Self.mails([(3, false, 0, "answer")])
        let refusing = try FixtureServer("imap_server", mails + ["--refuse", "UID MOVE"])
        let diary = Diary()
        let result = await read(try route(refusing, handled: "Nowhere"), into: diary)
        guard case .failure(.needsAdmin(let words)) = result else { return #expect(Bool(false), "\(result)") }
        #expect(words.contains("Nowhere") && diary.all.contains("commit 7 3"))
        let old = try FixtureServer("imap_server", mails + ["--capabilities", "IMAP4rev1 UIDPLUS"])
        #expect(try await read(route(old, handled: "Traites"), into: Diary()).get() == 1)
        let commands = try old.end()
        #expect(commands.contains("did UID COPY 3 \"Traites\"") && commands.contains("did UID EXPUNGE 3"))
    }

    @Test func `a token in a file opens the mailbox as a password does`() async throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "jalon-token-\(UUID().uuidString)")
        try Data("ya29.token".utf8).write(to: file)
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file.path)
        defer { try? FileManager.default.removeItem(at: file) }
        let server = try FixtureServer(
            "imap_server",
            Self.mails([(3, false, 0, "a")]) + ["--capabilities", "IMAP4rev1 SASL-IR AUTH=PLAIN AUTH=XOAUTH2"])
        let route = try IMAPRoute(
            host: "127.0.0.1", port: server.port, security: .plain,
            login: .token(user: "mentorat", TokenFile(path: file.path)))
        #expect(try await read(route, into: Diary()).get() == 1)
        #expect(try server.end().contains("did AUTHENTICATE XOAUTH2"))
    }

    @Test(arguments: ["Traités", "a\"b", "a\\b", "", "%"])
    func `a folder that could mean something else to a server is refused`(folder: String) {
        #expect(throws: CurlMailError.badFolder(folder)) {
            try IMAPRoute(
                host: "127.0.0.1", port: 143, security: .plain, login: .password(user: "a", Secret("b")), folder: folder
            )
        }
    }

    @Test func `beyond this machine nothing is read in the clear`() {
        #expect(throws: CurlMailError.plainBeyondLoopback(host: "imap.exemple.fr")) {
            try IMAPRoute(
                host: "imap.exemple.fr", port: 143, security: .plain, login: .password(user: "a", Secret("b")))
        }
    }
}

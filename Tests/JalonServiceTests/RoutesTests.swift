import CivilTime
import Configuration
import Foundation
import JalonService
import Testing

/// What `check`, a reload and a start say of what only a start can build.
@Suite struct RoutesTests {
    /// A configuration in a directory of its own.
    private final class Folder {
        let url = FileManager.default.temporaryDirectory.appendingPathComponent("jalon-\(UUID().uuidString)")

        init(mail: String, more: String = "", files: [String: String]) throws {
            try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
            let text =
                World.programme.replacing("include: [people.yaml, relationships.yaml, rules.yaml]", with: "")
                + "\n" + World.people + "\n" + World.relationships + "\n" + mail + "\n" + more + "\n"
            try write(text, to: "jalon.yaml")
            for (name, text) in files { try write(text, to: name) }
        }

        deinit { try? FileManager.default.removeItem(at: url) }

        func write(_ text: String, to name: String) throws {
            let file = url.appendingPathComponent(name)
            try Data(text.utf8).write(to: file)
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file.path)
        }

        func errors(for standpoint: Standpoint) throws -> [Diagnostic] {
            try Check.loaded(from: url.path, today: World.today, known: .none, for: standpoint).diagnostics
                .filter { $0.severity == .error }
        }
    }

    struct Edit: Sendable, CustomTestStringConvertible {
        var name: String
        var mail: String
        var more = ""
        var files: [String: String] = [:]
        /// Of the message.
        var says: String
        /// What stands at the place; nil where it is the beginning of the file.
        var at: String?

        var testDescription: String { name }
    }

    private static let good = "mail: {server: \"smtps://smtp.example.org\"}"
    private static func mailbox(_ more: String) -> String {
        "answers: {server: \"imaps://imap.example.org\", user: me, \(more)}"
    }
    private static func login(_ secret: String) -> String {
        "mail: {server: \"smtps://smtp.example.org\", user: me, \(secret)}"
    }

    static let edits = [
        Edit(name: "no mail", mail: "", says: "there is no `mail:`"),
        Edit(
            name: "a host with an accent", mail: "mail: {server: \"smtps://smtp.exämple.org\"}",
            says: "is not the name of a mail server", at: "\"smtps"),
        Edit(
            name: "a host of Cyrillic letters", mail: "mail: {server: \"smtp://почта.example\"}",
            says: "is not the name of a mail server", at: "\"smtp"),
        Edit(
            name: "a name for EHLO with an accent", mail: "mail: {server: \"smtps://a.example\", helo: jälon.example}",
            says: "cannot be said in EHLO", at: "jälon"),
        Edit(
            name: "a password that is not there", mail: login("password: {file: secret}"),
            says: "there is no such file", at: "{file"),
        Edit(
            name: "an empty password", mail: login("password: {file: secret}"), files: ["secret": ""],
            says: "it is empty", at: "{file"),
        Edit(
            name: "a line break for a password", mail: login("password: {file: secret}"), files: ["secret": "\n"],
            says: "does not hold one line", at: "{file"),
        Edit(
            name: "two lines of password", mail: login("password: {file: secret}"), files: ["secret": "a\nb\n"],
            says: "does not hold one line", at: "{file"),
        Edit(
            name: "a directory for a password", mail: login("password: {file: /etc}"), says: "others can read",
            at: "/etc"),
        Edit(
            name: "an endless password", mail: login("password: {file: /dev/zero}"), says: "mode 0666", at: "/dev"),
        Edit(
            name: "a long password", mail: login("password: {file: secret}"),
            files: ["secret": String(repeating: "a", count: 5000)], says: "it holds no password", at: "{file"),
        Edit(
            name: "a token that is not there", mail: login("token: {file: token}"), says: "access token", at: "{file"),
        Edit(
            name: "an empty token", mail: login("token: {file: token}"), files: ["token": "\n"], says: "it is empty",
            at: "{file"),
        Edit(
            name: "two tokens", mail: login("token: {file: token}"), files: ["token": "a b"],
            says: "does not hold one token", at: "{file"),
        Edit(
            name: "a credential that is not there", mail: login("password: {credential: jalon-test-none}"),
            says: "the credential 'jalon-test-none' is not there", at: "{credential"),
        Edit(
            name: "a token's credential that is not there", mail: login("token: {credential: jalon-test-none}"),
            says: "the credential 'jalon-test-none' is not there", at: "{credential"),
        Edit(
            name: "authorities that are not there",
            mail: "mail: {server: \"smtps://a.example\", ca: /nowhere/ca.pem}", says: "there is no such file",
            at: "/nowhere"),
        Edit(
            name: "empty authorities", mail: "mail: {server: \"smtps://a.example\", ca: ca.pem}",
            files: ["ca.pem": ""], says: "it is empty", at: "ca.pem"),
        Edit(
            name: "authorities that are no PEM", mail: "mail: {server: \"smtps://a.example\", ca: ca.pem}",
            files: ["ca.pem": "hello"], says: "it holds no certificate", at: "ca.pem"),
        Edit(
            name: "a certificate that is cut off", mail: "mail: {server: \"smtps://a.example\", ca: ca.pem}",
            files: ["ca.pem": "-----BEGIN CERTIFICATE-----\nMIIB\n"], says: "its certificate 1 is damaged", at: "ca.pem"
        ),
        Edit(
            name: "a certificate of nonsense", mail: "mail: {server: \"smtps://a.example\", ca: ca.pem}",
            files: ["ca.pem": "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"],
            says: "its certificate 1 is damaged", at: "ca.pem"),
        Edit(
            name: "a key instead of authorities", mail: "mail: {server: \"smtps://a.example\", ca: ca.pem}",
            files: ["ca.pem": "-----BEGIN PRIVATE KEY-----\nMAA=\n-----END PRIVATE KEY-----\n"],
            says: "it holds no certificate", at: "ca.pem"),
        Edit(
            name: "a mailbox at a host with an accent", mail: good,
            more: "answers: {server: \"imaps://é.example\", user: me, password: {file: secret}}",
            files: ["secret": "x"], says: "is not the name of a mail server", at: "\"imaps"),
        Edit(
            name: "a mailbox's password that is not there", mail: good, more: mailbox("password: {file: secret}"),
            says: "there is no such file", at: "{file"),
        Edit(
            name: "a mailbox's token that is empty", mail: good, more: mailbox("token: {file: token}"),
            files: ["token": ""], says: "it is empty", at: "{file"),
        Edit(
            name: "a mailbox's credential that is not there", mail: good,
            more: mailbox("password: {credential: jalon-test-none}"), says: "is not there", at: "{credential"),
        Edit(
            name: "a mailbox's authorities that are no PEM", mail: good,
            more: mailbox("password: {file: secret}, ca: ca.pem"), files: ["secret": "x", "ca.pem": "x"],
            says: "it holds no certificate", at: "ca.pem"),
        Edit(
            name: "calendars in a file", mail: good, more: "calendars: {publish: out}", files: ["out": ""],
            says: "is not a directory", at: "out"),
        Edit(
            name: "calendars below a file", mail: good, more: "calendars: {publish: out/calendars}",
            files: ["out": ""], says: "is not a directory", at: "out/"),
        Edit(
            name: "calendars below a device", mail: good, more: "calendars: {publish: /dev/null/calendars}",
            says: "is not a directory", at: "/dev"),
    ]

    @Test(arguments: edits) func `the service refuses what a start could not do, with the place`(edit: Edit) throws {
        let folder = try Folder(mail: edit.mail, more: edit.more, files: edit.files)
        let errors = try folder.errors(for: .service)
        let error = try #require(errors.first, "\(edit.name)")
        #expect(errors.count == 1 && error.message.contains(edit.says), "\(edit.name): \(errors)")
        #expect(error.message.contains(";") || edit.says == "is not a directory", "what to do: \(error.message)")
        guard let at = edit.at else { return #expect((error.line, error.column) == (1, 1)) }
        let text = try String(contentsOf: folder.url.appendingPathComponent("jalon.yaml"), encoding: .utf8)
        let line = text.split(separator: "\n", omittingEmptySubsequences: false)[error.line - 1]
        #expect(line.dropFirst(error.column - 1).hasPrefix(at), "\(edit.name): \(error)")
    }

    @Test(arguments: edits) func `a command beside the service says the same, but for what it cannot see`(edit: Edit)
        throws
    {
        let folder = try Folder(mail: edit.mail, more: edit.more, files: edit.files)
        let isHidden = edit.says.contains("credential") || edit.name.contains("credential")
        #expect(try folder.errors(for: .command(hasService: true)).count == (isHidden ? 0 : 1))
    }

    @Test func `without a service, no mail server is asked for`() throws {
        let folder = try Folder(mail: "", files: [:])
        #expect(try folder.errors(for: .command(hasService: false)).isEmpty)
    }

    @Test func `what is sound is taken`() throws {
        let folder = try Folder(
            mail: Self.login("password: {file: secret}, helo: jalon.example.org"),
            more: Self.mailbox("token: {file: token}") + "\ncalendars: {publish: new/calendars}",
            files: ["secret": "hunter2\n", "token": "abc\n"])
        #expect(try folder.errors(for: .service) == [])
    }

    @Test func `the system's authorities are sound`() throws {
        let system = "/etc/ssl/certs/ca-certificates.crt"
        guard FileManager.default.fileExists(atPath: system) else { return }
        let folder = try Folder(mail: "mail: {server: \"smtps://a.example\", ca: \(system)}", files: [:])
        #expect(try folder.errors(for: .service) == [])
    }
}

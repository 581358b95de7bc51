import Configuration
import Foundation
import Testing

@Suite struct SecretTests {
    private func secret(_ bytes: Data, mode: Int = 0o600) throws -> (Secret, Folder) {
        let folder = try Folder()
        try folder.write(bytes, to: "secret")
        let path = folder.path + "/secret"
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
        return (Secret(.file(path)), folder)
    }

    @Test func `a secret prints as such, however it is printed`() {
        let secret = Secret(.file("/etc/jalon/hunter2"))
        var dumped = ""
        dump(secret, to: &dumped)
        for text in ["\(secret)", String(reflecting: secret), dumped, "\([secret])", "\(Optional(secret) as Any)"] {
            #expect(text.contains("<secret>") && !text.contains("hunter2"))
        }
    }

    @Test(arguments: ["hunter2", "hunter2\n", "hunter2\r\n"]) func `a file of one line is the password`(text: String)
        throws
    {
        let (secret, folder) = try secret(Data(text.utf8))
        let password = try withExtendedLifetime(folder) { try secret.read() }
        #expect(password == "hunter2")
    }

    @Test(arguments: [Data(), Data("\n".utf8), Data("a\nb".utf8), Data([0x61, 0]), Data([0xFF]), Data(count: 5000)])
    func `a file that holds no password is an error without its contents`(bytes: Data) throws {
        let (secret, folder) = try secret(bytes)
        #expect(throws: ConfigurationError.self) { try withExtendedLifetime(folder) { try secret.read() } }
    }

    @Test(arguments: [0o640, 0o604, 0o644, 0o660]) func `a file that others can read is refused`(mode: Int) throws {
        let (secret, folder) = try secret(Data("hunter2".utf8), mode: mode)
        let path = folder.path + "/secret"
        #expect(throws: ConfigurationError.secretTooOpen(path: path, mode: "0" + String(mode, radix: 8))) {
            try secret.read()
        }
    }

    @Test func `check tells that others can read a password`() throws {
        let folder = try Folder(
            Pair.files([
                "jalon.yaml": Pair.programme + "mail: {server: smtps://a.fr, user: me, password: {file: secret}}",
                "secret": "hunter2",
            ]))
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: folder.path + "/secret")
        #expect(
            try folder.headlines() == [
                "jalon.yaml:10:57: error: others can read this file (mode 0644); chmod 0600 makes it a secret"
            ])
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: folder.path + "/secret")
        let mail = try folder.read().configuration?.mail
        #expect(try mail?.password?.read() == "hunter2")
    }

    @Test func `no secret is among the files that were read`() throws {
        let folder = try Folder(
            Pair.files([
                "jalon.yaml": Pair.programme + "mail: {server: smtps://a.fr, user: me, password: {file: secret}}",
                "secret": "hunter2",
            ]))
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: folder.path + "/secret")
        #expect(try folder.read().configuration?.files.map(\.path).contains("secret") == false)
    }

    @Test func `a credential without systemd says what to do`() {
        // Where tests run, systemd has set no directory of credentials.
        #expect(throws: ConfigurationError.noCredentials(name: "jalon-test")) {
            try Secret(.credential("jalon-test")).read()
        }
    }
}

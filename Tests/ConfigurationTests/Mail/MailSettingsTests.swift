import Configuration
import Testing

@Suite struct MailSettingsTests {
    @Test(arguments: [
        ("smtps://smtp.exemple.fr", MailSettings.Scheme.smtps, 465, false),
        ("smtp://smtp.exemple.fr", .smtp, 587, false),
        ("smtp://127.0.0.1", .smtp, 25, true), ("smtp://127.8.9.1:2525", .smtp, 2525, true),
        ("smtp://localhost", .smtp, 25, true), ("smtp://[::1]:26", .smtp, 26, true),
        ("smtp://127.0.0.1.exemple.fr", .smtp, 587, false), ("smtp://128.0.0.1", .smtp, 587, false),
        ("smtp://localhost.exemple.fr", .smtp, 587, false),
    ])
    func `the address gives scheme, port, and whether it is this machine`(
        server: String, scheme: MailSettings.Scheme, port: Int, isLoopback: Bool
    ) throws {
        let folder = try Folder(Pair.files(["jalon.yaml": Pair.programme + "mail: {server: \"\(server)\"}"]))
        let mail = try #require(try folder.read().configuration?.mail)
        #expect(mail.scheme == scheme && mail.port == port && mail.isLoopback == isLoopback)
        #expect(mail.user == nil && mail.password == nil && mail.connections == 1 && mail.pacePerMinute == nil)
    }

    @Test func `an authority of one's own is a path that others can open`() throws {
        let text = Pair.programme + "mail: {server: smtps://a.fr, ca: ca.pem}"
        let folder = try Folder(Pair.files(["jalon.yaml": text, "ca.pem": ""]))
        #expect(try folder.read().configuration?.mail?.certificateAuthority == folder.path + "/ca.pem")
    }
}

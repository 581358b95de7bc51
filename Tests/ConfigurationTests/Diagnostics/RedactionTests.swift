import Testing

@testable import Configuration

@Suite struct RedactionTests {
    @Test(arguments: [
        ("  password: hunter2", "  password: <secret>"),
        ("  password: \"hunter2\"  # mine", "  password: <secret>"),
        ("mail: {server: x, password: hunter2}", "mail: {server: x, password: <secret>"),
        ("  'password' : hunter2", "  'password' : <secret>"),
        ("  passwrd: hunter2", "  passwrd: <secret>"),
        ("  Password: {plain: hunter2}", "  Password: <secret>"),
        ("  pasword: hunter2", "  pasword: <secret>"),
        ("  password: {credential: smtp-password}", "  password: {credential: smtp-password}"),
        ("  password: { file: secret }", "  password: { file: secret }"),
        ("  password:", "  password:"),
        ("  server: smtp://me:hunter2@exemple.fr/x", "  server: smtp://<secret>@exemple.fr/x"),
        ("  server: smtp://me:hun/ter2@exemple.fr", "  server: smtp://<secret>@exemple.fr"),
        ("  then: {video: https://exemple.fr/a}", "  then: {video: https://exemple.fr/a}"),
    ])
    func `a password is not shown, wherever it stands`(line: String, shown: String) {
        #expect(Redaction.line(line) == shown)
    }

    @Test(arguments: [
        "mail: {server: nothing, user: me, password: hunter2}",
        "mail:\n  server: smtps://a.fr\n  password:\n    hunter2",
        "mail: {password: {plain: hunter2}}", "mail: {server: \"smtp://me:hunter2@a.fr\"}", "mail: {passwort: hunter2",
        "mail: {password: [hunter2]}", "mail:\n  password: hunter2\n  password: hunter2",
        "mail: {password: &a hunter2}",
        "mail: {password: {credential: hunter2 hunter2}, server: x}", "mail:\n  password: |\n    hunter2",
    ])
    func `no mistake repeats a password`(text: String) throws {
        let loaded = try Folder(Pair.files(["jalon.yaml": Pair.programme + text])).read()
        #expect(loaded.configuration == nil)
        #expect(!loaded.diagnostics.map(\.description).joined().contains("hunter2"), "\(loaded.diagnostics)")
    }
}

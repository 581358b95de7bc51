import Testing

@testable import Configuration

@Suite struct LinkTests {
    @Test(arguments: [
        "https://visio.exemple.fr/claire-thomas", "https://exemple.fr", "https://exemple.fr:8443/a?b=c#d",
        "HTTPS://exemple.fr/réunion",
    ])
    func `a link over https is taken as it is`(text: String) throws {
        #expect(try SecureLink(written: text).text == text)
    }

    @Test(arguments: [
        ("http://exemple.fr", "is no secure link; it begins with https://"),
        ("exemple.fr/room", "is no secure link; it begins with https://"),
        ("javascript:alert(1)", "is no secure link; it begins with https://"),
        ("https://", "is no link that a calendar can open"),
        ("https:///room", "is no link that a calendar can open"),
        ("https://exemple.fr/a b", "is no link that a calendar can open"),
        ("https://exemple.fr/\"><script>", "is no link that a calendar can open"),
        ("https://-.fr", "is no link that a calendar can open"),
        ("https://me:pw@exemple.fr/", "holds a login; a link that is sent to people holds none"),
    ])
    func `anything else says what is wrong`(text: String, reason: String) {
        #expect(throws: Misspelling(reason)) { try SecureLink(written: text) }
    }

    @Test(arguments: [
        ("smtps://smtp.exemple.fr", "smtps", "smtp.exemple.fr", nil),
        ("smtp://127.0.0.1:2525/", "smtp", "127.0.0.1", 2525),
        ("smtp://[::1]:25", "smtp", "::1", 25), ("SMTP://localhost", "smtp", "localhost", nil),
    ])
    func `a server is a scheme, a host and perhaps a port`(
        text: String, scheme: String, host: String, port: Int?
    ) throws {
        let server = try ServerAddress(written: text, schemes: ["smtp", "smtps"])
        #expect(server.scheme == scheme && server.host == host && server.port == port)
    }

    @Test(arguments: [
        ("smtp.exemple.fr", "is no server; write smtps://mail.exemple.fr"),
        ("https://exemple.fr", "begins with 'https://'; it can be smtp:// or smtps://"),
        ("smtp://me:pw@exemple.fr", "holds a login; that goes to `user:` and `password:`"),
        ("smtp://exemple.fr:0", "has a port that is none; ports go from 1 to 65535"),
        ("smtp://exemple.fr:99999", "has a port that is none; ports go from 1 to 65535"),
        ("smtp://exemple.fr:", "has a port that is none; ports go from 1 to 65535"),
        ("smtp://", "names no host; write smtps://mail.exemple.fr"),
        ("smtp://exemple.fr/inbox", "names no host; write smtps://mail.exemple.fr"),
        ("smtp://a b", "names no host; write smtps://mail.exemple.fr"),
    ])
    func `a server that is none says what is wrong`(text: String, reason: String) {
        #expect(throws: Misspelling(reason)) { try ServerAddress(written: text, schemes: ["smtp", "smtps"]) }
    }
}

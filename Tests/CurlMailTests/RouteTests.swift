import Testing

@testable import CurlMail

struct RouteTests {
    @Test(arguments: [
        ("smtp.exemple.fr", 587, SMTPRoute.Security.startTLS, "smtp://smtp.exemple.fr:587/jalon.exemple.fr"),
        ("smtp.exemple.fr", 465, .implicitTLS, "smtps://smtp.exemple.fr:465/jalon.exemple.fr"),
        ("localhost", 25, .plain, "smtp://localhost:25/jalon.exemple.fr"),
        ("127.0.0.1", 2525, .plain, "smtp://127.0.0.1:2525/jalon.exemple.fr"),
        ("::1", 25, .plain, "smtp://[::1]:25/jalon.exemple.fr"),
        ("2001:db8::25", 25, .startTLS, "smtp://[2001:db8::25]:25/jalon.exemple.fr"),
    ])
    func `a route has a URL with the name for EHLO as its path`(
        host: String, port: Int, security: SMTPRoute.Security, url: String
    ) throws {
        let route = try SMTPRoute(host: host, port: port, security: security, heloName: "jalon.exemple.fr")
        #expect(route.url == url)
    }

    @Test func `an address literal is escaped in the URL`() throws {
        let route = try SMTPRoute(host: "localhost", port: 25, security: .plain, heloName: "[IPv6:::1]")
        #expect(route.url == "smtp://localhost:25/%5BIPv6%3A%3A%3A1%5D")
    }

    @Test(arguments: [
        "", "a b", "exemple.fr/x", "user@exemple.fr", "exemple..fr", "-x.fr", "x.fr:25", "[::1]", "académie.example",
        "x\r\ny",
    ])
    func `what is no host is refused`(host: String) {
        #expect(throws: CurlMailError.badHost(host)) {
            try SMTPRoute(host: host, port: 25, security: .startTLS, heloName: "jalon.exemple.fr")
        }
    }

    @Test(arguments: ["smtp.exemple.fr", "192.0.2.1", "127.evil.example", "127.0.0.1.evil.example", "128.0.0.1", "::2"])
    func `mail in the clear leaves this machine for nobody`(host: String) {
        #expect(throws: CurlMailError.plainBeyondLoopback(host: host)) {
            try SMTPRoute(host: host, port: 25, security: .plain, heloName: "jalon.exemple.fr")
        }
    }

    @Test(arguments: ["", "jalon exemple", "jalon\r\nMAIL", "[nonsense]", "[1.2.3.256]", "éléphant.fr"])
    func `what EHLO cannot say is refused`(name: String) {
        #expect(throws: CurlMailError.badHeloName(name)) {
            try SMTPRoute(host: "localhost", port: 25, security: .plain, heloName: name)
        }
    }

    @Test(arguments: [0, -1, 65536])
    func `what is no port is refused`(port: Int) {
        #expect(throws: CurlMailError.badPort(port)) {
            try SMTPRoute(host: "localhost", port: port, security: .plain, heloName: "jalon.exemple.fr")
        }
    }

    @Test(arguments: [Duration.zero, .seconds(-1), .seconds(86_401)])
    func `a time-out that never ends, or ends at once, is refused`(timeout: Duration) {
        #expect(throws: CurlMailError.badTimeout(timeout)) {
            try SMTPRoute(
                host: "localhost", port: 25, security: .plain, heloName: "jalon.exemple.fr", responseTimeout: timeout)
        }
    }

    @Test(arguments: [("", "x"), ("x", ""), ("x\0y", "x"), ("x", "y\0")])
    func `credentials that libcurl would cut are refused`(user: String, password: String) {
        #expect(throws: CurlMailError.badCredentials) {
            try SMTPRoute(
                host: "localhost", port: 25, security: .plain, heloName: "jalon.exemple.fr",
                login: .password(user: user, Secret(password)))
        }
    }
}

import MailMessage
import Testing

@testable import JalonService

/// Whether a mail is from whom it says: what servers write of genuine mails, and what forgers make of it.
@Suite struct SenderProofTests {
    private func isProven(
        _ mail: [UInt8], by authserv: String? = "mx.exemple.fr", as address: String = ForgedSender.victim,
        allowingRobots: Bool = true
    ) throws -> Bool {
        let known = SenderAddress(try #require(EmailAddress(address)))
        return SenderProof(authservID: authserv).doubt(
            that: [known], sent: try ReceivedMessage(reading: mail), allowingRobots: allowingRobots) == nil
    }

    private func isProven(_ headers: String, by authserv: String? = "mx.exemple.fr") throws -> Bool {
        let text = headers.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
        return try isProven(Array((text + "\r\nSubject: Re\r\n\r\noui\r\n").utf8), by: authserv)
    }

    @Test func `of five thousand forged mails none counts`() throws {
        var source = TokenSource.seeded(state: 18)
        for (name, mail) in ForgedSender.mails(5_000, using: &source) {
            if try isProven(mail) || isProven(mail, allowingRobots: false) {
                Issue.record("\(name) counts: \(String(decoding: mail, as: UTF8.self))")
            }
        }
    }

    @Test(arguments: GenuineSender.shapes)
    func `what servers write of genuine mails counts`(name: String, authserv: String, headers: String) throws {
        #expect(try isProven(headers, by: authserv), "\(name)")
        // And says nothing for anybody else.
        #expect(
            try !isProven(
                Array((headers.replacing("\n", with: "\r\n") + "\r\n\r\noui").utf8), by: authserv,
                as: "claire@exemple.fr"))
        #expect(try !isProven(headers, by: "mx.elsewhere.example"))
    }

    @Test(arguments: [
        "From: thomas@exemple.fr", "From: <thomas@exemple.fr>", "From: Thomas Petit <thomas@exemple.fr>",
        "From: Thomas P. Petit <Thomas@Exemple.FR>", "From: \"Petit, Thomas\" <thomas@exemple.fr>",
        "From: =?utf-8?Q?Thomas_Pet=C3=AEt?= <thomas@exemple.fr>", "From: Thomas Petît <thomas@exemple.fr>",
        "From: thomas@exemple.fr (Thomas Petit)", "From: (x) Thomas (y) <thomas@exemple.fr> (z (w))",
        "From:\n Thomas\n Petit\n <thomas@exemple.fr>", "FROM: \"claire@exemple.fr\" <thomas@exemple.fr>",
        "From: \"\" <thomas@exemple.fr>", "From: Petit\"Thomas\"<thomas@exemple.fr>", "from:thomas@exemple.fr",
        "Sender: x@example.org\nFrom: thomas@exemple.fr",
        "From thomas Mon Dec  7 09:00:00 2026\nFrom: thomas@exemple.fr",
    ])
    func `one From with one mailbox is who sent it`(from: String) throws {
        #expect(try isProven(from, by: nil))
        #expect(
            try isProven("Authentication-Results: mx.exemple.fr; dmarc=pass header.from=exemple.fr\n" + from)
                || from.hasPrefix("From "))
    }

    @Test(arguments: [
        ("dmarc=none; dkim=pass header.d=mail.exemple.fr", false),
        ("dmarc=none (adkim=r aspf=r); dkim=pass header.d=mail.exemple.fr", true),
        ("dmarc=none (p=none, adkim=s); dkim=pass header.d=mail.exemple.fr", false),
        ("dmarc=none policy.adkim=r; dkim=pass header.d=mail.exemple.fr", true),
        ("dmarc=none policy.aspf=r; dkim=pass header.d=mail.exemple.fr", false),
        ("dmarc=none policy.aspf=r; spf=pass smtp.mailfrom=x@bounces.exemple.fr", true),
        ("dmarc=none policy.adkim=r; dkim=pass header.d=fr", false),
        ("dmarc=none policy.adkim=r; dkim=pass header.d=autre.fr", false),
        ("dkim=pass (adkim=r) header.d=mail.exemple.fr", false),
        ("dmarc=none (adkim=r adkim=s); dkim=pass header.d=mail.exemple.fr", false),
        ("dmarc=none (adkim=r) (p=none adkim=s); dkim=pass header.d=mail.exemple.fr", false),
        ("dmarc=none (adkim=r) policy.adkim=s; dkim=pass header.d=mail.exemple.fr", false),
        ("dmarc=none (ADKIM=S) policy.adkim=r; dkim=pass header.d=mail.exemple.fr", false),
        ("dmarc=none policy.adkim=r; dmarc=none policy.adkim=s; dkim=pass header.d=mail.exemple.fr", false),
        ("dmarc=none (aspf=s) policy.adkim=r; dkim=pass header.d=mail.exemple.fr", true),
        ("dmarc=none (adkim=r) policy.adkim=r; dkim=pass header.d=mail.exemple.fr", true),
        ("dmarc=none policy.adkim=r policy.adkim=s; dkim=pass header.d=mail.exemple.fr", false),
    ])
    func `alignment is strict unless the header says that it is not`(results: String, counts: Bool) throws {
        #expect(try isProven("Authentication-Results: mx.exemple.fr; \(results)\nFrom: thomas@exemple.fr") == counts)
    }

    @Test(arguments: [
        ("mail.exemple.fr", "exemple.fr"), ("exemple.fr", "exemple.fr"), ("fr", nil), ("co.uk", nil),
        ("a.b.example.co.uk", "example.co.uk"), ("github.io", nil), ("x.github.io", "x.github.io"),
        ("Exämple.FR", "xn--exmple-cua.fr"), ("www.xn--exmple-cua.fr", "xn--exmple-cua.fr"), ("gouv.fr", nil),
        ("education.gouv.fr", "education.gouv.fr"),
    ])
    func `an organization's domain is never shorter than a public suffix`(domain: String, organization: String?) throws
    {
        #expect(try #require(DomainName(domain)).organizational?.description == organization)
    }

    @Test(arguments: [
        ("mx.exemple.fr", "filter.exemple.fr", true), ("mx.exemple.fr", "relay.autre.fr", false),
        ("exemple.fr", "mx.exemple.fr", true), ("exemple.fr", "autre.fr", false),
        ("exemple.co.uk", "relay.autre.co.uk", false), ("mx.exemple.co.uk", "filter.exemple.co.uk", true),
        ("x.github.io", "y.github.io", false), ("mx.exemple.fr", "localhost", true),
        ("mx.exemple.fr", "[192.0.2.1]", true), ("mx.exemple.fr", "mx.exemple.fr.", true),
        ("mx.exemple.fr", "relay.autre.fr.", false), ("mx.exemple.fr", "IPv6:2001:db8::1", true),
        ("mx.exemple.fr", "[2002:c000:201::1]", true),
        ("mx.exemple.fr", "store.internal", true), ("mx.exemple.fr", "exemple.fr", true), ("mx.exemple.fr", "fr", true),
    ])
    func `neighbours of the receiving server are of its organization`(server: String, host: String, counts: Bool) throws
    {
        let mail = """
            Received: from x by \(host); Mon, 30 Nov 2026 09:00:00 +0100
            Authentication-Results: \(server); dmarc=pass header.from=exemple.fr
            From: thomas@exemple.fr
            """
        #expect(try isProven(mail, by: server) == counts)
    }

    @Test func `a domain in other scripts is the same in ASCII`() throws {
        let mail =
            "Authentication-Results: mx.exemple.fr; dmarc=pass header.from=xn--exmple-cua.fr\r\nFrom: lea@exämple.fr\r\n\r\noui"
        for address in ["lea@exämple.fr", "lea@xn--exmple-cua.fr", "Lea@EXÄMPLE.fr"] {
            #expect(try isProven(Array(mail.utf8), as: address))
        }
        #expect(DomainName("\u{FF45}xemple.fr") == nil)
        #expect(try !isProven(Array("From: mar\u{212A}@exemple.fr\r\n\r\noui".utf8), by: nil, as: "mark@exemple.fr"))
    }

    @Test func `a calendar robot answers for the one address in Reply-To`() throws {
        let robot = """
            Authentication-Results: mx.exemple.fr; dmarc=pass header.from=google.com
            From: Google Calendar <calendar-notification@google.com>
            Reply-To: Thomas Petit <thomas@exemple.fr>
            """
        #expect(try isProven(robot))
        #expect(try !isProven(Array((robot.replacing("\n", with: "\r\n") + "\r\n\r\noui").utf8), allowingRobots: false))
        #expect(try !isProven(robot.replacing("from=google.com", with: "from=exemple.fr")))
    }
}

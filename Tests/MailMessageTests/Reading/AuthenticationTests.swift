import MailMessage
import Testing

/// Headers by which a sender is believed: read by their grammar, whole or not at all.
@Suite struct AuthenticationTests {
    private func results(_ field: String) -> AuthenticationResults? { AuthenticationResults(Array(field.utf8)) }

    @Test func `a whole header is read with all that it says`() throws {
        let read = try #require(
            results(
                #"(x) "mx.exemple.fr" 1; dkim/1=pass (2048-bit (rsa)) reason="a; b" header.D = exemple.org header.b=A/b+c==; spf=none"#
            ))
        #expect(read.authservID == "mx.exemple.fr")
        let dkim = try #require(read.results(of: .dkim).first)
        #expect(dkim.isPass && dkim.comments == ["2048-bit (rsa)"])
        #expect(dkim.values(of: "reason").map(\.text) == ["a; b"])
        #expect(dkim.values(of: "header.d").map(\.domain) == ["exemple.org"])
        #expect(dkim.values(of: "header.b").map(\.text) == ["A/b+c=="])
        #expect(read.results(of: .spf).map(\.outcome) == ["none"])
        #expect(AuthenticationResults(Array(read.description.utf8)) == read)
        #expect(results("mx.exemple.fr; none")?.results == [])
    }

    @Test(arguments: [
        ("claire@exemple.fr", "exemple.fr"), ("@exemple.fr", "exemple.fr"), ("exemple.fr", "exemple.fr"),
        (#""claire@exemple.fr""#, "exemple.fr"), (#""x@exemple.fr"@example.org"#, "example.org"),
        (#""\"x@exemple.fr\"@example.org""#, "example.org"), (#""a\"@b"@example.org"#, "example.org"),
        ("a=b=c@example.org", "example.org"), ("claire%exemple.fr@example.org", "example.org"),
        ("x@exemple.fr@example.org", nil), ("exemple.fr.", nil), ("<x@exemple.fr>", nil), ("x@[192.0.2.1]", nil),
        ("", nil), ("@", nil), (#""x y"@exemple.fr"#, nil), ("-exemple.fr", nil), ("exemple..fr", nil), ("*", nil),
        ("exemple.fr,example.org", nil), ("exemple\u{3002}fr", nil), ("exemple.fr\u{200B}", nil),
    ])
    func `the domain of a property is that of an address by its grammar`(value: String, domain: String?) throws {
        let read = try #require(results("x; spf=pass smtp.mailfrom=\(value)"))
        #expect(read.results.first?.values(of: "smtp.mailfrom").map(\.domain) == [domain])
    }

    @Test(arguments: [
        #"x; spf=pass smtp.mailfrom="x@exemple.fr" @evil.example"#, #"x; spf=pass smtp.mailfrom="x@exemple.fr"y@b.fr"#,
        #"x; spf=pass smtp.mailfrom=a"b"@exemple.fr"#, "x; spf=pass (", "x; spf=pass )", "x; spf=pass \"a", "x; spf",
        "x; spf=", "x; =pass", "x; spf=pass a", "x; spf=pass a b=c", "x spf=pass", "x 2; spf=pass", "x; spf/2=pass",
        "x; none; spf=pass", "x; spf=pass none", "x; spf=pass\u{1}", "x; spf=pass a=\\b", "x; spf=pass(a)b=c d",
        "", ";", "x; a..b=c", "x; spf=pass .a=b", "x; spf=pass a=b(c)d", "x; spf=pass\"a\"", "\"x; spf=pass",
    ])
    func `what does not fit the grammar is refused whole`(field: String) {
        #expect(results(field) == nil)
    }

    @Test(arguments: [
        ("from a by b.example; 7 Dec 2026 09:00:00 +0100", "a", "b.example"),
        ("from by (x) by relay.example; Mon, 7 Dec 2026 09:00:00 +0100 (CET)", "by", "relay.example"),
        (
            "FROM a.example (a [192.0.2.1] (may be forged)) BY B.example (8.15/8) with ESMTP id 1 for <\"x by y\"@c.fr>; 7 Dec 2026 09:00:00 +0100",
            "a.example", "b.example"
        ),
        ("(from www@localhost) by b.example (8.14/Submit) id x; 7 Dec 2026 09:00:00 +0100", nil, "b.example"),
        ("by 2002:a05:6214::abcd with SMTP id x; 7 Dec 2026 09:00:00 -0800 (PST)", nil, "2002:a05:6214::abcd"),
        (
            "from unknown (HELO x) (192.0.2.1) by [192.0.2.2] with SMTP; 7 Dec 2026 09:00:00 -0000", "unknown",
            "[192.0.2.2]"
        ),
        ("from a by b.example.; 7 Dec 26 09:00:00 +0100", "a", "b.example"),
        ("from a by IPv6:2001:db8::1; 7 Dec 2026 09:00:00 +0100", "a", "ipv6:2001:db8::1"),
        ("from a by [2002:c000:201::1]; 7 Dec 2026 09:00:00 +0100", "a", "[2002:c000:201::1]"),
        ("from a by [IPv6:2001:db8::1]; 7 Dec 2026 09:00:00 +0100", "a", "[ipv6:2001:db8::1]"),
        (
            "from pop.example [192.0.2.1] by localhost with POP3 (fetchmail-6.4.37) for <claire@localhost> (single-drop); Mon, 07 Dec 2026 09:00:00 +0100 (CET)",
            "pop.example", "localhost"
        ),
        ("from by [192.0.2.1] by relay.example; 7 Dec 2026 09:00:00 +0100", "by", "relay.example"),
    ])
    func `a Received names who took the mail in`(field: String, client: String?, host: String) throws {
        let trace = try #require(TraceField(Array(field.utf8)))
        #expect(trace.client == client && trace.host == host)
    }

    @Test(arguments: [
        "", "by", "from a", "from a by", "from a by ;", "from a by b.example", "from a by b.example; soon",
        "from by b.example; 7 Dec 2026 09:00:00 +0100", "from a b by c.example; 7 Dec 2026 09:00:00 +0100",
        "by a.example by b.example; 7 Dec 2026 09:00:00 +0100", "from a by b.example (; 7 Dec 2026 09:00:00 +0100",
        "from a by b..example; 7 Dec 2026 09:00:00 +0100", "from a by b.example..; 7 Dec 2026 09:00:00 +0100",
        "from a by .; 7 Dec 2026 09:00:00 +0100", "from a [192.0.2.1] b by c.example; 7 Dec 2026 09:00:00 +0100",
        "from a [192.0.2.1] [192.0.2.2] by c.example; 7 Dec 2026 09:00:00 +0100",
        "from a by [x:y]; 7 Dec 2026 09:00:00 +0100", "from a by ipv6:x; 7 Dec 2026 09:00:00 +0100",
        "from a by b@c.example; 7 Dec 2026 09:00:00 +0100", "by a.example; by b.example; 7 Dec 2026 09:00:00 +0100",
        "(qmail 1 invoked by uid 1); 7 Dec 2026 09:00:00 +0100", "by a.example; 7 Dec 2026 09:00:00 +0100 by b.example",
        "by <a.example>; 7 Dec 2026 09:00:00 +0100", "by \"a.example\"; 7 Dec 2026 09:00:00 +0100",
    ])
    func `a Received that does not fit the grammar names nobody`(field: String) {
        #expect(TraceField(Array(field.utf8)) == nil)
    }
}

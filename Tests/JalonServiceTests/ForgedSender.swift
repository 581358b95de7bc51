/// Mails in Thomas's name that Thomas did not write, made of tricks that have been tried on readers of mail.
///
/// What the receiving server writes is what it would truthfully write of a mail from `evil.example`, whose sender
/// chooses addresses, names and signatures; or what an attacker puts below it.
struct ForgedSender {
    /// Every trick as it is, and then any of them as some server may write it.
    static func mails(_ count: Int, using source: inout some RandomNumberGenerator) -> [(name: String, mail: [UInt8])] {
        let tricks = families.flatMap { family in family.tricks.map { (family.name, $0) } }
        return (0..<max(count, tricks.count)).compactMap { number in
            guard let (name, fields) = number < tricks.count ? tricks[number] : tricks.randomElement(using: &source)
            else {
                return nil
            }
            let headers = number < tricks.count ? fields : fields.map { dressed($0, using: &source) }
            let text = (headers + ["To: mentorat@exemple.fr", "Subject: Re"]).joined(separator: "\r\n")
            return (name, Array((text + "\r\n\r\nnon\r\n").utf8))
        }
    }

    static let victim = "thomas@exemple.fr"

    private typealias Family = (name: String, tricks: [[String]])

    private static let families: [Family] = [
        ("an address in the envelope", addresses.flatMap { words("spf=pass smtp.mailfrom=\($0)") }),
        ("an identity of a signature", addresses.flatMap { words("dkim=pass header.i=\($0)") }),
        ("a domain of a signature", domains.flatMap { words("dkim=pass header.d=\($0)") }),
        ("a domain before an identity", domains.flatMap { words("dkim=pass header.d=\($0) header.i=@exemple.fr") }),
        ("a domain behind an identity", domains.flatMap { words("dkim=pass header.i=@exemple.fr header.d=\($0)") }),
        ("a verdict on somebody else", domains.flatMap { verdicts("header.from=\($0)") }),
        ("a refusal beside a pass", refusals.flatMap { refused($0) }),
        ("who is named in From", senders.flatMap { judged($0) }),
        ("a relay above", relays.flatMap { relayed($0) }),
        ("what is no header of the server's", broken.map { $0 + [from] }),
    ]

    private static func results(_ results: String) -> String { "Authentication-Results: mx.exemple.fr; \(results)" }

    private static func verdicts(_ subject: String) -> [[String]] {
        [[results("dmarc=pass (p=none) \(subject)"), from]]
            + passes.map { [results("\($0); dmarc=pass \(subject)"), from] }
    }

    private static func refused(_ refusal: String) -> [[String]] {
        passes.flatMap { pass -> [[String]] in
            [
                [results("\(pass); \(refusal)"), from], [results("\(refusal); \(pass)"), from],
                [results(pass), results(refusal), from], [results(refusal), results(pass), from],
            ]
        }
    }

    private static func judged(_ sender: [String]) -> [[String]] {
        [
            "dmarc=pass header.from=evil.example", "dmarc=pass header.from=exemple.fr", "dkim=pass header.d=exemple.fr",
            "spf=pass smtp.mailfrom=thomas@exemple.fr",
        ].map { [results($0)] + sender }
    }

    private static func relayed(_ relay: String) -> [[String]] {
        passes.map { ["Received: \(relay)", results($0), from] }
    }

    private static let from = "From: Thomas Petit <\(victim)>"

    private static let passes = [
        "dkim=pass header.d=exemple.fr", "dkim=pass header.i=@exemple.fr", "spf=pass smtp.mailfrom=\(victim)",
        "dkim=pass header.d=exemple.fr; spf=pass smtp.mailfrom=exemple.fr",
    ]

    /// A pass, alone and beside what DMARC says where it says anything.
    private static func words(_ pass: String) -> [[String]] {
        ["", "; dmarc=none", "; dmarc=none header.from=exemple.fr", "; dmarc=fail header.from=exemple.fr"].map {
            [results(pass + $0), from]
        }
    }

    private static let addresses = [
        #""x@exemple.fr"@evil.example"#, #""thomas@exemple.fr"@evil.example"#, #""@exemple.fr"@evil.example"#,
        #""a\"@exemple.fr"@evil.example"#, #""a\\"@exemple.fr@evil.example"#, #""x" @exemple.fr"#,
        #""x y"@evil.example"#, #""x; dkim=pass header.d=exemple.fr; y"@evil.example"#,
        #""x) smtp.mailfrom=thomas@exemple.fr (y"@evil.example"#, "exemple.fr@evil.example",
        "thomas%exemple.fr@evil.example", "exemple.fr!thomas@evil.example", "thomas=exemple.fr@evil.example",
        "x@exemple.fr@evil.example", "@evil.example:thomas@exemple.fr", "<thomas@exemple.fr>", "<thomas@exemple.fr",
        "thomas@exemple.fr.evil.example", "thomas@evilexemple.fr", "thomas@mail.exemple.fr", "thomas@fr", "@fr",
        "thomas@exemple.fr.", "thomas@.exemple.fr", "thomas@exemple..fr", "thomas@[exemple.fr]",
        "thomas@[192.0.2.1]", "x@evil.example,thomas@exemple.fr", "x@evil.example(thomas@exemple.fr)",
        "(thomas@exemple.fr)x@evil.example", "thomas@exemple.fr(a).evil.example", "thomas@exemple.fr .evil.example",
        "thomas@exemple.fr smtp.mailfrom=x@evil.example header.i=@evil.example",
        "x@evil.example smtp.mailfrom=thomas@exemple.fr header.i=@exemple.fr", #"x\@exemple.fr@evil.example"#,
        "thomas@exemple.fr/evil.example", "thomas@exemple.fr:25", "thomas@ex\u{0435}mple.fr",
        "thomas@exemple\u{3002}fr",
        "thomas@exemple\u{FF0E}fr", "thomas@\u{FF45}xemple.fr", "thomas@exemple.fr\u{200B}",
        "thomas@exemple.\u{00AD}fr",
        "", "none", "\"\"", "\"\"@exemple.fr\"@evil.example", "thomas@xn--exemple-.fr", "thomas",
        "=thomas@exemple.fr.x",
        "thomas@exemple_fr", "thomas@-exemple.fr", "thomas@exemple.com", "thomas@exemple.co.fr",
    ]

    private static let domains = [
        "fr", "co.fr", "evil.example", "evilexemple.fr", "exemple.fr.evil.example", "mail.exemple.fr", "exemple.com",
        "exemple.fr.", ".exemple.fr", "exemple..fr", #""x@exemple.fr"@evil.example"#, "x@exemple.fr@evil.example",
        "exemple.fr/evil.example", "exemple.fr,evil.example", #""exemple.fr.evil.example""#, "(exemple.fr)evil.example",
        "evil.example(exemple.fr)", "exemple.fr header.d=evil.example header.from=evil.example",
        "evil.example header.d=exemple.fr header.from=exemple.fr", "ex\u{0435}mple.fr", "exemple\u{3002}fr",
        "\u{FF45}xemple.fr", "[192.0.2.1]", "*", "*.fr", "exemple", "none", "", "\"\"", "exemple.fr:25", "<exemple.fr>",
        "exemple.fr\u{200B}", "exemple_fr", "-exemple.fr", "xn--exmple-9ua.fr",
    ]

    private static let refusals = [
        "dmarc=fail header.from=exemple.fr", "dmarc=fail (p=reject dis=none) header.from=exemple.fr", "dmarc=FAIL",
        "dmarc=fail", "DMARC=Fail action=oreject header.from=exemple.fr", "dmarc/1=fail", "dmarc=reject",
        "dmarc=quarantine header.from=exemple.fr", "dmarc = fail", "dmarc(x)=(y)fail",
        "dmarc=pass header.from=exemple.fr; dmarc=fail",
        "dmarc=fail; dmarc=pass header.from=exemple.fr", "dmarc=softfail",
    ]

    /// Fields in which one program finds Thomas and another one somebody else.
    private static let senders: [[String]] = [
        ["From: x@evil.example", from], [from, "From: x@evil.example"], [from, "From: \u{1}"], ["From: <x@", from],
        [from, "FROM: x@evil.example"], [from, "From : x@evil.example"], [from, from],
        [#"From: "a b"@evil.example, thomas@exemple.fr"#], [#"From: thomas@exemple.fr, "a b"@evil.example"#],
        ["From: \(victim), x@evil.example"], ["From: x@evil.example, \(victim)"], ["From: x: \(victim);"],
        ["From: x:;, \(victim)"], ["From: <@evil.example:\(victim)>"], ["From: <@evil.example,@b.example:\(victim)>"],
        ["From: <x@evil.example> <\(victim)>"], ["From: \(victim) <x@evil.example>"],
        ["From: x@evil.example <\(victim)>"],
        ["From: x@evil.example\r <\(victim)>"], ["From: a\rFrom: x@evil.example\r\n <\(victim)>"],
        [from, "X-A: b\rFrom: x@evil.example"], [from, "X-A: b\u{0}c"], ["From: \(victim)\u{0}@evil.example"],
        [from, "no header", "From: x@evil.example"], ["From: thomas@exemple.fr@evil.example"], ["From: <\(victim)"],
        ["From: \(victim)>"], ["From: <<\(victim)>>"], [#"From: "thomas@exemple.fr""#],
        ["From: (\(victim)) x@evil.example"],
        ["From: x@evil.example (\(victim))"], ["From: \"\(victim)\" <x@evil.example>"],
        ["From: \(victim) x@evil.example"],
        ["From: \(victim);"], ["From: \(victim),"], ["From: ,\(victim)"], ["From: \(victim) (unclosed"],
        ["From: \"unclosed <\(victim)>"], ["From: <\"\(victim)\">"], ["From: \"x@exemple.fr\"@evil.example"],
        ["From: =?utf-8?q?thomas=40exemple.fr?="], ["From: =?utf-8?q?=3Cthomas=40exemple.fr=3E?= <x@evil.example>"],
        ["From: thomas@exemple.fr.evil.example"], ["From: thomas @ exemple.fr"], ["From: thomas@ exemple.fr"],
        ["From: thomas@(x)exemple.fr"], ["From: <thomas@exemple.fr (x)>"], ["From: thomas@exemple.fr."],
        ["From: Thom\u{212A}s <thom\u{00E0}s@exemple.fr>"], ["From: thomas@ex\u{0435}mple.fr"], ["From:"],
        ["Sender: \(victim)", "From: x@evil.example"], ["Resent-From: \(victim)", "From: x@evil.example"],
        ["Reply-To: \(victim)", "From: x@evil.example"], ["X-From: \(victim)"], ["Sender: \(victim)"],
        ["From: calendar-notification@google.com", "Reply-To: \(victim), x@evil.example"],
        ["From: calendar-notification@google.com", "Reply-To: \(victim)", "Reply-To: x@evil.example"],
        ["From: calendar-notification@google.com.evil.example", "Reply-To: \(victim)"],
        ["From: \"calendar-notification@google.com\"@evil.example", "Reply-To: \(victim)"],
        ["From: calendar-notification@google.com", "Reply-To: \(victim)"],
        ["From: thomas@exemple.fr\\"], ["From: \\thomas@exemple.fr"], ["From: thomas@[exemple.fr]"],
        ["From: Thomas Petit, mentor <\(victim)>"], ["From: Thomas: mentor <\(victim)>"], ["From: [x] <\(victim)>"],
        ["From: Undisclosed recipients:;"], ["From: \(victim)\u{200B}"], ["From: \u{202E}\(victim) <x@evil.example>"],
    ]

    private static let date = "Mon, 30 Nov 2026 09:00:00 +0100"

    private static let relays = [
        "from by (x [192.0.2.1]) by relay.other.example; \(date)", "from x by relay.other.example; \(date)",
        "by relay.other.example; \(date)", "BY relay.other.example; \(date)",
        "from x by relay.other.example with ESMTP id 1; \(date)",
        "from mx.exemple.fr by relay.other.example; \(date)", "from by mx.exemple.fr by relay.other.example; \(date)",
        "from x by mx.exemple.fr by relay.other.example; \(date)", "by mx.exemple.fr by relay.other.example; \(date)",
        "from x (by mx.exemple.fr) by relay.other.example; \(date)",
        "from x (by mx.exemple.fr by relay.other.example; \(date)",
        "from x (a\\) by mx.exemple.fr (b) by relay.other.example; \(date)", "x by mx.exemple.fr; \(date)",
        "from x; by mx.exemple.fr; \(date)",
        "from by mx.exemple.fr; \(date)", "from x by mx.exemple.fr.relay.example; \(date)",
        "from x by mxexemple.fr; \(date)",
        "from x by mx.exemple.fr", "from x by mx.exemple.fr; ", "", "by", "from", "from x by ; \(date)",
        "relay.other.example",
        "from x by relay.other.example, by mx.exemple.fr; \(date)",
        "from x by \"mx.exemple.fr\" by relay.other.example; \(date)",
        "from x by mx.exemple.fr@relay.other.example; \(date)", "from x by <mx.exemple.fr>; \(date)",
        "from x y by mx.exemple.fr; \(date)",
        "from x by mx.exemple.fr for <a@b> by relay.other.example; \(date)",
        "from x by mx.exemple.fr from relay.other.example; \(date)",
        "from x by mx..exemple.fr; \(date)", "from x by mx.exemple.fr..; \(date)",
        "from \"x\" by mx.exemple.fr; \(date)",
        "(by mx.exemple.fr) by relay.other.example; \(date)", "from(x)by relay.other.example; \(date)",
        "from x by mx.exemple.fr; \(date); by relay.other.example",
        "from x by relay.other.example (mx.exemple.fr); \(date)", "from x by m\u{0445}.exemple.fr; \(date)",
        "from x\u{0} by mx.exemple.fr; \(date)",
        "(qmail 1 invoked by uid 1)", "from x by fr; by relay.other.example; \(date)",
        "from x by mx.exemple.fr (; \(date)", "from x by fr; by relay.other.example",
        "from x by fr; by relay.other.example \(date)",
    ]

    private static let broken: [[String]] = passes.prefix(3).flatMap {
        fields($0).map { ["Authentication-Results: \($0)"] } + sets($0)
    }

    private static func fields(_ pass: String) -> [String] {
        [
            "mx.exemple.com; \(pass)", "mx.exemple.fr.evil.example; \(pass)", "exemple.fr; \(pass)",
            "mx.exemple.fr 2; \(pass)",
            "mx.exemple.fr x; \(pass)", "mx.exemple.fr 1 1; \(pass)", "mx.exemple.fr/1; \(pass)",
            "(mx.exemple.fr) mx.evil.example; \(pass)",
            "mx.exemple.fr (; \(pass)", "mx.exemple.fr; (\(pass))", "mx.exemple.fr; dkim=fail (\(pass))",
            "mx.exemple.fr; dkim=fail (x\\); \(pass)",
            "mx.exemple.fr; \(pass) (x", "mx.exemple.fr; x=\"\(pass)", "mx.exemple.fr; \(pass) \"x\"",
            "mx.exemple.fr; \(pass) x", "mx.exemple.fr; x \(pass)",
            "mx.exemple.fr; dkim=fail reason=\"; \(pass);\"", "mx.exemple.fr \(pass)", "\(pass)", "",
            "mx.exemple.fr; none", "mx.exemple.fr;",
            "mx.exemple.fr; x-\(pass)", "mx.exemple.fr; \(pass.replacing("=pass", with: "=passed"))",
            "mx.exemple.fr; \(pass.replacing("=pass", with: "=fail"))",
            "mx.exemple.fr; \(pass.replacing("=pass", with: "/2=pass"))",
            "mx.exemple.fr; \(pass.replacing("=pass", with: "=none"))", "mx.exemple.fr; none; \(pass)",
            "mx.exemple.fr; \(pass.replacing(".", with: "..", maxReplacements: 1))", "mx.exemple.fr; \(pass)\\",
            "mx.exemple.fr; \(pass)\u{1}",
            "mx.e\u{0445}emple.fr; \(pass)", "\"mx.exemple.fr; \(pass)\"",
        ]
    }

    private static func sets(_ pass: String) -> [[String]] {
        [
            ["ARC-Authentication-Results: i=1; mx.exemple.fr; \(pass)"],
            ["X-Authentication-Results: mx.exemple.fr; \(pass)"],
            ["Authentication-Results-Original: mx.exemple.fr; \(pass)"],
            ["Received-SPF: pass (mx.exemple.fr) envelope-from=\(victim)"],
            ["Authentication-Results: mx.exemple.fr; dkim=none", "Authentication-Results: mx.exemple.fr; \(pass)"],
            ["Authentication-Results: mx.exemple.fr; spf=(", "Authentication-Results: mx.exemple.fr; \(pass)"],
            ["Authentication-Results: mx.exemple.fr; \(pass)", "Authentication-Results: mx.exemple.fr; spf=("],
            ["Authentication-Results: mx.exemple.fr;\r \(pass)"],
            ["X-A: b", "", "Authentication-Results: mx.exemple.fr; \(pass)"],
        ]
    }

    /// The same, as another server might write it: in other letters, folded, with comments.
    private static func dressed(_ header: String, using source: inout some RandomNumberGenerator) -> String {
        guard header.hasPrefix("Authentication-Results:") else { return header }
        var text = header
        if Bool.random(using: &source) { text = text.replacing("; ", with: ";\r\n\t") }
        if Int.random(in: 0..<4, using: &source) == 0 {
            text = text.replacing("=pass ", with: "=pass (2048-bit key; \\(ok\\)) ")
        }
        if Int.random(in: 0..<4, using: &source) == 0 {
            text = text.replacing("mx.exemple.fr", with: "MX.Exemple.FR", maxReplacements: 1)
        }
        if Int.random(in: 0..<4, using: &source) == 0 {
            text = text.replacing("mx.exemple.fr;", with: "mx.exemple.fr 1;", maxReplacements: 1)
        }
        if Int.random(in: 0..<4, using: &source) == 0 { text += "; x-policy=none" }
        return text
    }
}

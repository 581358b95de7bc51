import MailMessage
import Testing

@Suite struct AddressTests {
    @Test(arguments: [
        "claire.durand@exemple.fr", "a@b.c", "o'neil+mentorat@exemple.fr", "CLAIRE@EXEMPLE.FR", "léa@exemple.fr",
        "info@münchen.example", "\"a..b\"@exemple.fr", "\"a<b>\"@exemple.fr", "\"a@b\"@exemple.fr", "\"\"@exemple.fr",
        "a_b-c=d@sub-domain.example.org", "!#$%&'*+-/=?^_`{|}~@exemple.fr", "postmaster@localhost",
        "x@xn--bcher-kva.example",
        "x@[192.0.2.1]", "x@[IPv6:2001:db8::1]", "x@[IPv6:::1]", "x@[IPv6:1:2:3:4:5:6:7:8]",
        "x@[IPv6:::ffff:192.0.2.1]", "用户@例子.example", "le\u{301}a@exemple.fr",
        String(repeating: "a", count: 64) + "@exemple.fr", "a@" + String(repeating: "b", count: 63) + ".fr",
        "a@" + String(repeating: "bcd.", count: 62) + "fr.x",
    ])
    func `what is an address is taken as it stands`(text: String) throws {
        #expect(try #require(EmailAddress(text)).description == text)
    }

    @Test(arguments: [
        "", "claire", "@exemple.fr", "claire@", "@", "claire@@exemple.fr", "claire@exemple..fr", "claire@exemple.fr.",
        "claire@.exemple.fr", "claire@.", ".claire@exemple.fr", "claire.@exemple.fr", "cl..aire@exemple.fr",
        "claire@-exemple.fr", "claire@exemple-.fr", "claire@exemple_x.fr", "a,b@exemple.fr", "a;b@exemple.fr",
        "claire@exemple.fr>", "<claire@exemple.fr>", "\"a\"b\"@exemple.fr", "\"@exemple.fr", "\"a\\\"@exemple.fr",
        "\"a\"b@exemple.fr", "x@exemple。fr", "x@exemple．fr", "x@👍.example", "\u{301}a@exemple.fr", "a@\u{301}b.fr",
        "a.\u{301}@exemple.fr", "\"\u{301}\"@exemple.fr",
    ])
    func `what is no address is refused`(text: String) {
        #expect(EmailAddress(text) == nil)
    }

    @Test(arguments: [
        "x@[]", "x@[....]", "x@[192.0.2]", "x@[192.0.2.256]", "x@[192.0.2.1.5]", "x@[a.b.c.d]", "x@[192.0.2.1",
        "x@[IPv6:]", "x@[IPv6:1]", "x@[IPv6:1::2::3]", "x@[IPv6:12345::]", "x@[IPv6:g::]", "x@[IPv6:1:2:3:4:5:6:7:8:9]",
        "x@[IPv6:1:2:3:4::5:6:7:8]", "x@[IPv6:192.0.2.1::1]", "x@[xyz]",
    ])
    func `a literal that is no address of a machine is refused`(text: String) {
        #expect(EmailAddress(text) == nil)
    }

    @Test(arguments: [
        String(repeating: "a", count: 65) + "@exemple.fr", String(repeating: "é", count: 33) + "@exemple.fr",
        "a@" + String(repeating: "b", count: 64) + ".fr", "a@" + String(repeating: "bcd.", count: 62) + "fr.xy",
    ])
    func `one octet too many is refused`(text: String) {
        #expect(EmailAddress(text) == nil)
    }

    static let harmful: [Unicode.Scalar] =
        (0...0x20).compactMap { Unicode.Scalar($0 as UInt32) } + [
            "\u{7F}", "\u{80}", "\u{85}", "\u{9F}", "\u{A0}", "\u{AD}", "\u{61C}", "\u{200B}", "\u{200E}", "\u{200F}",
            "\u{2028}", "\u{2029}", "\u{202A}", "\u{202B}", "\u{202C}", "\u{202D}", "\u{202E}", "\u{202F}", "\u{2066}",
            "\u{2067}", "\u{2068}", "\u{2069}", "\u{3000}", "\u{FEFF}", "\u{E000}",
        ]

    @Test(arguments: harmful) func `a blank, a control or a mark of direction is refused anywhere`(sign: Unicode.Scalar)
    {
        for text in [
            "\(sign)a@exemple.fr", "cl\(sign)aire@exemple.fr", "claire\(sign)@exemple.fr", "claire@\(sign)exemple.fr",
            "claire@exem\(sign)ple.fr", "claire@exemple.fr\(sign)", "\"a\(sign)b\"@exemple.fr",
            "\"a\\\(sign)b\"@exemple.fr", "x@[192.0.2.1\(sign)]",
        ] {
            #expect(EmailAddress(text) == nil, "U+\(String(sign.value, radix: 16)) in \(text)")
        }
    }

    @Test func `letter case makes no other address`() throws {
        let one = try #require(EmailAddress("Claire@Exemple.fr"))
        let other = try #require(EmailAddress("claire@exemple.FR"))
        #expect(one == other && Set([one, other]).count == 1 && one.description == "Claire@Exemple.fr")
        #expect(!(one < other) && !(other < one))
    }

    @Test(arguments: [("claire@exemple.fr", true), ("léa@exemple.fr", false), ("info@münchen.example", false)])
    func `an address that is not ASCII says so`(text: String, isASCII: Bool) throws {
        #expect(try #require(EmailAddress(text)).isASCII == isASCII)
    }
}

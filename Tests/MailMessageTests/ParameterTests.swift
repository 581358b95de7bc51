import Testing

@testable import MailMessage

@Suite struct ParameterTests {
    @Test(arguments: [
        ("invite.ics", "filename=invite.ics"), ("deux mots.ics", "filename=\"deux mots.ics\""), ("", "filename=\"\""),
        ("été.ics", "filename*=UTF-8''%C3%A9t%C3%A9.ics"), ("a\"b\\", "filename=\"a\\\"b\\\\\""),
        ("a;b", "filename=\"a;b\""),
        ("a\r\nb", "filename=\"a b\""), ("50 % 'é*", "filename*=UTF-8''50%20%25%20%27%C3%A9%2A"),
        ("=?UTF-8?Q?x?=", "filename*=UTF-8''%3D%3FUTF-8%3FQ%3Fx%3F%3D"),
    ])
    func `a parameter is a token, quoted, or as RFC 2231 says`(value: String, text: String) {
        #expect(Parameter.encode("filename", value) == text)
    }

    @Test(arguments: ["a", "é", "€", "😀", "👩‍👩‍👧‍👦", "a b", "\"", "\\"])
    func `a value of any length reads back in short lines`(unit: String) throws {
        for count in 1..<40 {
            let value = String(repeating: unit, count: count)
            let body = BodyPart.data([], type: ContentType("text/calendar"), disposition: .init(filename: value))
            let bytes = try SampleMail.bytes(SampleMail.mail(body: body))
            #expect(bytes.split(separator: 0x0A).allSatisfy { $0.count <= 79 })
            #expect(try ReadBack(bytes).parameters("Content-Disposition")["filename"] == value)
        }
    }

    @Test func `a long file name goes in sections`() {
        #expect(
            Parameter.encode("filename", "Compte rendu de la rencontre de mentorat du 3 décembre à Besançon.pdf")
                == "filename*0*=UTF-8''Compte%20rendu%20de%20la%20rencontre%20de%20mentorat%20; "
                + "filename*1*=du%203%20d%C3%A9cembre%20%C3%A0%20Besan%C3%A7on.pdf")
    }
}

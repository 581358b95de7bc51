import Testing

@testable import MailMessage

@Suite struct Base64Tests {
    @Test(arguments: [
        ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
        ("foobar", "Zm9vYmFy"),
    ])
    func `the examples of RFC 4648 come out`(text: String, encoded: String) {
        #expect(Base64.text(of: Array(text.utf8)) == encoded)
        #expect(Base64.decode(Array(encoded.utf8)[...]) == Array(text.utf8))
    }

    @Test func `lines have 76 characters`() {
        let lines = String(decoding: Base64.lines(of: Array(repeating: 0xFF, count: 200)), as: UTF8.self)
            .split(separator: "\r\n")
        #expect(lines.map(\.count) == [76, 76, 76, 40])
    }

    @Test func `every octet reads back, at every length`() throws {
        for length in 0..<300 {
            let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 7 &+ length) }
            let encoded = Base64.lines(of: bytes)
            #expect(Base64.decode(encoded[...]) == bytes)
            #expect(try ReadBack.base64(encoded.filter { $0 != 0x0D && $0 != 0x0A }) == bytes)
        }
    }
}

/// A word without blanks and specials, of which MIME's types and parameters are made (RFC 2045 section 5.1).
enum Token {
    /// - Returns: false for text that is empty or longer than 127 octets too (RFC 6838 section 4.2).
    static func isValid(_ text: some StringProtocol) -> Bool {
        (1...127).contains(text.utf8.count) && text.utf8.allSatisfy(isTokenCharacter)
    }

    static func isTokenCharacter(_ byte: UInt8) -> Bool {
        (0x21...0x7E).contains(byte) && !"()<>@,;:\\\"/[]?=".utf8.contains(byte)
    }

    /// Letters and digits, five random bits each.
    static func random(_ length: Int, using generator: inout some RandomNumberGenerator) -> String {
        String((0..<length).map { _ in base32[Int(generator.next(upperBound: 32 as UInt64))] })
    }

    private static let base32 = Array("abcdefghijklmnopqrstuvwxyz234567")
}

/// A parameter of a MIME header: `filename=invite.ics` (RFC 2045 section 5.1, RFC 2231 beyond ASCII).
enum Parameter {
    /// A token as it is, other ASCII quoted, the rest as RFC 2231 says; in sections where it is longer than a line.
    static func encode(_ name: String, _ value: String) -> String {
        let value = HeaderText.clean(value)
        if let short = short(value), name.utf8.count + 1 + short.utf8.count <= longest { return "\(name)=\(short)" }
        let whole = "\(name)*=UTF-8''" + value.map(percentEncoded).joined()
        return whole.utf8.count <= longest ? whole : sections(name, value).joined(separator: "; ")
    }

    /// Leaves room on a line for the blank before it and the semicolon after it.
    private static let longest = 74

    private static func short(_ value: String) -> String? {
        if !value.isEmpty, value.utf8.allSatisfy(Token.isTokenCharacter) { return value }
        // Some readers decode what looks like an encoded word even here, where it is none.
        let isQuotable = value.utf8.allSatisfy { (0x20...0x7E).contains($0) } && !value.contains("=?")
        return isQuotable ? HeaderText.quoted(value) : nil
    }

    /// `filename*0*=UTF-8''…; filename*1*=…` (RFC 2231 section 3), each with whole scalars.
    private static func sections(_ name: String, _ value: String) -> [String] {
        var sections: [String] = []
        var section = "\(name)*0*=UTF-8''"
        for scalar in value.unicodeScalars.map({ percentEncoded(Character($0)) }) {
            if section.utf8.count + scalar.utf8.count > longest {
                sections.append(section)
                section = "\(name)*\(sections.count)*="
            }
            section += scalar
        }
        return sections + [section]
    }

    private static func percentEncoded(_ character: Character) -> String {
        character.utf8.map { byte in
            Token.isTokenCharacter(byte) && !"*'%".utf8.contains(byte)
                ? String(UnicodeScalar(byte)) : "%" + QuotedPrintable.escape(byte).dropFirst()
        }.joined()
    }
}

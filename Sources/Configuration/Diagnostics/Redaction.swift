/// Keeps passwords that stand in a file by mistake out of what is shown of it.
enum Redaction {
    static let mark = "<secret>"

    /// The line without what follows `password:`, unless that says where the password is, and without the login of a
    /// server's address.
    static func line(_ text: String) -> String {
        guard let key = text.firstMatch(of: /(?i)\bpass?w[a-z_\-]*["']?\s*:\s*/) else { return withoutLogin(text) }
        let value = text[key.range.upperBound...]
        let saysWhereItIs =
            value.prefixMatch(of: /\{\s*(?:credential\s*:\s*[A-Za-z0-9._\-]+|file\s*:[^,}]+)\s*}/) != nil
        guard !value.isEmpty, !saysWhereItIs else { return withoutLogin(text) }
        return withoutLogin(String(text[..<key.range.upperBound])) + mark
    }

    private static func withoutLogin(_ text: String) -> String {
        guard let login = text.firstMatch(of: /:\/\/([^\/\s@]*:[^\s]*)@/) else { return text }
        return text.replacing(login.output.1, with: mark)
    }
}

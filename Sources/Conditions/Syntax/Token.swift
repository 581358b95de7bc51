/// A word of an expression.
struct Token {
    let kind: Kind
    /// In Unicode scalars from the start.
    let offset: Int

    enum Kind: Equatable {
        /// Without its sign, which is a token of its own; 2⁶³ is good only after a minus.
        case int(UInt64)
        case uint(UInt64)
        case double(Double)
        case string(String)
        case bytes([UInt8])
        /// A name or a reserved word.
        case name(String)
        case symbol(String)
        case end
    }

    /// What it is, in a sentence.
    var shown: String {
        switch kind {
        case .int, .uint, .double: "a number"
        case .string: "a text"
        case .bytes: "a row of bytes"
        case .name(let name): "'\(name)'"
        case .symbol(let symbol): "'\(symbol)'"
        case .end: "the end"
        }
    }

    /// Words that cannot be names; after a dot they can.
    static let reserved: Set<String> = [
        "as", "break", "const", "continue", "else", "false", "for", "function", "if", "import", "in", "let", "loop",
        "namespace", "null", "package", "return", "true", "var", "void", "while",
    ]
}

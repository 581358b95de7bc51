/// A header of a mail: its name, and a value that is encoded already (RFC 5322 section 2.2).
public struct Header: Sendable, Hashable {
    public let name: String
    let value: String

    /// An unstructured header such as `Subject`: any text, which is encoded where it must be.
    ///
    /// - Parameter name: stands in the program's source, so that nothing from outside can become one; visible ASCII
    ///   without a colon.
    public init(_ name: StaticString, text: String) {
        self.name = Self.checked(name)
        value = HeaderText.unstructured(text, column: self.name.utf8.count + 2)
    }

    /// A structured header, whose value is made of tokens.
    init(_ name: StaticString, structured value: String) {
        self.name = Self.checked(name)
        self.value = value
    }

    private static func checked(_ name: StaticString) -> String {
        precondition(Token.isValid(name.description), "no name of a header: \(name)")
        return name.description
    }

    /// What a line should keep to (RFC 5322 section 2.1.1), without its CRLF.
    static let longestLine = 78

    /// The header with CRLF, folded at blanks so that its lines are as long as they should be where a blank allows it.
    var lines: [UInt8] {
        let longest = value.contains("=?") ? EncodedWord.longestLine : Self.longestLine
        var text = name + ":"
        var column = text.utf8.count
        for word in value.split(separator: " ") {
            // Some readers miss a value that begins on the second line, so only what can be no shorter goes there.
            let mayFold = column > name.utf8.count + 1 || word.hasPrefix("=?")
            if mayFold, column + 1 + word.utf8.count > longest {
                text += "\r\n"
                column = 0
            }
            text += " " + word
            column += 1 + word.utf8.count
        }
        return Array((text + "\r\n").utf8)
    }
}

/// A header of a mail: its name, and a value that is encoded already.
public struct Header: Sendable, Hashable {
    public let name: String
    let value: String

    /// An unstructured header such as `Subject`: any text, which is encoded where it must be.
    public init(_ name: String, text: String) {
        self.name = name
        value = HeaderText.unstructured(text)
    }

    /// A structured header, whose value is made of tokens.
    init(_ name: String, structured value: String) {
        self.name = name
        self.value = value
    }

    /// The header folded at blanks so that its lines have 78 characters where a blank allows it; with CRLF.
    var lines: [UInt8] {
        var text = name + ":"
        var column = text.utf8.count
        for word in value.split(separator: " ", omittingEmptySubsequences: true) {
            if column + 1 + word.utf8.count > 78, column > name.utf8.count + 1 {
                text += "\r\n"
                column = 0
            }
            text += " " + word
            column += 1 + word.utf8.count
        }
        return Array((text + "\r\n").utf8)
    }
}

import Testing

/// One mistake in an otherwise sound programme, and the one line that is said of it.
struct Mistake: Sendable, CustomTestStringConvertible {
    var file: String
    var text: String
    var headline: String

    init(_ file: String, _ text: String, _ headline: String) {
        self.file = file
        self.text = text
        self.headline = headline
    }

    var testDescription: String { headline }

    func headlines() throws -> [String] {
        try Folder(Pair.files([file: text])).headlines()
    }
}

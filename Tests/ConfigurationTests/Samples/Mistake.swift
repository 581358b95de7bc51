import French
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

    /// What is said of it; all of that has its French.
    func headlines() throws -> [String] {
        let place = headline.firstRange(of: ": error: ") ?? headline.firstRange(of: ": warning: ")
        let message = place.map { String(headline[$0.upperBound...]) } ?? ""
        #expect(French.hasAll(of: message), "no French for: \(message)")
        return try Folder(Pair.files([file: text])).headlines()
    }
}

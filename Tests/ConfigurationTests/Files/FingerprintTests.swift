import Configuration
import Testing

@Suite struct FingerprintTests {
    private func fingerprint(_ files: [String: String]) throws -> String {
        try #require(try Folder(files).read().configuration).fingerprint
    }

    @Test func `the same files have the same twelve digits on every machine`() throws {
        let text = try fingerprint(Pair.files)
        #expect(text == "ee9a863364dd")
        #expect(text.count == 12)
    }

    @Test(arguments: [
        ["people.yaml": Pair.people + "\n"], ["rules.yaml": Pair.rules.replacing("6 weeks", with: "5 weeks")],
        ["jalon.yaml": Pair.programme + "# a remark"], ["templates/fr/welcome.md": "Bonjour"],
    ])
    func `another byte or another file gives other digits`(change: [String: String]) throws {
        #expect(try fingerprint(Pair.files(change)) != fingerprint(Pair.files))
    }

    @Test func `a file that is not read does not count`() throws {
        #expect(try fingerprint(Pair.files(["notes.txt": "x"])) == fingerprint(Pair.files))
    }
}

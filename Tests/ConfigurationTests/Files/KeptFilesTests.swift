import CivilTime
import Configuration
import Foundation
import Testing

/// A configuration that was kept reads as the directory did.
@Suite struct KeptFilesTests {
    private static let today = CivilDate(dayNumber: 20_759)

    private func kept(_ configuration: Configuration) throws -> KeptFiles {
        let data = try JSONEncoder().encode(KeptFiles(configuration.files))
        return try JSONDecoder().decode(KeptFiles.self, from: data)
    }

    @Test(arguments: [
        "p/*.yaml", "./p/a.yaml", "p/?.yaml", "*/a.yaml", "p/**", "p/a.yaml", "ABROAD/*.yaml", "ABROAD/a.yaml",
        "ABROAD/../ABROAD/a.yaml",
    ])
    func `files are found again by the words that named them, and the fingerprint is the same`(pattern: String) throws {
        let abroad = try Folder(["a.yaml": Pair.people])
        let written = pattern.replacing("ABROAD", with: abroad.path)
        var files = Pair.files(["jalon.yaml": Pair.programme.replacing("[people.yaml,", with: "[\"\(written)\",")])
        files["people.yaml"] = nil
        if written == pattern { files["p/a.yaml"] = Pair.people }
        let folder = try Folder(files)
        let loaded = try folder.read()
        guard let configuration = loaded.configuration else {
            // What the directory refuses has never been kept.
            return
        }
        let kept = try kept(configuration)
        for name in files.keys { try FileManager.default.removeItem(atPath: folder.path + "/" + name) }
        try FileManager.default.removeItem(atPath: abroad.path + "/a.yaml")
        let again = try ConfigurationReader.read(kept, of: folder.path, today: Self.today)
        #expect(again.configuration?.fingerprint == configuration.fingerprint, "\(again.diagnostics)")
        #expect(again.configuration?.files == configuration.files)
    }

    @Test func `every byte comes back`() throws {
        let all: [UInt8] = Array(0...255)
        let files = [
            SourceFile(path: "a", bytes: all), SourceFile(path: "/b", bytes: []),
            SourceFile(path: "c", bytes: Array("\u{FEFF}é e\u{301}\r\n\u{0}\t\"\\\u{2028}".utf8)),
            SourceFile(path: "d", bytes: [0xC3, 0x28]),
        ]
        let data = try JSONEncoder().encode(KeptFiles(files))
        #expect(try JSONDecoder().decode(KeptFiles.self, from: data).files == files)
    }

    @Test func `paths mean the directory that the files come from, and secrets are looked at there`() throws {
        let text =
            Pair.programme
            + "mail: {server: smtps://a.fr, user: me, password: {file: secret}, ca: ca.pem}\n"
            + "calendars: {publish: out}\n"
        let folder = try Folder(Pair.files(["jalon.yaml": text, "secret": "x", "ca.pem": "y"]))
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: folder.path + "/secret")
        let configuration = try #require(try folder.read().configuration)
        let kept = try kept(configuration)
        // A mode that has become too open keeps no kept configuration from being read.
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: folder.path + "/secret")
        let again = try #require(
            try ConfigurationReader.read(kept, of: folder.path, today: Self.today).configuration)
        #expect(again.mail == configuration.mail)
        #expect(again.publish == folder.path + "/out")
        #expect(!kept.files.map(\.path).contains("secret"))
    }
}

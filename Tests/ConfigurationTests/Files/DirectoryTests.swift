import Configuration
import Foundation
import Testing

@Suite struct DirectoryTests {
    private static let include = Pair.programme.replacing("[people.yaml,", with: "[p/*.yaml,")

    @Test(arguments: [
        ("p/*.yaml", ["p/a.yaml", "p/b.yaml"], true), ("p/?.yaml", ["p/a.yaml"], true),
        ("*/a.yaml", ["p/a.yaml"], true),
        ("./p/a.yaml", ["p/a.yaml"], true), ("p/**", ["p/a.yaml"], true), ("p/*.yml", ["p/a.yaml"], false),
        ("p/*", ["p/.a.yaml"], false), ("p/.*", ["p/.a.yaml"], true),
    ])
    func `stars stand for parts of a name`(pattern: String, files: [String], isFound: Bool) throws {
        var all = Pair.files(["jalon.yaml": Pair.programme.replacing("[people.yaml,", with: "[\"\(pattern)\",")])
        all["people.yaml"] = nil
        for (index, file) in files.enumerated() { all[file] = index == 0 ? Pair.people : "" }
        let loaded = try Folder(all).read()
        #expect((loaded.configuration != nil) == isFound, "\(loaded.diagnostics)")
    }

    @Test func `a link that leads out of the directory is not followed`() throws {
        let outside = try Folder(["people.yaml": Pair.people])
        var files = Pair.files(["jalon.yaml": Self.include])
        files["people.yaml"] = nil
        let folder = try Folder(files)
        try FileManager.default.createDirectory(atPath: folder.path + "/p", withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(
            atPath: folder.path + "/p/people.yaml", withDestinationPath: outside.path + "/people.yaml")
        #expect(
            try folder.headlines() == [
                "jalon.yaml:9:11: error: 'p/people.yaml' leads out of the configuration's directory"
            ])
    }

    @Test func `a link within the directory is followed`() throws {
        var files = Pair.files(["jalon.yaml": Self.include, "..data/people.txt": Pair.people])
        files["people.yaml"] = nil
        let folder = try Folder(files)
        try FileManager.default.createDirectory(atPath: folder.path + "/p", withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(
            atPath: folder.path + "/p/people.yaml", withDestinationPath: "../..data/people.txt")
        #expect(try folder.headlines() == [])
    }

    @Test func `an absolute path that the admin wrote is read`() throws {
        let outside = try Folder(["people.yaml": Pair.people])
        let path = outside.path + "/people.yaml"
        var files = Pair.files(["jalon.yaml": Pair.programme.replacing("[people.yaml,", with: "[\(path),")])
        files["people.yaml"] = nil
        let loaded = try Folder(files).read()
        #expect(loaded.diagnostics == [])
        #expect(loaded.configuration?.files.map(\.path).first == path)
    }

    @Test(.timeLimit(.minutes(1)), arguments: ["/dev/zero", "/dev/tty", "/proc/self/mem"])
    func `what is no plain file is not read`(path: String) throws {
        let folder = try Folder(
            Pair.files(["jalon.yaml": Pair.programme.replacing("[people.yaml,", with: "[\(path), people.yaml,")]))
        #expect(try folder.headlines().allSatisfy { $0.contains("'\(path)' ") })
        #expect(try folder.read().configuration == nil)
    }

    @Test func `a file that may not be read is a mistake with a place`() throws {
        let folder = try Folder(Pair.files)
        try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: folder.path + "/people.yaml")
        // Root reads everything, and then there is nothing to tell.
        let isRoot = FileManager.default.isReadableFile(atPath: folder.path + "/people.yaml")
        #expect(
            try folder.headlines() == (isRoot ? [] : ["jalon.yaml:9:11: error: 'people.yaml' cannot be read"]))
    }
}

import Foundation
import Glibc
import Testing

@testable import Ledger

/// What may stand in the place of a file in the state directory.
@Suite struct PrivateFolderTests {
    private let path: String
    private let folder: PrivateFolder

    init() throws {
        path = FileManager.default.temporaryDirectory.appendingPathComponent("jalon-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        folder = try PrivateFolder(path: path)
    }

    private func lay(_ trap: String, as name: String) throws {
        let whole = path + "/" + name
        try Data("another's".utf8).write(to: URL(fileURLWithPath: path + "/victim"))
        switch trap {
        case "a symbolic link": #expect(symlink(path + "/victim", whole) == 0)
        case "a link to nothing": #expect(symlink(path + "/nothing", whole) == 0)
        case "a hard link": #expect(link(path + "/victim", whole) == 0)
        case "a pipe": #expect(mkfifo(whole, 0o600) == 0)
        default: #expect(mkdir(whole, 0o700) == 0)
        }
    }

    @Test(arguments: ["a symbolic link", "a link to nothing", "a hard link", "a pipe", "a directory"])
    func `what is no file of the owner's is neither opened nor made`(trap: String) throws {
        try lay(trap, as: "lock")
        for flags in [O_RDONLY, O_RDWR, O_WRONLY, O_RDWR | O_CREAT, O_RDWR | O_CREAT | O_EXCL] {
            #expect(throws: FileFault.self) { try folder.file(named: "lock", flags) }
        }
        #expect(throws: FileFault.self) { try folder.secure("lock") }
        #expect(!FileManager.default.fileExists(atPath: path + "/nothing"))
        #expect(try String(contentsOfFile: path + "/victim", encoding: .utf8) == "another's")
        try lay(trap, as: "ledger.sqlite")
        #expect(throws: LedgerError.self) { try Ledger.open(path: path + "/ledger.sqlite") }
        #expect(throws: LedgerError.self) { try Ledger.open(path: path + "/ledger.sqlite", readOnly: true) }
    }

    @Test(arguments: [0o640, 0o644, 0o666, 0o604, 0o600])
    func `others may do nothing with what was opened or looked at`(mode: Int) throws {
        for name in ["opened", "looked at"] {
            try Data().write(to: URL(fileURLWithPath: path + "/" + name))
            chmod(path + "/" + name, mode_t(mode))
        }
        close(try folder.file(named: "opened", O_RDONLY))
        try folder.secure("looked at")
        for name in ["opened", "looked at"] {
            let found = try FileManager.default.attributesOfItem(atPath: path + "/" + name)[.posixPermissions]
            #expect(found as? Int == 0o600)
        }
    }

    @Test func `a file that is not there is told from one that is refused`() throws {
        let absence = #expect(throws: FileFault.self) { try folder.file(named: "lock", O_RDONLY) }
        #expect(absence?.isAbsence == true)
        try folder.secure("lock")
        let nowhere = #expect(throws: FileFault.self) { try PrivateFolder(path: path + "/nowhere") }
        #expect(nowhere?.isAbsence == true)
    }

    @Test func `a directory that was replaced is not the one that is open`() throws {
        #expect(folder.isInPlace)
        #expect(rename(path, path + "-away") == 0)
        #expect(!folder.isInPlace)
        #expect(mkdir(path, 0o700) == 0)
        #expect(!folder.isInPlace)
    }
}

import Foundation
import Testing

/// The pages on how it is built say what is there.
@Suite struct ArchitectureTests {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
        "../..")

    private func text(_ path: String) throws -> String {
        try String(contentsOf: Self.root.appendingPathComponent(path), encoding: .utf8)
    }

    @Test func `every file that the walk meets is there`() throws {
        let names = try text("docs/architecture.md").matches(of: /`([A-Za-z]+\/[^`]*\.swift)`/).map { "\($0.output.1)" }
        #expect(names.count > 40)
        for name in names {
            let path = Self.root.appendingPathComponent("Sources/" + name).path
            #expect(FileManager.default.fileExists(atPath: path), "\(name)")
        }
    }

    @Test func `what reaches a terminal goes through the one place that cleans it`() throws {
        let sources = Self.root.appendingPathComponent("Sources/jalon")
        let files = FileManager.default.enumerator(atPath: sources.path)
        for case let file as String in try #require(files) where file.hasSuffix(".swift") && file != "Terminal.swift" {
            #expect(try text("Sources/jalon/\(file)").firstMatch(of: /(^|[^\w.])(Swift\.)?print\(/) == nil, "\(file)")
        }
    }

    /// Each line of the table: a target, and the project's own targets that it may import.
    private func table() throws -> [String: Set<String>] {
        try text("docs/decisions/0015-rooms.md").matches(of: /\| `(\w+)` \| [^|]* \| ([^|]*) \|/)
            .reduce(into: [:]) { rooms, line in
                let names = line.output.2.split(separator: ", ").map(String.init)
                rooms["\(line.output.1)"] = names == ["nothing"] ? [] : Set(names)
            }
    }

    @Test func `each room imports of the others just what the table says`() throws {
        let table = try table()
        let sources = Self.root.appendingPathComponent("Sources")
        let targets = Set(try FileManager.default.contentsOfDirectory(atPath: sources.path))
        let systemLibraries: Set = ["CCmark", "CCrypto", "CCurl", "CMalloc", "CPidfd", "CPsl"]
        #expect(targets == Set(table.keys).union(systemLibraries).union(["simulate", "quarter"]))
        for (room, allowed) in table {
            let files = FileManager.default.enumerator(atPath: sources.appendingPathComponent(room).path)
            var imported: Set<String> = []
            for case let file as String in try #require(files) where file.hasSuffix(".swift") {
                let source = try text("Sources/\(room)/\(file)")
                imported.formUnion(
                    source.matches(of: /(?m)^(?:public |package )?import (\w+)/).map { "\($0.output.1)" })
            }
            #expect(imported.intersection(targets) == allowed, "\(room)")
        }
    }
}
